package kelvin.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 text of any length in constant memory, without its byte order mark; an error names the line. */
final class Utf8Reader extends Reader {
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String source;
    private final InputStream in;
    private final int longestLine;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer text = CharBuffer.allocate(BUFFER).flip();
    private boolean begun;
    private boolean ended;
    private long line = 1;
    private int length;

    /**
     * Creates a reader.
     *
     * @param source the name of the file, for errors
     * @param in its bytes; closed with this reader
     * @param longestLine the largest length of a line, in UTF-16 characters
     */
    Utf8Reader(String source, InputStream in, int longestLine) {
        this.source = source;
        this.in = in;
        this.longestLine = longestLine;
    }

    @Override
    public int read(char[] out, int from, int count) throws IOException {
        while (!text.hasRemaining()) {
            if (!decode()) {
                return -1;
            }
        }
        int read = Math.min(count, text.remaining());
        text.get(out, from, read);
        return read;
    }

    /** Decodes what the buffers hold, and fills the buffer of bytes; returns false at the end. */
    private boolean decode() throws IOException {
        text.clear();
        CoderResult result = decoder.decode(bytes, text, ended);
        text.flip();
        if (result.isError() && !text.hasRemaining()) {
            throw new BadInput(source + ":" + line + ": byte 0x" + Integer.toHexString(bytes.get() & 0xff)
                    + " is not UTF-8 text; save the file as UTF-8");
        }
        boolean more = text.hasRemaining() || !ended;
        countLines();
        if (!begun && text.hasRemaining()) {
            begun = true;
            text.position(text.get(0) == BYTE_ORDER_MARK ? 1 : 0);
        }
        if (result.isUnderflow() && !ended) {
            bytes.compact();
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
        }
        return more;
    }

    private void countLines() {
        for (int i = 0; i < text.limit(); i++) {
            length++;
            if (text.get(i) == '\n') {
                line++;
                length = 0;
            } else if (length > longestLine) {
                throw new BadInput(source + ":" + line + ": the line has more than " + longestLine + " characters");
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
