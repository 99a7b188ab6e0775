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
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads that all decide and learn at once lose nothing. */
class ContentionTest {
    private static final int THREADS = 4;

    @TempDir
    private Path folder;

    private static void everyRewardCounts(DecisionMaker maker, int decisionsPerThread, int commitEvery)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Long>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String name = thread + "/";
            running.add(threads.submit(() -> {
                long learned = 0;
                for (int i = 0; i < decisionsPerThread; i++) {
                    maker.decide(name + i);
                    learned += maker.reward(name + i, 1) == RewardOutcome.LEARNED ? 1 : 0;
                    if (commitEvery > 0 && i % commitEvery == 0) {
                        maker.commit();
                    }
                }
                return learned;
            }));
        }
        long learned = 0;
        for (Future<Long> each : running) {
            learned += each.get();
        }
        threads.shutdown();
        long all = (long) THREADS * decisionsPerThread;
        State state = maker.state();
        assertThat(learned).isEqualTo(all);
        assertThat(state.decisions()).isEqualTo(all);
        assertThat(state.counts()).isEqualTo(new DecisionCounts(all, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(state.version()).isEqualTo(1 + all);
        assertThat(state.arms().stream().mapToLong(ActionEstimate::count).sum()).isEqualTo(all);
        assertThat(state.arms().stream().mapToDouble(ActionEstimate::sum).sum()).isEqualTo(all);
    }

    private static Settings rules() {
        return new Settings(new Softmax(0.5), 10, Seed.of(1))
                .remembered(1_000_000)
                .maxAge(Duration.ofDays(1));
    }

    @Test
    void noUpdateIsLost() throws Exception {
        everyRewardCounts(new DecisionMaker(rules()), 10_000, 0);
    }

    @Test
    @Tag("long")
    void noUpdateOfTenMillionCallsIsLost() throws Exception {
        everyRewardCounts(new DecisionMaker(rules()), 1_250_000, 0);
    }

    @Test
    void theJournalOfManyThreadsIsTheirState() throws Exception {
        State state;
        try (DecisionMaker maker = DecisionMaker.open(folder, rules())) {
            everyRewardCounts(maker, 1000, 100);
            state = maker.state();
        }
        ReplayCheck redraw = ReplayCheck.of(folder, rules());
        assertThat(redraw.differences()).isEmpty();
        assertThat(redraw.drawn()).isEqualTo(4000);
        assertThat(State.compare(redraw.state(), state)).isEmpty();
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheJournal() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, rules())) {
            maker.decide("a");
            Thread.currentThread().interrupt();
            maker.commit();
            assertThat(Thread.interrupted()).isTrue();
            maker.decide("b");
            maker.commit();
        }
    }
}
