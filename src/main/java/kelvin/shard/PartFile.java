package kelvin.shard;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;
import kelvin.file.WholeFile;

/**
 * Writes and reads part files: a table of nodes, then their statistics, all in 64-bit words with the highest byte first.
 *
 * <p>The first word is the number of nodes, the second the CRC-32C of the table. Each row of the table has the key in two words, the
 * first repetition, the repetition after the last, the number of words and their CRC-32C.
 */
final class PartFile {
    private static final int HEADER_WORDS = 2;
    private static final int ROW_WORDS = 6;
    private static final int MAX_NODES = 1 << 20;
    private static final int KEY_HALF = 16;

    private PartFile() {}

    /** The statistics of a node. */
    record Played(Node node, long[] words) {}

    /** The place of a node's statistics in a part file. */
    record Place(Node node, Path file, long offset, int length, long checksum) {
        /** Reads the statistics; none where they are damaged. */
        Optional<long[]> read() throws IOException {
            try {
                ByteBuffer bytes = PartFile.read(file, offset, length * Long.BYTES);
                long[] words = new long[length];
                bytes.asLongBuffer().get(words);
                return sum(bytes) == checksum ? Optional.of(words) : Optional.empty();
            } catch (EOFException e) {
                return Optional.empty();
            }
        }
    }

    static void write(Path file, List<Played> nodes) throws IOException {
        List<ByteBuffer> all = buffers(nodes);
        WholeFile.write(file, beside -> {
            try (FileChannel out = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                for (ByteBuffer bytes : all) {
                    while (bytes.hasRemaining()) {
                        out.write(bytes);
                    }
                }
            }
        });
    }

    /** Returns the bytes of a file of some nodes. */
    static byte[] bytes(List<Played> nodes) {
        List<ByteBuffer> all = buffers(nodes);
        ByteBuffer bytes =
                ByteBuffer.allocate(all.stream().mapToInt(ByteBuffer::remaining).sum());
        all.forEach(bytes::put);
        return bytes.array();
    }

    /** Reads the nodes in the bytes of a whole file. */
    static List<Played> nodes(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int rows = (int) bytes.getLong() * ROW_WORDS * Long.BYTES;
        ByteBuffer table = bytes.slice(HEADER_WORDS * Long.BYTES, rows);
        List<Played> nodes = new ArrayList<>();
        for (Place place : places(Path.of(""), table)) {
            long[] words = new long[place.length];
            bytes.slice((int) place.offset, place.length * Long.BYTES)
                    .asLongBuffer()
                    .get(words);
            nodes.add(new Played(place.node, words));
        }
        return nodes;
    }

    private static List<ByteBuffer> buffers(List<Played> nodes) {
        List<ByteBuffer> all = new ArrayList<>();
        ByteBuffer table = ByteBuffer.allocate(ROW_WORDS * Long.BYTES * nodes.size());
        for (Played played : nodes) {
            ByteBuffer words = ByteBuffer.allocate(played.words.length * Long.BYTES);
            words.asLongBuffer().put(played.words);
            Node node = played.node;
            table.putLong(Long.parseUnsignedLong(node.key().substring(0, KEY_HALF), 16))
                    .putLong(Long.parseUnsignedLong(node.key().substring(KEY_HALF), 16))
                    .putLong(node.from())
                    .putLong(node.to())
                    .putLong(played.words.length)
                    .putLong(sum(words));
            all.add(words);
        }
        table.flip();
        all.add(0, table);
        all.add(
                0,
                ByteBuffer.allocate(HEADER_WORDS * Long.BYTES)
                        .putLong(nodes.size())
                        .putLong(sum(table))
                        .flip());
        return all;
    }

    /** Reads the table of a file; empty where the file is cut short or damaged. */
    static Optional<List<Place>> table(Path file) throws IOException {
        try {
            ByteBuffer header = read(file, 0, HEADER_WORDS * Long.BYTES);
            long count = header.getLong();
            if (count < 0 || count > MAX_NODES) {
                return Optional.empty();
            }
            ByteBuffer table = read(file, header.capacity(), (int) count * ROW_WORDS * Long.BYTES);
            return sum(table) == header.getLong() ? Optional.of(places(file, table)) : Optional.empty();
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static List<Place> places(Path file, ByteBuffer table) {
        List<Place> places = new ArrayList<>();
        long offset = HEADER_WORDS * (long) Long.BYTES + table.capacity();
        while (table.hasRemaining()) {
            String key = String.format(Locale.ROOT, "%016x%016x", table.getLong(), table.getLong());
            Node node = new Node(key, (int) table.getLong(), (int) table.getLong());
            int length = (int) table.getLong();
            places.add(new Place(node, file, offset, length, table.getLong()));
            offset += length * (long) Long.BYTES;
        }
        return places;
    }

    private static ByteBuffer read(Path file, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long at = offset; bytes.hasRemaining(); at = offset + bytes.position()) {
                if (in.read(bytes, at) < 0) {
                    throw new EOFException(file + ": ends too early");
                }
            }
        }
        return bytes.flip();
    }

    private static long sum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate());
        return sum.getValue();
    }
}
