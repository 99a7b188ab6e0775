package kelvin.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Writes and reads the file of a checkpoint: a count, a CRC-32C, and 64-bit words, all with the highest byte first. Written and read in
 * pieces, so that it may be larger than an array of bytes.
 */
final class CheckpointFile {
    private static final int HEADER_BYTES = 2 * Long.BYTES;
    private static final int WORDS_AT_ONCE = 1 << 13;

    private CheckpointFile() {}

    static void write(Path file, long[] words) throws IOException {
        CRC32C sum = new CRC32C();
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            out.position(HEADER_BYTES);
            ByteBuffer piece = ByteBuffer.allocate(WORDS_AT_ONCE * Long.BYTES);
            for (int from = 0; from < words.length; from += WORDS_AT_ONCE) {
                int count = Math.min(WORDS_AT_ONCE, words.length - from);
                piece.clear().asLongBuffer().put(words, from, count);
                piece.limit(count * Long.BYTES);
                sum.update(piece.duplicate());
                write(out, piece);
            }
            out.position(0);
            write(
                    out,
                    piece.clear().putLong(words.length).putLong(sum.getValue()).flip());
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Reads the words; none where the file is cut short or damaged. */
    static long[] read(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer piece = ByteBuffer.allocate(WORDS_AT_ONCE * Long.BYTES);
            long count = (in.size() - HEADER_BYTES) / Long.BYTES;
            boolean fits = in.size() >= HEADER_BYTES && in.size() == HEADER_BYTES + count * Long.BYTES;
            read(in, piece.limit(HEADER_BYTES));
            if (!fits || piece.getLong(0) != count || count > Integer.MAX_VALUE - Long.BYTES) {
                return new long[0];
            }
            long expected = piece.getLong(Long.BYTES);
            long[] words = new long[(int) count];
            LongBuffer left = LongBuffer.wrap(words);
            while (left.hasRemaining()) {
                read(in, piece.clear().limit(Math.min(WORDS_AT_ONCE, left.remaining()) * Long.BYTES));
                if (piece.hasRemaining()) {
                    return new long[0];
                }
                sum.update(piece.flip());
                left.put(piece.flip().asLongBuffer());
            }
            return sum.getValue() == expected ? words : new long[0];
        }
    }

    /** Fills a buffer, or what the file has. */
    private static void read(FileChannel in, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() && in.read(bytes) >= 0) {
            // until it is full
        }
    }
}
