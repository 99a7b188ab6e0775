package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reward is learned once, whoever tells it how often, and whatever happened in between. */
class OnceTest {
    private static final int THREADS = 4;
    private static final int DECISIONS = 20_000;

    private static final Settings RULES = Samples.RULES.remembered(DECISIONS).maxAge(Duration.ofDays(1));

    @TempDir
    private Path folder;

    private static void itIsADuplicate(DecisionMaker maker) {
        State before = maker.state();
        assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.DUPLICATE);
        assertThat(maker.state().arms()).isEqualTo(before.arms());
        assertThat(maker.state().version()).isEqualTo(before.version());
    }

    private static void learn(DecisionMaker maker) {
        maker.decide("a");
        assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.LEARNED);
    }

    @Test
    void afterARestartFromTheJournal() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            learn(maker);
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            itIsADuplicate(maker);
        }
    }

    @Test
    void afterARestartFromASnapshot() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            learn(maker);
            maker.save();
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            itIsADuplicate(maker);
        }
    }

    @Test
    void fromManyThreadsAtOnce() throws Exception {
        DecisionMaker maker = new DecisionMaker(RULES);
        for (int i = 0; i < DECISIONS; i++) {
            maker.decide("" + i);
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Long>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            running.add(threads.submit(() -> {
                long learned = 0;
                for (int i = 0; i < DECISIONS; i++) {
                    learned += maker.reward("" + i, 1) == RewardOutcome.LEARNED ? 1 : 0;
                }
                return learned;
            }));
        }
        long learned = 0;
        for (Future<Long> each : running) {
            learned += each.get();
        }
        threads.shutdown();
        assertThat(learned).isEqualTo(DECISIONS);
        assertThat(maker.state().arms().stream()
                        .mapToLong(ActionEstimate::count)
                        .sum())
                .isEqualTo(DECISIONS);
        assertThat(maker.state().counts().duplicate()).isEqualTo((THREADS - 1L) * DECISIONS);
    }
}
