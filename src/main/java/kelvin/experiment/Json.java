package kelvin.experiment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trees of maps, lists, texts, numbers and truth values as JSON; reading is {@link Document}'s, since JSON is YAML. */
final class Json {
    private final StringBuilder out = new StringBuilder();
    private final boolean canonical;

    private Json(boolean canonical) {
        this.canonical = canonical;
    }

    /** For people: indented, keys in the order given. */
    static String pretty(Object tree) {
        Json json = new Json(false);
        json.write(tree, "\n");
        return json.out.append('\n').toString();
    }

    /** For comparison: sorted keys, no white space. */
    static String canonical(Object tree) {
        Json json = new Json(true);
        json.write(tree, "");
        return json.out.toString();
    }

    /** The SHA-256 of the canonical form in UTF-8, in lower-case hexadecimal. */
    static String sha256(Object tree) {
        try {
            byte[] utf8 = canonical(tree).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void write(Object value, String newline) {
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
            quote(text);
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
            quote(String.valueOf(entry.getKey()));
            out.append(canonical ? ":" : ": ");
            write(entry.getValue(), inner);
            out.append(all.hasNext() ? "," : "");
        }
        out.append(map.isEmpty() || canonical ? "" : newline).append('}');
    }

    private void quote(String text) {
        out.append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (Character.isISOControl(c) || Character.isSurrogate((char) c) || c >= 0xfffe || c == 0xfeff) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        out.append('"');
    }
}
