package kelvin.json;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kelvin.contract.Stability;
import kelvin.numeric.ShortestDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Serialises trees of maps, lists, strings, numbers, booleans and null as JSON (RFC 8259), and parses them.
 *
 * <p>Numbers keep every bit: a {@code double} is written with a point or an exponent and is read as one, a whole number is read as
 * a {@code long}. A {@code double} that is not finite has no JSON and must not be written.
 */
@Stability(MAY_CHANGE)
public final class Json {
    private final StringBuilder out = new StringBuilder();
    private final boolean canonical;

    private Json(boolean canonical) {
        this.canonical = canonical;
    }

    /**
     * Serialises a tree for people: indented, keys in the order given.
     *
     * @param tree what to write
     * @return the text, which ends with a line break
     */
    public static String pretty(Object tree) {
        Json json = new Json(false);
        json.write(tree, "\n");
        return json.out.append('\n').toString();
    }

    /**
     * Serialises a tree in a canonical form: sorted keys, no white space.
     *
     * @param tree what to write
     * @return the text, on one line
     */
    public static String canonical(Object tree) {
        Json json = new Json(true);
        json.write(tree, "");
        return json.out.toString();
    }

    /**
     * Returns the SHA-256 checksum of a tree's canonical form.
     *
     * @param tree what to sum up
     * @return the SHA-256 of its canonical form in UTF-8, in lower-case hexadecimal
     */
    public static String sha256(Object tree) {
        return sha256(canonical(tree).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the SHA-256 checksum of bytes.
     *
     * @param bytes what to sum up
     * @return their SHA-256 in lower-case hexadecimal
     */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Parses a text strictly: one value, distinct keys, at most 100 levels deep.
     *
     * @param text JSON
     * @return a map in the order of the text, a list, a {@code String}, a {@code Long}, a {@code Double}, a {@code Boolean} or
     *     null
     * @throws IllegalArgumentException if it is not JSON; the message names the character, from 1, what was found and what is
     *     allowed
     */
    public static @Nullable Object parse(String text) {
        return new JsonParser(text).parse();
    }

    /**
     * Appends a string in quotes.
     *
     * @param text any text
     * @param out receives the JSON string
     */
    public static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (Character.isISOControl(c) || Character.isSurrogate(c) || c >= 0xfffe || c == 0xfeff) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void write(@Nullable Object value, String newline) {
        if (value instanceof Map<?, ?> map) {
            entries(canonical ? new TreeMap<>(map) : map, newline);
        } else if (value instanceof List<?> list) {
            // a list of numbers or words stays on one line
            boolean flat = list.stream().noneMatch(each -> each instanceof Collection || each instanceof Map);
            String inner = flat || canonical ? "" : newline + "  ";
            String separator = "";
            out.append('[');
            for (Object each : list) {
                out.append(separator).append(inner);
                write(each, canonical ? "" : newline + "  ");
                separator = flat && !canonical ? ", " : ",";
            }
            out.append(inner.isEmpty() ? "" : newline).append(']');
        } else if (value instanceof String text) {
            quote(text, out);
        } else if (value instanceof Double number) {
            ShortestDecimal.append(out, number);
        } else {
            out.append(value);
        }
    }

    private void entries(Map<?, ?> map, String newline) {
        String inner = canonical ? "" : newline + "  ";
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> all = map.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<?, ?> entry = all.next();
            out.append(inner);
            quote(String.valueOf(entry.getKey()), out);
            out.append(canonical ? ":" : ": ");
            write(entry.getValue(), inner);
            out.append(all.hasNext() ? "," : "");
        }
        out.append(map.isEmpty() || canonical ? "" : newline).append('}');
    }
}
