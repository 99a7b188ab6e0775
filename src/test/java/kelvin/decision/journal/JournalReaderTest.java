package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {
    @TempDir
    private Path folder;

    private Path file;
    private String last;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("journal");
        last = WrittenJournals.write(file, HashChain.FIRST, "one", "two");
    }

    private void refused(String message, @Nullable String link, @Nullable JournalEnd anchor) {
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> JournalReader.read(file, link, anchor, line -> {}))
                .withMessageStartingWith(file + message);
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    @Test
    void linesComeWithTheirPlaces() throws IOException {
        List<String> read = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        JournalReader.PlacedReader reader = (line, at) -> {
            read.add(line.has("line") ? line.text("line") : "start");
            places.add(at);
        };
        JournalReader.End end = JournalReader.read(file, HashChain.FIRST, null, reader);
        assertThat(end).isEqualTo(new JournalReader.End(Files.size(file), 0, last, null));
        assertThat(read).containsExactly("start", "one", "two");
        String text = Files.readString(file);
        assertThat(places).containsExactly(0L, (long) text.indexOf("{\"line\":\"one\""), (long)
                text.indexOf("{\"line\":\"two\""));
    }

    @Test
    void aChangedByteIsDamageInTheFirstSuchLine() throws IOException {
        Files.writeString(file, Files.readString(file).replace("one", "onf").replace("two", "twp"));
        refused(":3: found a line whose checksum does not fit, must be as it was written", null, null);
        Files.writeString(file, Files.readString(file).replace("start", "stars"));
        refused(":1: found a line whose checksum does not fit", null, null);
    }

    @Test
    void aLineThatWasTakenOutOrAddedDoesNotFitItsLink() throws IOException {
        List<String> lines = lines();
        lines.remove(2);
        write(lines);
        refused(":3: found the link ", null, null);
        lines.add(4, lines.get(3));
        write(lines);
        refused(":3: found the link ", null, null);
        WrittenJournals.write(file, HashChain.FIRST, "one", "two");
        lines = lines();
        lines.remove(4);
        write(lines);
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> JournalReader.read(file, null, null, line -> {}))
                .withMessageStartingWith(file + ":5: found the link " + last + ", must be ")
                .withMessageEndingWith(" after the lines from 5 on: one of them was edited, added or taken out");
    }

    @Test
    void aJournalGoesOnFromTheOneBefore() throws IOException {
        String other = "1".repeat(64);
        refused(":1: found a journal that goes on from " + HashChain.FIRST + ", must go on from " + other, other, null);
        assertThat(JournalReader.read(file, null, null, line -> {}).link()).isEqualTo(last);
    }

    @Test
    void anEndThatWasSafeMustBeThere() throws IOException {
        long length = Files.size(file);
        JournalEnd anchor = new JournalEnd(1, length, last);
        assertThat(JournalReader.read(file, null, anchor, line -> {}).length()).isEqualTo(length);
        refused(": found " + length + " bytes of whole lines, must be the ", null, new JournalEnd(1, length - 1, last));
        refused(": found " + length + " bytes of whole lines, must be the ", null, new JournalEnd(1, length, "link"));
        Files.writeString(file, "{\"half", StandardOpenOption.APPEND);
        assertThat(JournalReader.read(file, null, anchor, line -> {}).rest()).isEqualTo(6);
        refused(
                ": found " + length + " bytes of whole lines and 6 that are not, must be the " + (length + 1)
                        + " that were safe when it was last closed",
                null,
                new JournalEnd(1, length + 1, last));
    }

    @Test
    void whatItsReaderRejectsIsDamageInThatLine() {
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() ->
                        JournalReader.read(file, null, null, line -> line.whole(line.has("line") ? "line" : "start")))
                .withMessage(file + ":3: line: found one, must be a whole number");
    }

    @Test
    void formatsThatAreNotReadAreNamed() throws IOException {
        Files.write(file, new SealedLine(SealedLine.START, 0).put("format", 4).sealed());
        refused(": found a journal of format 4, must be 2 or 3, which this version of Kelvin reads", null, null);
        Files.write(file, new SealedLine(SealedLine.START, 0).sealed());
        refused(": found a journal of format 1, must be 2 or 3", null, null);
        Files.write(file, new SealedLine("line", 0).put("format", 3).sealed());
        refused(": found a journal of format 3, must be 2 or 3", null, null);
        Files.write(file, new byte[0]);
        refused(":1: found a line whose checksum does not fit", null, null);
    }
}
