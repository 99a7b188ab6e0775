package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal in a file, without a decision maker. */
class JournalFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private Journal journal;
    private boolean refuses;

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("lines");
        byte[] start = new SealedLine(SealedLine.START, 0)
                .put("format", SealedLine.FORMAT)
                .quoted(SealedLine.CHAIN, HashChain.FIRST)
                .sealed();
        journal = Journal.begin(file, HashChain.FIRST, start, this::check);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void check() throws IOException {
        if (refuses) {
            throw new IOException("no space left");
        }
    }

    private static JournalLine line(String name) {
        return () -> new SealedLine("line", name).sealed();
    }

    private List<String> read() throws IOException {
        List<String> names = new ArrayList<>();
        JournalReader.read(file, HashChain.FIRST, null, line -> {
            if (line.has("line")) {
                names.add(line.text("line"));
            }
        });
        return names;
    }

    @Test
    void linesAreOnDiskAfterTheCommitAndNotBefore() throws IOException {
        long before = journal.length();
        assertThat(journal.append(line("one"))).isEqualTo(1);
        assertThat(journal.append(line("two"))).isEqualTo(2);
        assertThat(read()).isEmpty();
        journal.commit();
        assertThat(read()).containsExactly("one", "two");
        assertThat(journal.length()).isGreaterThan(before).isEqualTo(Files.size(file));
        journal.commit();
        assertThat(journal.length()).isEqualTo(Files.size(file));
        assertThat(journal.append(line("three"))).isEqualTo(1);
    }

    @Test
    void whatTheDiskRefusedIsWrittenByTheNextCommitInItsOrder() throws IOException {
        refuses = true;
        journal.append(line("one"));
        assertThatIOException()
                .isThrownBy(journal::commit)
                .withMessage(file
                        + ": cannot be written: no space left; decisions go on, unwritten ones are kept in memory");
        journal.append(line("two"));
        refuses = false;
        journal.commit();
        assertThat(read()).containsExactly("one", "two");
    }

    @Test
    void whatAnotherProgramAddedIsNotWrittenOver() throws IOException {
        Files.writeString(file, "x", StandardOpenOption.APPEND);
        journal.append(line("one"));
        assertThatIOException()
                .isThrownBy(journal::commit)
                .withMessageContaining("another program has changed the file");
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).endsWith("x");
    }

    @Test
    void aReplacedFileIsNotWrittenInto() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.write(file, bytes);
        journal.append(line("one"));
        assertThatIOException().isThrownBy(journal::commit).withMessageContaining("was deleted or replaced");
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void linesAreGivenUpAboveTheBoundAndEveryLaterCommitSaysSo() throws IOException {
        byte[] mebibyte = new byte[1 << 20];
        for (int i = 0; i <= JournalBuffer.MAX_UNWRITTEN_BYTES >> 20; i++) {
            journal.append(() -> mebibyte);
        }
        assertThatIOException().isThrownBy(journal::commit).withMessageContaining("lines were given up");
        assertThat(journal.lost()).isTrue();
        journal.append(line("one"));
        assertThatIOException().isThrownBy(journal::commit).withMessageContaining("lines were given up");
        assertThat(read()).isEmpty();
    }

    @Test
    void itGoesOnWhereItEndedAndCutsWhatIsNotWhole() throws IOException {
        journal.append(line("one"));
        journal.commit();
        journal.close();
        Files.writeString(file, "{\"half", StandardOpenOption.APPEND);
        JournalReader.End end = JournalReader.read(file, HashChain.FIRST, null, line -> {});
        assertThat(end.rest()).isEqualTo("{\"half".length());
        journal = new Journal(file, end, this::check);
        assertThat(Files.size(file)).isEqualTo(end.length());
        journal.append(line("two"));
        journal.commit();
        assertThat(read()).containsExactly("one", "two");
    }

    @Test
    void linesWithoutALinkGetTheirsWithTheNextWrite() throws IOException {
        journal.close();
        Files.write(file, line("unlinked").bytes(), StandardOpenOption.APPEND);
        JournalReader.End end = JournalReader.read(file, HashChain.FIRST, null, line -> {});
        assertThat(end.next()).isNotNull();
        journal = new Journal(file, end, this::check);
        assertThat(journal.anchor(1)).isEmpty();
        journal.append(line("two"));
        journal.commit();
        assertThat(read()).containsExactly("unlinked", "two");
        JournalEnd anchor = journal.anchor(1).orElseThrow();
        assertThat(anchor.length()).isEqualTo(Files.size(file));
        assertThat(anchor.link()).isEqualTo(journal.end().link());
    }
}
