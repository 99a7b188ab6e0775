package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import kelvin.decision.journal.JournalEnd;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.LineReader;
import kelvin.decision.journal.LinkedLines;
import kelvin.decision.journal.SealedLine;
import kelvin.file.Folders;

/** Forges the record of a family of one shard. */
final class ForgedFamily {
    private ForgedFamily() {}

    /** Copies a family, one line changed, with right checksums, links and places: as one who knows the format would forge it. */
    static Path of(Path root, Path copy, String from, String to) throws IOException {
        Path shard = copy.resolve("shard-0000");
        Folders.make(shard);
        Files.copy(root.resolve("family.json"), copy.resolve("family.json"));
        LinkedLines written = new LinkedLines();
        boolean[] done = {false};
        for (long number : JournalSequence.numbers(root.resolve("shard-0000"))) {
            Path source = JournalSequence.file(root.resolve("shard-0000"), number);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            written.begin(out);
            try (LineReader lines = new LineReader(source, LineReader.MAX_LINE_BYTES)) {
                while (lines.next()) {
                    byte[] bytes = lines.copy();
                    JsonMembers line =
                            Objects.requireNonNull(SealedLine.read(lines.array(), lines.from(), lines.length()));
                    if (line.has(SealedLine.LINK)) {
                        continue;
                    } else if (line.has(SealedLine.CHAIN)) {
                        bytes = SealedLine.rewritten(bytes, line.text(SealedLine.CHAIN), written.link());
                    }
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    boolean here = !done[0] && text.contains(from);
                    done[0] |= here;
                    written.add(here ? SealedLine.rewritten(bytes, from, to) : bytes);
                }
            }
            written.end();
            Files.write(JournalSequence.file(shard, number), out.toByteArray());
            new JournalEnd(number, written.length(), written.link()).save(shard);
        }
        assertThat(done[0]).isTrue();
        return copy;
    }
}
