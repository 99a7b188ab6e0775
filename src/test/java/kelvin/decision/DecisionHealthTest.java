package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kelvin.decision.journal.Journal;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionHealthTest {
    private static final Settings FORGETFUL =
            new Settings(new Uniform(), 2, Seed.of(1)).remembered(3).maxAge(Duration.ofSeconds(1));

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    private DecisionMaker open() throws IOException {
        return DecisionMaker.open(folder.resolve("decisions"), FORGETFUL, clock);
    }

    @Test
    void itCountsWhatTheStateCounts() throws IOException {
        try (DecisionMaker maker = open()) {
            for (int i = 0; i < 5; i++) {
                maker.decide("a" + i);
            }
            maker.reward("a3", 1);
            maker.reward("a3", 1);
            maker.reward("a0", 1);
            DecisionHealth health = maker.health();
            assertThat(health.decisions()).isEqualTo(5);
            assertThat(health.version()).isEqualTo(maker.state().version());
            assertThat(health.remembered()).isEqualTo(3);
            assertThat(health.pending()).isEqualTo(2);
            assertThat(health.counts())
                    .isEqualTo(maker.counts())
                    .isEqualTo(maker.state().counts())
                    .isEqualTo(new DecisionCounts(1, 1, 0, 1, 2, 0, 0, 0, 0, 0, 0));
        }
    }

    @Test
    void pendingDecisionsComeBackAfterARestart() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (DecisionMaker maker = open()) {
                maker.decide("a" + i);
                maker.reward("a1", 1);
                maker.save();
            }
        }
        try (DecisionMaker maker = open()) {
            assertThat(maker.health().lastSnapshot()).isNotNull();
            assertThat(maker.health().pending()).isEqualTo(2);
            clock.set(2000);
            maker.decide("later");
            assertThat(maker.health().pending()).isEqualTo(1);
            assertThat(maker.counts().forgottenByAge()).isEqualTo(2);
        }
    }

    @Test
    void itTellsWhatIsOnDisk() throws IOException {
        clock.set(1000);
        try (DecisionMaker maker = open()) {
            assertThat(maker.health())
                    .returns(1L, DecisionHealth::journal)
                    .returns(0L, DecisionHealth::waitingLines)
                    .returns(null, DecisionHealth::lastSync)
                    .returns(Duration.ZERO, DecisionHealth::snapshotAge);
            long before = maker.health().journalBytes();
            maker.decide("a");
            maker.reward("a", 1);
            assertThat(maker.health().waitingLines()).isEqualTo(2);
            clock.set(3000);
            maker.commit();
            assertThat(maker.health())
                    .returns(0L, DecisionHealth::waitingLines)
                    .returns(0L, DecisionHealth::unwrittenBytes)
                    .returns(Instant.ofEpochMilli(3000), DecisionHealth::lastSync)
                    .returns(Duration.ofSeconds(2), DecisionHealth::snapshotAge)
                    .returns(true, DecisionHealth::healthy);
            assertThat(maker.health().journalBytes())
                    .isGreaterThan(before)
                    .isEqualTo(Files.size(folder.resolve("decisions/journal-000001.jsonl")));
            maker.save();
            assertThat(maker.health())
                    .returns(2L, DecisionHealth::journal)
                    .returns(Duration.ZERO, DecisionHealth::snapshotAge);
        }
    }

    /** A decision, a learned reward and one of an unknown decision all write when they fill the buffer. */
    @Test
    void whereNobodyCommitsOneCallInManyWritesForAll() throws IOException {
        try (DecisionMaker maker = open()) {
            List<Long> written = new ArrayList<>();
            maker.listen(new DecisionListener() {
                @Override
                public void committed(long lines, long bytes) {
                    written.add(lines);
                }
            });
            maker.decide("a");
            fill(maker);
            maker.decide("b");
            assertThat(written).containsExactly((long) Journal.FLUSH_LINES);
            assertThat(maker.health().waitingLines()).isZero();
            fill(maker);
            assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.LEARNED);
            assertThat(maker.health().waitingLines()).isZero();
            fill(maker);
            maker.reward("unknown", 1);
            assertThat(maker.health().waitingLines()).isZero();
        }
    }

    private static void fill(DecisionMaker maker) {
        while (maker.health().waitingLines() < Journal.FLUSH_LINES - 1) {
            maker.reward("unknown", 1);
        }
    }

    @Test
    void itTellsThatTheDiskRefusesAndThatItWritesAgain() throws IOException {
        try (DecisionMaker maker = open()) {
            maker.decide("a");
            Path journal = folder.resolve("decisions/journal-000001.jsonl");
            Path away = Files.move(journal, folder.resolve("away"));
            assertThatIOException().isThrownBy(maker::commit);
            assertThatIOException().isThrownBy(maker::commit);
            DecisionHealth sick = maker.health();
            assertThat(sick.healthy()).isFalse();
            assertThat(sick.failedWrites()).isEqualTo(2);
            assertThat(sick.lastFailure())
                    .contains("journal-000001.jsonl: cannot be written", "was deleted or replaced");
            assertThat(sick.unwrittenBytes()).isPositive();
            Files.move(away, journal);
            maker.commit();
            assertThat(maker.health())
                    .returns(true, DecisionHealth::healthy)
                    .returns(2L, DecisionHealth::failedWrites)
                    .returns(0L, DecisionHealth::unwrittenBytes);
        }
    }

    @Test
    void itAnswersAfterClosing() throws IOException {
        DecisionMaker maker = open();
        maker.decide("a");
        maker.close();
        assertThat(maker.health())
                .returns(true, DecisionHealth::closed)
                .returns(false, DecisionHealth::healthy)
                .returns(1L, DecisionHealth::decisions);
    }

    @Test
    void withoutAFolderThereAreNoFiles() {
        DecisionMaker maker = new DecisionMaker(FORGETFUL);
        maker.decide("a");
        assertThat(maker.health())
                .returns(1L, DecisionHealth::decisions)
                .returns(0L, DecisionHealth::journal)
                .returns(null, DecisionHealth::lastSnapshot)
                .returns(null, DecisionHealth::snapshotAge)
                .returns(true, DecisionHealth::healthy);
    }
}
