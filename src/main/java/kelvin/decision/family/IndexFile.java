package kelvin.decision.family;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.LineReader;
import kelvin.decision.journal.SealedLine;
import kelvin.file.WholeFile;
import kelvin.json.Json;

/**
 * The file of a shard's index as it was when a journal began: a line of JSON with a checksum, then two numbers of 8 bytes per context,
 * the hash of its name and the place of its newest line.
 *
 * @param number the journal that begins there
 * @param link the link of the chain that this journal goes on from
 * @param pairs hashes and places
 * @param sections the settings that earlier lines were written by
 */
record IndexFile(long number, String link, long[] pairs, Sections sections) {
    private static final Pattern NAME = Pattern.compile("index-([0-9]{6,18})\\.bin");

    static Path file(Path folder, long number) {
        return folder.resolve(String.format(Locale.ROOT, "index-%06d.bin", number));
    }

    static List<Long> numbers(Path folder) throws IOException {
        return JournalSequence.numbers(folder, NAME);
    }

    void write(Path folder) throws IOException {
        byte[] bytes = new byte[Long.BYTES * pairs.length];
        ByteBuffer.wrap(bytes).asLongBuffer().put(pairs);
        byte[] head = new SealedLine("index", number)
                .put("format", SealedLine.FORMAT)
                .quoted(SealedLine.CHAIN, link)
                .put("contexts", pairs.length / 2)
                .put("sections", Json.canonical(sections.tree()))
                .quoted("sha256", sha256(bytes))
                .sealed();
        WholeFile.force(file(folder, number), out -> {
            out.write(head);
            out.write(bytes);
        });
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(HashChain.sha256().digest(bytes));
    }

    static IndexFile read(Path folder, long number) throws IOException {
        Path file = file(folder, number);
        byte[] all = LineReader.all(file);
        int head = 0;
        while (head < all.length && all[head] != '\n') {
            head++;
        }
        try {
            JsonMembers line = head == all.length ? null : SealedLine.read(all, 0, head + 1);
            if (line == null) {
                throw new IllegalArgumentException("its first line is not as it was written");
            }
            byte[] bytes = Arrays.copyOfRange(all, head + 1, all.length);
            if (!line.text("sha256").equals(sha256(bytes)) || line.whole("index") != number) {
                throw new IllegalArgumentException("found another checksum than that of its bytes");
            }
            LongBuffer pairs = ByteBuffer.wrap(bytes).asLongBuffer();
            long[] numbers = new long[pairs.remaining()];
            pairs.get(numbers);
            return new IndexFile(number, line.text(SealedLine.CHAIN), numbers, Sections.of(line.list("sections")));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DamagedFile(file + ": not a whole index: " + e.getMessage());
        }
    }

    static void removeBefore(Path folder, long number) throws IOException {
        for (long each : numbers(folder)) {
            if (each < number) {
                Files.deleteIfExists(file(folder, each));
            }
        }
    }
}
