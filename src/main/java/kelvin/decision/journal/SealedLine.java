package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import kelvin.contract.Stability;
import kelvin.json.Json;
import kelvin.numeric.ShortestDecimal;
import org.jspecify.annotations.Nullable;

/** Builds a line of a journal: a JSON object whose last member, {@code crc}, is the CRC-32C of the bytes before it. */
@Stability(MAY_CHANGE)
public final class SealedLine {
    /** The key of start records; keys name the kinds of records. */
    public static final String START = "start";

    /** The key of an end record, whose value is the journal's number; it stands in a file of its own. */
    public static final String END = "end";

    /** The key of a link of the hash chain, which covers the lines since the previous link. */
    public static final String LINK = "link";

    /** The key, in a journal's first line, of the link before it. */
    public static final String CHAIN = "chain";

    /** The version of the format of journals and snapshots. */
    public static final long FORMAT = 3;

    /** The oldest version of the format that is still read. */
    private static final long OLDEST_FORMAT = 2;

    private static final String CHECKSUM = ",\"crc\":\"";
    private static final String REST = "00000000\"}\n";
    private static final int TAIL = CHECKSUM.length() + REST.length();

    private final StringBuilder text = new StringBuilder(192);

    /**
     * Begins a line.
     *
     * @param kind the key of its first member, which names its kind
     * @param name the value of that member
     */
    public SealedLine(String kind, String name) {
        text.append("{\"").append(kind).append("\":");
        Json.quote(name, text);
    }

    private SealedLine(String begun) {
        text.append(begun);
    }

    /**
     * Begins a line by a member whose value is JSON already.
     *
     * @param kind the key of its first member, which names its kind
     * @param json its JSON
     * @return the line
     */
    public static SealedLine begin(String kind, String json) {
        return new SealedLine("{\"" + kind + "\":" + json);
    }

    /**
     * Takes the checksum off a line, so that members can be added.
     *
     * @param line a sealed line, line break included
     * @return the line without its checksum
     */
    public static SealedLine reopened(byte[] line) {
        return new SealedLine(new String(line, 0, line.length - TAIL, StandardCharsets.UTF_8));
    }

    /**
     * Begins a line.
     *
     * @param kind the key of its first member, which names its kind
     * @param number the value of that member
     */
    public SealedLine(String kind, long number) {
        text.append("{\"").append(kind).append("\":").append(number);
    }

    /**
     * Adds a whole number.
     *
     * @param name the key
     * @param value the number
     * @return this line
     */
    public SealedLine put(String name, long value) {
        text.append(",\"").append(name).append("\":").append(value);
        return this;
    }

    /**
     * Adds a number, by its shortest decimal.
     *
     * @param name the key
     * @param value the number; finite
     * @return this line
     */
    public SealedLine put(String name, double value) {
        ShortestDecimal.append(text.append(",\"").append(name).append("\":"), value);
        return this;
    }

    /**
     * Adds numbers, each by its shortest decimal.
     *
     * @param name the key
     * @param values the numbers; finite, or −∞, for which null stands, since JSON does not have it
     * @return this line
     */
    public SealedLine put(String name, double[] values) {
        text.append(",\"").append(name).append("\":[");
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            if (values[i] == Double.NEGATIVE_INFINITY) {
                text.append("null");
            } else {
                ShortestDecimal.append(text, values[i]);
            }
        }
        text.append(']');
        return this;
    }

    /**
     * Adds a text.
     *
     * @param name the key
     * @param value the text
     * @return this line
     */
    public SealedLine quoted(String name, String value) {
        Json.quote(value, text.append(",\"").append(name).append("\":"));
        return this;
    }

    /**
     * Adds a value that is JSON already.
     *
     * @param name the key
     * @param json its JSON
     * @return this line
     */
    public SealedLine put(String name, String json) {
        text.append(",\"").append(name).append("\":").append(json);
        return this;
    }

    /**
     * Seals the line with its checksum.
     *
     * @return its bytes, line break included
     */
    public byte[] sealed() {
        byte[] bytes = text.append(CHECKSUM).append(REST).toString().getBytes(StandardCharsets.UTF_8);
        int end = bytes.length - TAIL; // the tail is ASCII
        byte[] digits = checksum(bytes, 0, end);
        System.arraycopy(digits, 0, bytes, end + CHECKSUM.length(), digits.length);
        return bytes;
    }

    /**
     * Returns whether files of a format are read.
     *
     * @param format its version, as a file has it
     * @return true for the present format and the one before
     */
    public static boolean reads(String format) {
        return format.equals(String.valueOf(FORMAT)) || format.equals(String.valueOf(OLDEST_FORMAT));
    }

    /**
     * Returns what formats must be, to follow the one found in an error.
     *
     * @return the words
     */
    public static String readableFormats() {
        return ", must be " + OLDEST_FORMAT + " or " + FORMAT + ", which this version of Kelvin reads";
    }

    /**
     * Parses a line.
     *
     * @param bytes hold the line
     * @param from where it begins
     * @param length its length, line break included
     * @return its members; null if it is corrupt
     */
    public static @Nullable JsonMembers read(byte[] bytes, int from, int length) {
        return asWritten(bytes, from, length)
                ? JsonMembers.of(Json.parse(new String(bytes, from, length, StandardCharsets.UTF_8)))
                : null;
    }

    /**
     * Replaces a text before the checksum of a line and computes the checksum anew.
     *
     * @param line the line, line break included
     * @param before the text to replace
     * @param after the text to put there
     * @return the new line
     */
    public static byte[] rewritten(byte[] line, String before, String after) {
        String text = new String(line, 0, line.length - TAIL, StandardCharsets.UTF_8);
        return new SealedLine(text.replace(before, after)).sealed();
    }

    /**
     * Returns the line that holds a link of the hash chain.
     *
     * @param link the link
     * @return its bytes
     */
    public static byte[] link(String link) {
        return new SealedLine(LINK, link).sealed();
    }

    private static byte[] checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        String digits = Long.toHexString(crc.getValue());
        return ("0".repeat(8 - digits.length()) + digits).getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean asWritten(byte[] bytes, int from, int length) {
        if (length < TAIL) {
            return false;
        }
        byte[] tail = (CHECKSUM + REST).getBytes(StandardCharsets.US_ASCII);
        byte[] digits = checksum(bytes, from, length - TAIL);
        System.arraycopy(digits, 0, tail, CHECKSUM.length(), digits.length);
        return Arrays.equals(bytes, from + length - TAIL, from + length, tail, 0, TAIL);
    }
}
