package kelvin.decision;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/** The lines of a file, one after the other, as bytes; holds one line, however long the file is. */
final class LineReader implements Closeable {
    private static final int FIRST = 1 << 16;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[FIRST];
    private int from;
    private int next;
    private int end;
    private long before;
    private boolean whole;

    /** Lines longer than the longest are none: they are passed over. */
    LineReader(Path file, int longest) throws IOException {
        this.in = new FileInputStream(file.toFile()); // not closed by an interrupt, as a channel would be
        this.longest = longest;
    }

    /** All bytes of a small file. */
    static byte[] all(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }

    /** Goes to the next line and tells whether there is one. */
    boolean next() throws IOException {
        before += next - from;
        from = next;
        int at = from;
        boolean more = true;
        boolean tooLong = false;
        while (more && (at == end || buffer[at] != '\n')) {
            if (at < end) {
                at++;
            } else {
                tooLong |= at - from > longest;
                at = tooLong ? forget() : room(at);
                int read = in.read(buffer, end, buffer.length - end);
                more = read >= 0;
                end += Math.max(0, read);
            }
        }
        whole = more && !tooLong;
        next = more ? at + 1 : at;
        return next > from || tooLong;
    }

    /** Passes over what is held of a line that is too long. */
    private int forget() {
        before += end - from;
        from = 0;
        end = 0;
        return 0;
    }

    /** Makes room behind what is held of the line. */
    private int room(int at) {
        if (end == buffer.length) {
            int held = end - from;
            byte[] to = held > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
            System.arraycopy(buffer, from, to, 0, held);
            buffer = to;
            int moved = at - from;
            from = 0;
            end = held;
            return moved;
        }
        return at;
    }

    /** Whether the line has a line break and is not too long. */
    boolean whole() {
        return whole;
    }

    /** What holds the line, from {@link #from} on. */
    byte[] array() {
        return buffer;
    }

    int from() {
        return from;
    }

    /** How many bytes the line has, its line break included. */
    int length() {
        return next - from;
    }

    /** The line's own bytes, its line break included. */
    byte[] copy() {
        return Arrays.copyOfRange(buffer, from, next);
    }

    /** How many bytes of the file come before the next line. */
    long position() {
        return before + next - from;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
