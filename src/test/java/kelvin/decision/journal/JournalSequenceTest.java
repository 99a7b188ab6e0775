package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journals of one folder: their names, and reading them one after the other. */
class JournalSequenceTest {
    private static final String MISSING =
            "/journal.end: is missing; whether a journal was cut off at its end cannot be told";

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();
    private final List<String> read = new ArrayList<>();

    private String write(long number, String link, String... names) throws IOException {
        return WrittenJournals.write(JournalSequence.file(folder, number), link, names);
    }

    private JournalSequence.End read(long from, @Nullable String link, long known) throws IOException {
        read.clear();
        notes.clear();
        return JournalSequence.read(
                folder, from, link, known, line -> read.add(line.has("line") ? line.text("line") : "start"), notes);
    }

    private void refused(long from, long known, String message) {
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> read(from, null, known))
                .withMessage(message + JournalSequence.WAY_OUT);
    }

    @Test
    void journalsHaveNumbersInTheirNames() throws IOException {
        assertThat(JournalSequence.file(folder, 12)).isEqualTo(folder.resolve("journal-000012.jsonl"));
        assertThat(JournalSequence.file(folder, 1_234_567)).isEqualTo(folder.resolve("journal-1234567.jsonl"));
        for (String name :
                List.of("journal-1000000.jsonl", "journal-000002.jsonl", "journal-3.jsonl", "state-000004.json")) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(JournalSequence.numbers(folder)).containsExactly(2L, 1_000_000L);
        assertThat(JournalSequence.isJournal("journal-000002.jsonl")).isTrue();
        assertThat(JournalSequence.isJournal("journal-000002.jsonl.tail-5")).isFalse();
    }

    @Test
    void aFamilyHasFoldersOfShards() throws IOException {
        assertThat(JournalSequence.folders(folder)).containsExactly(folder);
        for (String name : List.of("shard-0001", "shard-0000", "shard-1", "other")) {
            Files.createDirectory(folder.resolve(name));
        }
        assertThat(JournalSequence.folders(folder))
                .containsExactly(folder.resolve("shard-0000"), folder.resolve("shard-0001"));
    }

    @Test
    void journalsAreReadOneAfterTheOther() throws IOException {
        String middle = write(1, HashChain.FIRST, "one");
        String last = write(2, middle, "two");
        JournalSequence.End end = read(1, HashChain.FIRST, 0);
        assertThat(end.generation()).isEqualTo(2);
        assertThat(end.at().link()).isEqualTo(last);
        assertThat(read).containsExactly("start", "one", "start", "two");
        assertThat(notes).containsExactly(folder + MISSING);
        assertThat(read(2, middle, 2)).isEqualTo(end);
        assertThat(read).containsExactly("start", "two");
        assertThatIOException()
                .isThrownBy(() -> read(2, last, 0))
                .withMessageStartingWith(
                        JournalSequence.file(folder, 2) + ":1: found a journal that goes on from " + middle);
    }

    @Test
    void aMissingJournalIsDamage() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> read(1, null, 0))
                .isNotInstanceOf(DamagedFile.class)
                .withMessage(folder + ": found no journal, must be the folder of a decision maker");
        write(1, HashChain.FIRST);
        refused(2, 0, folder + ": there is no journal from number 2 on");
        String missing = ": is missing, must be there: what it told is in no other file";
        refused(1, 2, JournalSequence.file(folder, 2) + missing);
        write(3, HashChain.FIRST);
        refused(1, 0, JournalSequence.file(folder, 2) + missing);
        Files.delete(JournalSequence.file(folder, 3));
        new JournalEnd(2, 10, HashChain.FIRST).save(folder);
        refused(1, 0, JournalSequence.file(folder, 2) + missing);
    }

    @Test
    void onlyTheJournalThatTheEndIsKnownOfMustReachIt() throws IOException {
        String middle = write(1, HashChain.FIRST, "one");
        String last = write(2, middle, "two");
        Path newest = JournalSequence.file(folder, 2);
        new JournalEnd(2, Files.size(newest), last).save(folder);
        assertThat(read(1, null, 0).generation()).isEqualTo(2);
        assertThat(notes).isEmpty();
        new JournalEnd(2, Files.size(newest) + 1, last).save(folder);
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> read(1, null, 0))
                .withMessageStartingWith(newest + ": found ")
                .withMessageContaining("its end was cut off");
    }

    @Test
    void theEndOfAnInterruptedWriteIsNoted() throws IOException {
        String link = write(1, HashChain.FIRST, "one");
        Path file = JournalSequence.file(folder, 1);
        new JournalEnd(1, Files.size(file), link).save(folder);
        Files.writeString(file, "{\"ha", StandardOpenOption.APPEND);
        assertThat(read(1, null, 0).at().rest()).isEqualTo(4);
        assertThat(notes)
                .containsExactly(file + ": the last 4 bytes were being written when the program ended; left out");
    }

    @Test
    void aFolderThatIsPartlyRewrittenIsNotRead() throws IOException {
        write(1, HashChain.FIRST);
        Files.createDirectory(folder.resolve("rewritten"));
        assertThatIOException()
                .isThrownBy(() -> read(1, null, 0))
                .withMessageStartingWith(
                        folder + ": found rewritten, must be a folder whose files are all of one version");
    }

    @Test
    void errorsThatJavaTellsByTheirClassAloneAreReworded() {
        IOException told = new FileNotFoundException("told");
        assertThat(JournalSequence.reworded(told)).isSameAs(told);
        assertThat(JournalSequence.reworded(new AccessDeniedException("file")))
                .hasMessageContaining("file")
                .isNotInstanceOf(AccessDeniedException.class);
    }
}
