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
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a journal writes, for whom, and what it tells of it; threads wait for one another, nothing depends on time. */
class JournalWritesTest {
    @TempDir
    private Path folder;

    private Path file;
    private Journal journal;
    private final Watched guard = new Watched();

    /** Notes each write and refuses it, or makes it wait, if told so. */
    private static final class Watched implements Journal.Guard {
        private final List<String> told = new ArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private @Nullable CountDownLatch gate;
        private boolean refuses;

        @Override
        public void check() throws IOException {
            begun.countDown();
            try {
                if (gate != null) {
                    gate.await();
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (refuses) {
                throw new IOException("full");
            }
        }

        @Override
        public void wrote(long lines, long bytes) {
            told.add("wrote " + lines + ", " + bytes);
        }

        @Override
        public void failed(IOException failure) {
            told.add("failed");
        }
    }

    /** A line that notes the place it is made for, and whether it has been told that it is on disk. */
    private final class Placed implements JournalLine.Placed {
        private final List<Object> told = new ArrayList<>();

        @Override
        public byte[] bytes() {
            throw new IllegalStateException("has a place");
        }

        @Override
        public byte[] bytes(long at) {
            told.add(at);
            return WrittenJournals.line("placed");
        }

        @Override
        public void written() {
            told.add(journal.length());
        }
    }

    @BeforeEach
    void begin() throws IOException {
        file = JournalSequence.file(folder, 1);
        journal = Journal.begin(file, HashChain.FIRST, WrittenJournals.start(HashChain.FIRST), guard);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void append(String name) {
        journal.append(() -> WrittenJournals.line(name));
    }

    private void commit() {
        try {
            journal.commit();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> read() throws IOException {
        List<String> names = new ArrayList<>();
        JournalReader.read(file, null, null, line -> names.add(line.has("line") ? line.text("line") : "start"));
        return names;
    }

    /** Starts a thread and returns it once it waits, or has ended. */
    private static Thread waiting(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return thread;
    }

    /** Starts a thread that writes the line "one", and returns once its write has begun, which then waits for the gate. */
    private Thread writer(CountDownLatch gate) throws InterruptedException {
        guard.gate = gate;
        append("one");
        Thread writer = new Thread(this::commit);
        writer.start();
        guard.begun.await();
        return writer;
    }

    @Test
    void aJournalHasOneWriter() throws IOException {
        JournalReader.End end = journal.end();
        assertThatIOException()
                .isThrownBy(() -> new Journal(file, end, guard))
                .withMessageStartingWith(folder + ": is in use by another decision maker");
    }

    @Test
    void itsGuardIsToldHowManyLinesAndBytesWereWritten() throws IOException {
        long start = journal.length();
        append("one");
        append("two");
        assertThat(journal.waitingLines()).isEqualTo(2);
        guard.refuses = true;
        assertThatIOException().isThrownBy(journal::commit);
        assertThat(journal.waitingLines()).isEqualTo(2);
        assertThat(journal.unwrittenBytes()).isEqualTo(2L * WrittenJournals.line("one").length);
        guard.refuses = false;
        journal.commit();
        long first = journal.length() - start;
        append("three");
        journal.commit();
        journal.commit();
        long second = journal.length() - start - first;
        assertThat(guard.told).containsExactly("failed", "wrote 2, " + first, "wrote 1, " + second);
        assertThat(journal.waitingLines()).isZero();
        assertThat(journal.unwrittenBytes()).isZero();
        assertThat(journal.lost()).isFalse();
    }

    @Test
    void aLineKnowsItsPlaceAndWhenItIsOnDisk() throws IOException {
        journal.close();
        Files.write(file, WrittenJournals.line("unlinked"), StandardOpenOption.APPEND);
        journal = new Journal(file, JournalReader.read(file, null, null, line -> {}), guard);
        append("one");
        Placed placed = new Placed();
        journal.append(placed);
        guard.refuses = true;
        assertThatIOException().isThrownBy(journal::commit);
        assertThat(placed.told).hasSize(1);
        guard.refuses = false;
        journal.commit();
        assertThat(placed.told)
                .containsExactly((long) Files.readString(file).indexOf("{\"line\":\"placed\""), Files.size(file));
        append("two");
        journal.commit();
        assertThat(placed.told).hasSize(2);
    }

    @Test
    void theBufferIsFlushedWithoutACommitWhereItIsFull() throws IOException {
        append("one");
        journal.flushIfBehind(Journal.FLUSH_LINES - 1);
        assertThat(read()).containsExactly("start");
        journal.flushIfBehind(Journal.FLUSH_LINES);
        assertThat(read()).containsExactly("start", "one");
        append("two");
        guard.refuses = true;
        journal.flushIfBehind(Journal.FLUSH_LINES);
        journal.flushIfBehind(Journal.MAX_WAITING_LINES);
        assertThat(guard.told).hasSize(3).endsWith("failed", "failed");
    }

    @Test
    void aFullBufferWaitsForAWriteOnlyWhereItIsMuchTooFull() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Thread writer = writer(gate);
        append("two");
        journal.flushIfBehind(Journal.MAX_WAITING_LINES - 1);
        Thread waits = waiting(() -> journal.flushIfBehind(Journal.MAX_WAITING_LINES));
        assertThat(waits.isAlive()).isTrue();
        gate.countDown();
        writer.join();
        waits.join();
        assertThat(read()).containsExactly("start", "one", "two");
    }

    @Test
    void oneWriteIsForAllWhoWait() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Thread writer = writer(gate);
        append("two");
        Thread second = waiting(this::commit);
        append("three");
        Thread third = waiting(this::commit);
        assertThat(List.of(second.isAlive(), third.isAlive())).containsOnly(true);
        gate.countDown();
        writer.join();
        second.join();
        third.join();
        assertThat(read()).containsExactly("start", "one", "two", "three");
        assertThat(guard.told).hasSize(2);
    }

    @Test
    void theEndAndTheCloseAreAfterTheWrite() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Thread writer = writer(gate);
        long before = journal.length();
        List<Long> ends = new ArrayList<>();
        Thread end = waiting(() -> ends.add(journal.end().length()));
        Thread close = waiting(() -> {
            try {
                close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        gate.countDown();
        writer.join();
        end.join();
        close.join();
        assertThat(ends).containsExactly(Files.size(file)).allMatch(length -> length > before);
        assertThat(read()).containsExactly("start", "one");
    }

    @Test
    void theEndIsSavedOnceAndNotBeforeItsLink() throws IOException {
        journal.saveAnchor(folder, 1);
        Path saved = folder.resolve("journal.end");
        assertThat(JournalEnd.of(folder, new ArrayList<>()))
                .isEqualTo(new JournalEnd(1, Files.size(file), journal.end().link()));
        Object key = FolderLock.key(saved);
        journal.saveAnchor(folder, 1);
        assertThat(FolderLock.key(saved)).isEqualTo(key);
        append("one");
        journal.commit();
        journal.saveAnchor(folder, 1);
        String text = Files.readString(saved, StandardCharsets.UTF_8);
        assertThat(text).contains("\"length\":" + Files.size(file));
        journal.close();
        Files.write(file, WrittenJournals.line("unlinked"), StandardOpenOption.APPEND);
        journal = new Journal(file, JournalReader.read(file, null, null, line -> {}), guard);
        journal.saveAnchor(folder, 1);
        assertThat(saved).hasContent(text);
    }
}
