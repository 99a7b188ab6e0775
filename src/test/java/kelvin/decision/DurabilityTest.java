package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.Journal;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.SealedLine;
import kelvin.policy.Softmax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder holds the state byte for byte, however the program ended. */
class DurabilityTest {
    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    private DecisionMaker open() throws IOException {
        return DecisionMaker.open(folder, Samples.RULES, clock);
    }

    private String lived(long seed, int calls) throws IOException {
        try (DecisionMaker maker = open()) {
            Samples.live(maker, clock, seed, calls);
            return Snapshot.text(maker.state());
        }
    }

    private String reopened() throws IOException {
        try (DecisionMaker maker = open()) {
            return Snapshot.text(maker.state());
        }
    }

    private Path journal(long generation) {
        return StateFiles.journal(folder, generation);
    }

    @Test
    void snapshotAndJournalAreTheStateByteForByte() throws IOException {
        String text = lived(1, 500);
        assertThat(reopened()).isEqualTo(text);
        assertThat(lived(2, 500)).isNotEqualTo(text).isEqualTo(reopened());
    }

    @Test
    void aDurableDecisionMakerDecidesAsOneInMemory() throws IOException {
        DecisionMaker inMemory = new DecisionMaker(Samples.RULES, State.initial(Samples.RULES), clock);
        Samples.live(inMemory, clock, 1, 500);
        assertThat(lived(1, 500)).isEqualTo(Snapshot.text(inMemory.state()));
    }

    @Test
    void savingStartsANewJournal() throws IOException {
        String text;
        try (DecisionMaker maker = open()) {
            for (int i = 1; i <= 4; i++) {
                Samples.live(maker, clock, i, 100);
                maker.save();
            }
            Samples.live(maker, clock, 9, 10);
            text = Snapshot.text(maker.state());
        }
        assertThat(reopened()).isEqualTo(text);
        assertThat(folder.toFile().list())
                .contains("state-000004.json", "state-000005.json", "journal-000001.jsonl", "journal-000005.jsonl")
                .doesNotContain("state-000003.json");
    }

    @Test
    void aDamagedSnapshotIsReplacedByTheOneBeforeAndTheJournals() throws IOException {
        String text;
        try (DecisionMaker maker = open()) {
            Samples.live(maker, clock, 1, 200);
            maker.save();
            Samples.live(maker, clock, 2, 200);
            text = Snapshot.text(maker.state());
        }
        Path newest = StateFiles.snapshot(folder, 2);
        Files.writeString(newest, Files.readString(newest).replace("\"open\": true", "\"open\": false"));
        try (DecisionMaker maker = open()) {
            assertThat(Snapshot.text(maker.state())).isEqualTo(text);
            assertThat(maker.notes())
                    .first()
                    .asString()
                    .contains("state-000002.json", "the snapshot before it and the journals are used instead");
        }
    }

    @Test
    void aSnapshotThatWasNeverWrittenLeavesEveryJournalWhole() throws IOException {
        try (DecisionMaker maker = open()) {
            Samples.live(maker, clock, 1, 300);
            maker.save();
            Samples.live(maker, clock, 2, 10);
        }
        Files.delete(StateFiles.snapshot(folder, 2));
        String before = Files.readString(journal(1));
        String text = lived(3, 100);
        assertThat(journal(1)).hasContent(before);
        assertThat(reopened()).isEqualTo(text);
    }

    @Test
    void theEndOfAnInterruptedWriteIsPutAside() throws IOException {
        lived(1, 200);
        String before = reopened();
        byte[] whole = Files.readAllBytes(journal(1));
        Files.write(journal(1), "{\"decision\":\"torn".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        Path aside = folder.resolve("journal-000001.jsonl.tail-" + whole.length);
        try (DecisionMaker maker = open()) {
            assertThat(Snapshot.text(maker.state())).isEqualTo(before);
            assertThat(maker.notes())
                    .startsWith(
                            journal(1) + ": the last 17 bytes were being written when the program ended; left out",
                            aside + ": holds the bytes that were left out");
        }
        assertThat(aside).hasContent("{\"decision\":\"torn");
        assertThat(journal(1)).hasBinaryContent(whole);
        assertThat(reopened()).isEqualTo(before);
    }

    /** As a program leaves it that is killed while it writes: nothing says how far the journal was safe. */
    @Test
    void whereverAnInterruptedWriteEndsItsStateIsOneThatWas() throws IOException {
        lived(1, 40);
        byte[] whole = Files.readAllBytes(journal(1));
        int first = firstLine(whole);
        for (int length = first; length < whole.length; length += 101) {
            Files.write(journal(1), Arrays.copyOf(whole, length));
            Files.delete(folder.resolve("journal.end"));
            try (DecisionMaker maker = open()) {
                assertThat(maker.state().decisions()).isLessThanOrEqualTo(40);
                maker.decide("one more");
            }
        }
    }

    private static int firstLine(byte[] journal) {
        return new String(journal, StandardCharsets.US_ASCII).indexOf('\n') + 1;
    }

    @Test
    void aJournalThatIsCutOffIsNoticedWhereverThatIs() throws IOException {
        lived(1, 40);
        byte[] whole = Files.readAllBytes(journal(1));
        for (int length = 0; length < whole.length; length += 197) {
            Files.write(journal(1), Arrays.copyOf(whole, length));
            assertThatExceptionOfType(DamagedFile.class).isThrownBy(this::open);
        }
    }

    @Test
    void anEditedLineIsRefused() throws IOException {
        lived(1, 100);
        List<String> lines = Files.readAllLines(journal(1));
        int line = 0;
        while (!lines.get(line).contains("\"propensity\"")) {
            line++;
        }
        lines.set(line, lines.get(line).replace("\"action\":", "\"action\":1"));
        Files.write(journal(1), lines);
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(this::open)
                .withMessage(
                        journal(1) + ":" + (line + 1)
                                + ": found a line whose checksum does not fit, must be as it was written: it was edited or damaged");
    }

    @Test
    void aMissingLineIsNoticed() throws IOException {
        lived(1, 100);
        List<String> lines = Files.readAllLines(journal(1));
        lines.removeIf(line -> line.contains("\"step\":7,"));
        Files.write(journal(1), lines);
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(this::open)
                .withMessageContaining("step: found 8, must be 7: lines before this one are missing");
    }

    @Test
    void anotherPolicyGoesOnFromTheSameValues() throws IOException {
        lived(1, 200);
        Settings warmer = new Settings(new Softmax(5), 4, Samples.RULES.seed());
        long version;
        try (DecisionMaker maker = DecisionMaker.open(folder, warmer)) {
            version = maker.state().version();
            assertThat(maker.state().policy()).isEqualTo("Softmax[temperature=5.0]");
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, warmer)) {
            assertThat(maker.state().version()).isEqualTo(version);
        }
    }

    @Test
    void aFolderHasOneOwner() throws IOException {
        try (DecisionMaker maker = open()) {
            maker.decide("a");
            assertThatIOException()
                    .isThrownBy(this::open)
                    .withMessage(folder + ": is in use by another decision maker, must be this one's own");
        }
        reopened();
    }

    @Test
    void aFolderThatCannotBeWrittenIsAClearError() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatIOException()
                .isThrownBy(() -> DecisionMaker.open(file.resolve("inside"), Samples.RULES))
                .withMessageStartingWith(file.resolve("inside") + ": cannot be written: ");
    }

    /** {@code /dev/full} refuses every write as a full disk does; here it stands where the second journal is to be written. */
    @Test
    void aFullDiskIsAClearErrorAndDecisionsGoOn() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        Files.createSymbolicLink(folder.resolve(".journal-000002.jsonl.partial"), Path.of("/dev/full"));
        String text;
        try (DecisionMaker maker = open()) {
            Samples.live(maker, clock, 1, 100);
            String problem =
                    journal(2) + ": cannot be written: No space left on device; decisions go on, unwritten ones"
                            + " are kept in memory";
            assertThatIOException().isThrownBy(maker::save).withMessage(problem);
            Samples.live(maker, clock, 2, 100);
            maker.commit();
            maker.save();
            Samples.live(maker, clock, 3, 100);
            text = Snapshot.text(maker.state());
        }
        assertThat(reopened()).isEqualTo(text);
    }

    @Test
    void aDeletedJournalIsNoticedByTheNextCommit() throws IOException {
        String text;
        try (DecisionMaker maker = open()) {
            maker.decide("a");
            maker.commit();
            Files.delete(journal(1));
            maker.decide("b");
            assertThatIOException()
                    .isThrownBy(maker::commit)
                    .withMessageContaining("the file was deleted or replaced while it was written");
            maker.save();
            assertThat(copied()).isEqualTo(Snapshot.text(maker.state()));
            maker.decide("c");
            text = Snapshot.text(maker.state());
        }
        assertThat(reopened()).isEqualTo(text);
    }

    /** Returns the state that a copy of the folder leads to, as after a kill. */
    private String copied() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String name : List.of("state-000001.json", "state-000002.json", "journal-000002.jsonl")) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        try (DecisionMaker maker = DecisionMaker.open(copy, Samples.RULES, clock)) {
            return Snapshot.text(maker.state());
        }
    }

    @Test
    void manyLinesAreWrittenWithoutACommit() throws IOException {
        Path file = folder.resolve("lines");
        byte[] start = JournalRecord.start(
                RecordedSettings.of(Samples.RULES),
                new MutableState(Samples.RULES, State.initial(Samples.RULES)),
                0,
                "");
        JournalLine line = () -> new byte[] {'x'};
        try (Journal journal = Journal.begin(file, "", start, () -> {})) {
            long before = journal.length();
            int link = SealedLine.link(HashChain.FIRST).length;
            for (int i = 0; i < Journal.FLUSH_LINES; i++) {
                assertThat(journal.length()).isEqualTo(before);
                journal.flushIfBehind(journal.append(line));
            }
            assertThat(journal.length()).isEqualTo(before + Journal.FLUSH_LINES + link);
            journal.append(line);
            journal.commit();
            assertThat(file).hasSize(before + Journal.FLUSH_LINES + 1 + 2L * link);
        }
    }
}
