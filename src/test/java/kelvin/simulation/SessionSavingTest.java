package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.index.Ucb1;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** A session saves what it has played, however it ends, and tells how long that took. */
class SessionSavingTest {
    private static final int HORIZON = 20;

    private final List<String> saves = new ArrayList<>();
    private final SimulationSessionTest.Memory memory = new SimulationSessionTest.Memory();
    private final Checkpoints checkpoints = new Checkpoints() {
        @Override
        public long[] load(String label) {
            return memory.load(label);
        }

        @Override
        public void save(String label, long[] words) {
            saves.add(label);
            memory.save(label, words);
        }
    };

    /** Plays UCB1 for some repetitions, after which no more players can be made. */
    private record Breaking(int after, AtomicInteger begun) implements LearnerSpec {
        @Override
        public Learner create(BanditTask problem, UniformRandomProvider random) {
            if (begun.getAndIncrement() >= after) {
                throw new IllegalStateException("broken");
            }
            return new Ucb1().create(problem, random);
        }
    }

    private static Simulation simulation(LearnerSpec second, int repetitions) {
        Map<String, LearnerSpec> learners = new LinkedHashMap<>();
        learners.put("sound", new Ucb1());
        learners.put("other", second);
        return new Simulation(new GaussianTestbed(3, 0, 1, 1), learners, new long[] {HORIZON}, repetitions, Seed.of(1));
    }

    private SimulationSession play(Simulation simulation, BooleanSupplier stop) {
        SimulationSession session = new SimulationSession(simulation, checkpoints);
        session.results("?", "sound", Workers.CALLER, decisions -> {}, stop);
        return session;
    }

    private long left(Simulation simulation) {
        return new SimulationSession(simulation, checkpoints).decisions() / HORIZON;
    }

    /** Of the second block of eight, the other learner has none. */
    @Test
    void aRunThatFailsKeepsTheBlocksBeforeIt() {
        assertThatExceptionOfType(FailedRun.class)
                .isThrownBy(() -> play(simulation(new Breaking(8, new AtomicInteger()), 16), () -> false))
                .withMessageContaining("learner 'other', repetition 8: ")
                .withMessageEndingWith("broken")
                .satisfies(failed -> {
                    assertThat(failed.player()).isEqualTo("learner 'other'");
                    assertThat(failed.when()).isEqualTo("repetition 8");
                });
        assertThat(left(simulation(new Ucb1(), 16))).isEqualTo(8);
    }

    @Test
    void aRunThatFailsAfterItWasStoppedWasStopped() {
        AtomicInteger begun = new AtomicInteger();
        assertThatExceptionOfType(RunCancelled.class)
                .isThrownBy(() -> play(simulation(new Breaking(8, begun), 16), () -> begun.get() > 8))
                .satisfies(stopped -> {
                    assertThat(stopped.kept()).isEqualTo(24);
                    assertThat(stopped.trials()).isNotEmpty();
                    assertThat(stopped.swept()).isEmpty();
                });
        assertThat(left(simulation(new Ucb1(), 16))).isEqualTo(8);
    }

    /** It is stopped as soon as something is saved, long before its end. */
    @Test
    void whatIsPlayedIsSavedNowAndThen() {
        Simulation simulation = simulation(new Ucb1(), 500_000);
        assertThatExceptionOfType(RunCancelled.class).isThrownBy(() -> play(simulation, () -> !saves.isEmpty()));
        assertThat(left(simulation)).isPositive();
    }

    @Test
    void whatIsSavedIsNotSavedAgain() {
        play(simulation(new Ucb1(), 9), () -> false);
        assertThat(saves).containsExactly("sound", "other");
        play(simulation(new Ucb1(), 9), () -> false);
        assertThat(saves).hasSize(2);
        play(simulation(new Ucb1(), 10), () -> false);
        assertThat(saves).containsExactly("sound", "other", "sound", "other");
    }

    @Test
    void timeIsToldByLearnerAndGoesOn() {
        long start = System.nanoTime();
        Map<String, Double> first =
                play(simulation(new Ucb1(), 40), () -> false).seconds();
        double elapsed = (System.nanoTime() - start) / 1e9;
        assertThat(first.keySet()).containsExactly("sound", "other");
        assertThat(first.values()).allMatch(seconds -> seconds > 0);
        assertThat(first.values().stream().mapToDouble(seconds -> seconds).sum())
                .isLessThan(elapsed);
        Map<String, Double> more = play(simulation(new Ucb1(), 80), () -> false).seconds();
        assertThat(more.get("sound")).isGreaterThan(first.get("sound"));
    }

    @Test
    void noThreadAndAnUnknownBaselineAreRefused() {
        SimulationSession session = new SimulationSession(simulation(new Ucb1(), 2), checkpoints);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.results("?", "sound", 0, decisions -> {}, () -> false))
                .withMessage("threads = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.results("?", "third", Workers.CALLER, decisions -> {}, () -> false))
                .withMessage("baseline = third, must be one of [sound, other]");
        assertThat(saves).isEmpty();
    }
}
