package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import kelvin.contract.Stability;

/**
 * A hash chain (SHA-256) over the lines of journals. Each link is the hash of the link before it and of the lines since, line
 * breaks included; the first link of a folder is {@link #FIRST}.
 */
@Stability(MAY_CHANGE)
public final class HashChain {
    /** The link before the first line of a folder's first journal. */
    public static final String FIRST = "0".repeat(64);

    private final MessageDigest digest;
    private String link;
    private boolean linked = true;

    /** Continues a chain after a link. */
    public HashChain(String link) {
        digest = sha256();
        this.link = link;
        digest.update(link.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns a new SHA-256 digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the SHA-256 of numbers as big-endian doubles, in hexadecimal. */
    public static String of(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
        for (double number : numbers) {
            bytes.putDouble(number);
        }
        return HexFormat.of().formatHex(sha256().digest(bytes.array()));
    }

    /** Adds bytes to those that the next link covers. */
    public void add(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        linked = false;
    }

    /** Returns the latest link. */
    public String link() {
        return link;
    }

    /** Returns true if the latest link covers all lines. */
    public boolean linked() {
        return linked;
    }

    /** Computes the next link, which covers all lines. */
    public String next() {
        link = HexFormat.of().formatHex(digest.digest());
        digest.update(link.getBytes(StandardCharsets.US_ASCII));
        linked = true;
        return link;
    }
}
