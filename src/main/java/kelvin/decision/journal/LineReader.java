package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import kelvin.contract.Stability;

/** Reads a file line by line as bytes; holds one line in memory, however long the file is. */
@Stability(MAY_CHANGE)
public final class LineReader implements Closeable {
    /** The length of the longest line of a journal or a snapshot, in bytes. */
    public static final int MAX_LINE_BYTES = JournalBuffer.MAX_UNWRITTEN_BYTES;

    private static final int INITIAL_BUFFER_BYTES = 1 << 16;
    private static final int SMALL_BUFFER_BYTES = 1 << 10;

    private final InputStream in;
    private final int longest;
    private byte[] buffer;
    private int from;
    private int next;
    private int end;
    private long before;
    private boolean whole;

    /** Creates a reader that skips lines longer than a bound. */
    public LineReader(Path file, int longest) throws IOException {
        this.in = new FileInputStream(file.toFile()); // not closed by an interrupt, as a channel would be
        this.longest = longest;
        this.buffer = new byte[INITIAL_BUFFER_BYTES];
    }

    /**
     * Creates a reader that begins at a line, for few lines; of a file that ends before there are none.
     *
     * @param file the file
     * @param at the offset of the line's first byte
     * @throws IOException if the file cannot be read
     */
    public LineReader(Path file, long at) throws IOException {
        this.in = new FileInputStream(file.toFile());
        this.longest = MAX_LINE_BYTES;
        this.buffer = new byte[SMALL_BUFFER_BYTES];
        this.before = at;
        try {
            in.skipNBytes(at);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Returns all bytes of a small file. */
    public static byte[] all(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }

    /** Moves to the next line; returns false at the end of the file. */
    public boolean next() throws IOException {
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

    /** Discards the buffered part of a line that is too long. */
    private int forget() {
        before += end - from;
        from = 0;
        end = 0;
        return 0;
    }

    /** Grows the buffer behind the part of the line that it holds. */
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

    /** Returns true if the line has a line break and is not too long. */
    public boolean whole() {
        return whole;
    }

    /** Returns the buffer that holds the line, from {@link #from} on. */
    public byte[] array() {
        return buffer;
    }

    /** Returns where the line begins in the buffer. */
    public int from() {
        return from;
    }

    /** Returns the length of the line in bytes, line break included. */
    public int length() {
        return next - from;
    }

    /** Copies the line's bytes, line break included. */
    public byte[] copy() {
        return Arrays.copyOfRange(buffer, from, next);
    }

    /** Returns the position in the file, in bytes, of the next line. */
    public long position() {
        return before + next - from;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
