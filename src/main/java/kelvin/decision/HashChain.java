package kelvin.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash chain (SHA-256) over the lines of journals. Each link is the hash of the link before it and of the lines since, line
 * breaks included; the first link of a folder is {@link #FIRST}.
 */
final class HashChain {
    /** The link before the first line of a folder's first journal. */
    static final String FIRST = "0".repeat(64);

    private final MessageDigest digest;
    private String link;
    private boolean linked = true;

    /** Continues a chain after a link. */
    HashChain(String link) {
        digest = sha256();
        this.link = link;
        digest.update(link.getBytes(StandardCharsets.US_ASCII));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        linked = false;
    }

    /** Returns the latest link. */
    String link() {
        return link;
    }

    /** Returns true if the latest link covers all lines. */
    boolean linked() {
        return linked;
    }

    /** Computes the next link, which covers all lines. */
    String next() {
        link = HexFormat.of().formatHex(digest.digest());
        digest.update(link.getBytes(StandardCharsets.US_ASCII));
        linked = true;
        return link;
    }
}
