package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntactLinesTest {
    @TempDir
    private Path folder;

    private Path file;
    private String text;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("journal");
        WrittenJournals.write(file, "1".repeat(64), "one", "two", "three");
        text = Files.readString(file);
    }

    /** The faults; the lines must be the given ones, at their places. */
    private List<String> faults(@Nullable JournalEnd anchor, String... names) throws IOException {
        Faults faults = new Faults();
        List<String> read = new ArrayList<>();
        byte[] all = Files.readAllBytes(file);
        IntactLines.read(file, null, anchor, faults, (line, bytes, at, where) -> {
            String whole = new String(bytes, StandardCharsets.UTF_8);
            assertThat(new String(all, (int) at, bytes.length, StandardCharsets.UTF_8))
                    .isEqualTo(whole)
                    .endsWith("}\n");
            read.add((line.has("line") ? line.text("line") : "start")
                    + where.substring(file.toString().length()));
        });
        assertThat(read).containsExactly(names);
        return faults.list();
    }

    @Test
    void aWholeJournalHasNoFaults() throws IOException {
        assertThat(faults(null, "start:1", "one:3", "two:5", "three:7")).isEmpty();
        assertThat(faults(new JournalEnd(1, text.length(), ""), "start:1", "one:3", "two:5", "three:7"))
                .isEmpty();
    }

    @Test
    void aLineThatIsNotAsItWasWrittenIsLeftOutAndItsLinkSaysNothingMore() throws IOException {
        Files.writeString(file, text.replace("one", "onf"));
        assertThat(faults(null, "start:1", "two:5", "three:7"))
                .containsExactly(
                        file + ":3: " + new String(WrittenJournals.line("one"), StandardCharsets.UTF_8).length()
                                + " bytes that are not a line as it was written");
        Files.writeString(file, text.replace("start", "stars"));
        assertThat(faults(null, "one:3", "two:5", "three:7")).hasSize(1);
    }

    @Test
    void aLineThatWasTakenOutIsTold() throws IOException {
        Files.writeString(file, text.replace(new String(WrittenJournals.line("two"), StandardCharsets.UTF_8), ""));
        assertThat(faults(null, "start:1", "one:3", "three:6"))
                .containsExactly(
                        file + ":5: the lines since the link before do not fit this one: one of them was edited,"
                                + " added or taken out; they are kept as they are");
    }

    @Test
    void anEndThatIsNotReachedIsTold() throws IOException {
        for (long length : new long[] {text.length() - 1, text.length() + 1}) {
            assertThat(faults(new JournalEnd(1, length, ""), "start:1", "one:3", "two:5", "three:7"))
                    .containsExactly(file + ": ends before the place up to which it was safe when it was last closed");
        }
    }

    @Test
    void aJournalGoesOnFromTheLinkBefore() throws IOException {
        Faults faults = new Faults();
        String end = IntactLines.read(file, "1".repeat(64), null, faults, (line, bytes, at, where) -> {});
        assertThat(faults.list()).isEmpty();
        assertThat(text).contains("\"link\":\"" + end + "\"");
        IntactLines.read(file, end, null, faults, (line, bytes, at, where) -> {});
        assertThat(faults.list())
                .containsExactly(
                        file + ":1: does not go on from the end of the journal before it: one of the two was cut off,"
                                + " edited or replaced");
    }

    @Test
    void anEmptyJournalIsTold() throws IOException {
        Files.writeString(file, "");
        assertThat(faults(null)).containsExactly(file + ": is empty");
    }
}
