package kelvin.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/** A script that a page holds in itself, without comments and indentation, and its hash, by which a browser runs nothing else. */
final class PageScript {
    private static final Pattern COMMENTS_AND_INDENTATION =
            Pattern.compile("(?m)^\\s*//.*\n|(?s:/\\*\\*.*?\\*/)\\s*|^\\s+");

    private PageScript() {}

    /** Reads a script beside this class. */
    static String read(String name) {
        try (InputStream in = Objects.requireNonNull(PageScript.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return COMMENTS_AND_INDENTATION.matcher(text).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read from the jar", e);
        }
    }

    /** Returns the source expression of a script or style in a Content-Security-Policy. */
    static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
