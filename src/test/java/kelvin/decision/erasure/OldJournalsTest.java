package kelvin.decision.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import kelvin.decision.DecisionMaker;
import kelvin.decision.RewardOutcome;
import kelvin.decision.Settings;
import kelvin.decision.journal.FolderLock;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.SealedLine;
import kelvin.file.Folders;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files go only where a later snapshot stands for them, and snapshots are rewritten row by row. */
class OldJournalsTest {
    @TempDir
    private Path folder;

    private void begun(long number, long time) throws IOException {
        Files.write(
                JournalSequence.file(folder, number),
                new SealedLine(SealedLine.START, time)
                        .put("format", SealedLine.FORMAT)
                        .quoted(SealedLine.CHAIN, HashChain.FIRST)
                        .sealed());
        Files.createFile(folder.resolve("state-00000" + number + ".json"));
    }

    private int removed(long before) throws IOException {
        return OldJournals.remove(folder, Instant.ofEpochMilli(before));
    }

    private List<String> files() throws IOException {
        return Folders.names(folder).stream()
                .filter(name -> !name.equals("lock"))
                .sorted()
                .toList();
    }

    @Test
    void aJournalGoesWithItsSnapshotOnceALaterSnapshotIsOldEnough() throws IOException {
        begun(1, 10);
        begun(2, 20);
        begun(3, 30);
        Files.createFile(folder.resolve("state-000009.json"));
        assertThat(OldJournals.remove(folder, Instant.MIN)).isZero();
        assertThat(removed(19)).isZero();
        assertThat(files()).hasSize(7);
        assertThat(removed(20)).isEqualTo(1);
        assertThat(files())
                .containsExactly(
                        "journal-000002.jsonl",
                        "journal-000003.jsonl",
                        "state-000002.json",
                        "state-000003.json",
                        "state-000009.json");
        Files.delete(folder.resolve("state-000003.json"));
        assertThat(OldJournals.remove(folder, Instant.MAX)).isZero();
    }

    @Test
    void aFolderThatIsMissingIsNotMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path none = folder.resolve("none");
        assertThatIOException()
                .isThrownBy(() -> OldJournals.remove(file, Instant.MAX))
                .withMessage(file + ": found a file, must be the folder of a decision maker");
        assertThatIOException()
                .isThrownBy(() -> OldJournals.remove(none, Instant.MAX))
                .withMessage(none + ": found nothing, must be the folder of a decision maker");
        assertThat(none).doesNotExist();
    }

    @Test
    void aFolderInUseIsLeftAlone() throws IOException {
        begun(1, 10);
        begun(2, 20);
        try (FolderLock lock = FolderLock.of(folder)) {
            lock.renew();
            assertThatIOException().isThrownBy(() -> removed(1000)).withMessageContaining("is in use");
        }
        assertThat(files()).hasSize(4);
    }

    @Test
    void whatASnapshotRemembersOfOthersStays() throws IOException {
        Settings rules = new Settings(new Softmax(1), 2, Seed.of(1));
        try (DecisionMaker maker = DecisionMaker.open(folder, rules)) {
            for (String id : List.of("a", "b", "c", "d")) {
                maker.decide(id);
            }
            maker.reward("b", 1);
            maker.save();
        }
        assertThat(Erasure.ids(folder, List.of("a", "d"), () -> Instant.EPOCH)).isEqualTo(2);
        try (DecisionMaker maker = DecisionMaker.open(folder, rules)) {
            assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.UNKNOWN);
            assertThat(maker.reward("b", 1)).isEqualTo(RewardOutcome.DUPLICATE);
            assertThat(maker.reward("c", 1)).isEqualTo(RewardOutcome.LEARNED);
            assertThat(maker.reward("d", 1)).isEqualTo(RewardOutcome.UNKNOWN);
            assertThat(maker.state().decisions()).isEqualTo(4);
        }
    }
}
