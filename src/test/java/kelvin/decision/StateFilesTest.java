package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.HashChain;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFilesTest {
    private static final Settings RULES = new Settings(new Softmax(1), 2, Seed.of(1));

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private void snapshot(long number, int arms) throws IOException {
        RecordedSettings rules = RecordedSettings.of(new Settings(new Softmax(1), arms, Seed.of(1)));
        new Snapshot(rules.initial(), rules, HashChain.FIRST).write(StateFiles.snapshot(folder, number));
    }

    private void damage(long number) throws IOException {
        Path file = StateFiles.snapshot(folder, number);
        Files.writeString(file, Files.readString(file).replace("\"arms\"", "\"arns\""));
    }

    private int arms() throws IOException {
        notes.clear();
        return StateFiles.newestReadable(folder, notes)
                .snapshot()
                .state()
                .arms()
                .size();
    }

    @Test
    void numbersAreThoseOfSnapshotsAndJournals() throws IOException {
        assertThat(StateFiles.last(folder)).isZero();
        assertThat(StateFiles.first(folder)).isEqualTo(1);
        for (String name :
                List.of("state-000002.json", "state-000003.json", "journal-000002.jsonl", "journal-000010.jsonl")) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(StateFiles.all(folder)).containsExactly(2L, 3L, 10L);
        assertThat(StateFiles.last(folder)).isEqualTo(10);
        assertThat(StateFiles.first(folder)).isEqualTo(2);
        assertThat(StateFiles.journals(folder))
                .containsExactly(folder.resolve("journal-000002.jsonl"), folder.resolve("journal-000010.jsonl"));
    }

    @Test
    void theNewestSnapshotThatIsWholeIsUsed() throws IOException {
        snapshot(2, 2);
        snapshot(3, 3);
        snapshot(4, 4);
        assertThat(arms()).isEqualTo(4);
        assertThat(notes).isEmpty();
        damage(4);
        assertThat(arms()).isEqualTo(3);
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith(StateFiles.snapshot(folder, 4).toString())
                .endsWith("; the snapshot before it and the journals are used instead");
        damage(3);
        damage(2);
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(this::arms)
                .withMessageStartingWith(StateFiles.snapshot(folder, 4).toString());
        assertThat(notes).hasSize(3);
        assertThat(notes.get(2)).endsWith("; the journals are used instead").doesNotContain("before it");
    }

    @Test
    void withoutASnapshotTheFirstJournalIs() throws IOException {
        assertThatIOException()
                .isThrownBy(this::arms)
                .withMessage(folder + ": found no journal and no snapshot, must be the folder of a decision maker");
        Files.createFile(StateFiles.journal(folder, 2));
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(this::arms)
                .withMessage(folder + ": there is neither a snapshot nor the first journal");
        Files.delete(StateFiles.journal(folder, 2));
        DecisionMaker.open(folder, RULES).close();
        assertThat(StateFiles.newestReadable(folder, notes).generation()).isEqualTo(1);
        assertThat(arms()).isEqualTo(2);
        snapshot(2, 3);
        assertThat(arms()).isEqualTo(3);
        assertThat(StateFiles.oldest(folder).generation()).isEqualTo(1);
        damage(2);
        assertThat(arms()).isEqualTo(2);
        Files.delete(StateFiles.journal(folder, 1));
        Files.delete(StateFiles.snapshot(folder, 1));
        snapshot(2, 3);
        snapshot(3, 4);
        assertThat(StateFiles.oldest(folder).generation()).isEqualTo(2);
    }

    @Test
    void oldSnapshotsAreRemovedExceptTheOneThatAReplayBeginsWith() throws IOException {
        for (long number = 2; number <= 5; number++) {
            Files.createFile(StateFiles.snapshot(folder, number));
            Files.createFile(StateFiles.journal(folder, number));
        }
        StateFiles.removeSnapshotsBefore(folder, 5);
        assertThat(StateFiles.snapshot(folder, 2)).exists();
        assertThat(StateFiles.snapshot(folder, 4)).doesNotExist();
        assertThat(StateFiles.snapshot(folder, 5)).exists();
        Files.createFile(StateFiles.journal(folder, 1));
        StateFiles.removeSnapshotsBefore(folder, 5);
        assertThat(StateFiles.snapshot(folder, 2)).doesNotExist();
    }
}
