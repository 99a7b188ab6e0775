package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kelvin.decision.journal.DamagedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionFolderTest {
    @TempDir
    private Path folder;

    @Test
    void itsStateIsThatOfTheDecisionMaker() throws IOException {
        HandClock clock = new HandClock();
        State state;
        try (DecisionMaker maker = DecisionMaker.open(folder, Samples.RULES, clock)) {
            Samples.live(maker, clock, 1, 200);
            maker.save();
            Samples.live(maker, clock, 2, 100);
            maker.commit();
            state = maker.state();
            DecisionFolder read = DecisionFolder.read(folder);
            assertThat(State.compare(state, read.state())).isEmpty();
            assertThat(read.inUse()).isTrue();
        }
        DecisionFolder read = DecisionFolder.read(folder);
        assertThat(State.compare(state, read.state())).isEmpty();
        assertThat(read.inUse()).isFalse();
        assertThat(read.settings())
                .containsEntry("policy", Samples.RULES.policy().toString())
                .containsEntry("remembered", 50L);
        assertThat(read.journals())
                .extracting(DecisionFolder.StoredFile::number)
                .startsWith(1L, 2L);
        assertThat(read.journals().get(0).bytes()).isEqualTo(Files.size(StateFiles.journal(folder, 1)));
        RewardedDecision last = state.remembered().get(state.remembered().size() - 1);
        assertThat(read.lastDecision())
                .isEqualTo(Instant.ofEpochMilli(last.decision().time()));
    }

    /** However often journals are rotated meanwhile, a reader finds a whole state, and never one older than before. */
    @Test
    void itIsReadWhileADecisionMakerWrites() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (DecisionMaker maker = DecisionMaker.open(folder, Samples.RULES)) {
            Future<?> writer = thread.submit(() -> {
                for (int i = 0; !Thread.interrupted(); i++) {
                    maker.decide("a" + i);
                    maker.reward("a" + i, 1);
                    maker.commit();
                    if (i % 3 == 0) {
                        maker.save();
                    }
                }
                return null;
            });
            long before = 0;
            for (int i = 0; i < 50; i++) {
                long decisions = DecisionFolder.read(folder).state().decisions();
                assertThat(decisions).isGreaterThanOrEqualTo(before);
                before = decisions;
            }
            thread.shutdownNow();
            assertThat(thread.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            writer.get();
            assertThat(before).isPositive();
        }
    }

    @Test
    void readingChangesNothing() throws IOException {
        DecisionMaker.open(folder, Samples.RULES).close();
        Files.delete(folder.resolve("lock"));
        DecisionFolder.read(folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("journal-000001.jsonl", "state-000001.json", "journal.end");
        }
    }

    @Test
    void anyOtherFolderIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> DecisionFolder.read(folder))
                .isNotInstanceOf(DamagedFile.class)
                .withMessageContaining("found no journal and no snapshot");
    }
}
