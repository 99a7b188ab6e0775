package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedLinesTest {
    @TempDir
    private Path folder;

    private final LinkedLines lines = new LinkedLines();
    private long read;

    private String begun(Path file, int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.begin(out);
        lines.add(WrittenJournals.start(lines.link()));
        for (int i = 1; i < count; i++) {
            lines.add(WrittenJournals.line("one"));
        }
        assertThat(lines.length()).isEqualTo(out.size());
        lines.end();
        lines.end();
        assertThat(lines.length()).isEqualTo(out.size());
        Files.write(file, out.toByteArray());
        return lines.link();
    }

    private String link(Path file, String from) throws IOException {
        read = 0;
        JournalReader.End end = JournalReader.read(file, from, null, line -> read++);
        assertThat(end.next()).isNull();
        return end.link();
    }

    @Test
    void eachJournalGoesOnFromTheOneBefore() throws IOException {
        String first = begun(folder.resolve("1"), 3);
        String second = begun(folder.resolve("2"), 1);
        assertThat(link(folder.resolve("1"), HashChain.FIRST)).isEqualTo(first);
        assertThat(read).isEqualTo(3);
        assertThat(link(folder.resolve("2"), first)).isEqualTo(second);
    }

    @Test
    void aLinkCoversAsManyLinesAsOneWriteAtMost() throws IOException {
        Path file = folder.resolve("1");
        begun(file, Journal.FLUSH_LINES);
        assertThat(Files.readString(file)).containsOnlyOnce("\"link\"");
        begun(file, Journal.FLUSH_LINES + 1);
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.contains("\"link\""))
                .hasSize(2);
    }
}
