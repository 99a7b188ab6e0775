package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.Journal;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.SealedLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that refuses costs those who go on deciding next to nothing. */
class RefusedDiskTest {
    private static final JournalLine LINE = () -> new byte[] {'x'};

    @TempDir
    private Path folder;

    private Journal journal;
    private volatile boolean refuses;
    private final AtomicInteger tried = new AtomicInteger();

    @BeforeEach
    void begin() throws IOException {
        byte[] start = JournalRecord.start(
                RecordedSettings.of(Samples.RULES),
                new MutableState(Samples.RULES, State.initial(Samples.RULES)),
                0,
                "");
        journal = Journal.begin(folder.resolve("lines"), "", start, this::check);
    }

    private void check() throws IOException {
        tried.incrementAndGet();
        if (refuses) {
            throw new IOException("no space left");
        }
    }

    @Test
    void itIsTriedOncePerManyLines() throws IOException {
        long before = journal.length();
        refuses = true;
        for (int i = 1; i <= 5 * Journal.FLUSH_LINES; i++) {
            journal.flushIfBehind(journal.append(LINE));
            assertThat(tried.get()).isEqualTo(i / Journal.FLUSH_LINES);
        }
        assertThatIOException().isThrownBy(journal::commit).withMessageContaining("no space left");
        assertThat(tried.get()).isEqualTo(6);
        refuses = false;
        journal.commit();
        assertThat(journal.length())
                .isEqualTo(before + 5 * Journal.FLUSH_LINES + SealedLine.link(HashChain.FIRST).length);
        journal.close();
    }

    @Test
    void nobodyWaitsForItHoweverManyLinesThereAre() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        refuses = true;
        journal.append(LINE);
        assertThatIOException().isThrownBy(journal::commit);
        journal.append(() -> {
            reached.countDown();
            await(goOn);
            return LINE.bytes();
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> writer = threads.submit(() -> journal.flushIfBehind(Journal.FLUSH_LINES));
            reached.await();
            threads.submit(() -> journal.flushIfBehind(Journal.MAX_WAITING_LINES))
                    .get(60, TimeUnit.SECONDS);
            assertThat(writer).isNotDone();
            goOn.countDown();
            writer.get(60, TimeUnit.SECONDS);
        } finally {
            goOn.countDown();
            threads.shutdownNow();
            journal.close();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
