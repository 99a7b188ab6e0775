package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import kelvin.agent.AgentSpec;
import kelvin.agent.QLearning;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.learner.LearnerSpec;
import kelvin.learner.identification.SuccessiveRejects;
import kelvin.learner.index.Ucb1;
import kelvin.metric.Results;
import kelvin.policy.EpsilonGreedy;
import kelvin.random.Seed;
import kelvin.schedule.Constant;
import kelvin.world.CliffWalking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finished work is kept when a session is stopped, and resuming gives the same bits. */
class RunAbandonedTest {
    private static final long STEPS = Run.STEPS_PER_REPORT;

    /** Results of simulations played at once, by repetitions and steps to report: several tests go on to the same ones. */
    private static final Map<String, Results> AT_ONCE = new HashMap<>();

    private final SimulationSessionTest.Memory memory = new SimulationSessionTest.Memory();

    private static Simulation bandits(int repetitions, long... report) {
        Map<String, LearnerSpec> learners = new LinkedHashMap<>();
        learners.put("UCB1", new Ucb1());
        learners.put("rejects", new SuccessiveRejects());
        return new Simulation(new GaussianTestbed(3, 0, 1, 1), learners, report, repetitions, Seed.of(1));
    }

    /** Plays until so much has been told of. */
    private RunCancelled stop(Simulation simulation, int threads, long decisions) {
        AtomicLong played = new AtomicLong();
        SimulationSession play = new SimulationSession(simulation, memory);
        return catchThrowableOfType(
                RunCancelled.class,
                () -> play.results(
                        "?", label(simulation), threads, played::addAndGet, () -> played.get() >= decisions));
    }

    private static String label(Simulation simulation) {
        return simulation.scenario().labels().iterator().next();
    }

    private static Results atOnce(Simulation simulation) {
        String key = simulation.scenario().labels() + " " + simulation.repetitions() + " "
                + Arrays.toString(simulation.report());
        return AT_ONCE.computeIfAbsent(key, unknown -> simulation.play("?", 2, decisions -> {}));
    }

    private void goesOn(Simulation simulation, long kept) {
        assertThat(new SimulationSession(simulation, memory).decisions())
                .isEqualTo(simulation.decisions() - kept * simulation.horizon());
        LongAdder rest = new LongAdder();
        Results results =
                new SimulationSession(simulation, memory).results("?", label(simulation), 2, rest::add, () -> false);
        assertThat(results)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(atOnce(simulation));
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 1", "5, 1", "17, 5"})
    void finishedRepetitionsOfACutBlockAreKept(int stretches, int kept) {
        Simulation simulation = bandits(7, 10, STEPS, 3 * STEPS);
        assertThat(stop(simulation, 1, stretches * STEPS).kept()).isEqualTo(kept);
        goesOn(simulation, kept);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 30})
    void soAreThoseAfterOneThatIsMissing(int stretches) {
        Simulation simulation = bandits(20, STEPS);
        RunCancelled stopped = stop(simulation, 3, stretches * STEPS);
        assertThat(stopped.kept()).isPositive();
        goesOn(simulation, stopped.kept());
    }

    @Test
    void shortRepetitionsAreKeptOneByOne() {
        Simulation simulation = bandits(12, 20);
        assertThat(stop(simulation, 1, 5 * 20).kept()).isEqualTo(5);
        goesOn(simulation, 5);
    }

    @Test
    void episodesThatWereCutLeaveNoTrace() {
        AgentSpec walker = new QLearning(new EpsilonGreedy(0.1), new Constant(0.5), 1, 0);
        Simulation simulation =
                new Simulation(new CliffWalking(4, 12), Map.of("q", walker), new long[] {3, 6, 600}, 12, Seed.of(1));
        assertThat(stop(simulation, 1, 2 * 600 + 3).kept()).isEqualTo(2);
        goesOn(simulation, 2);
    }

    @Test
    void stoppedAgainAndAgainItStillEndsWithTheSameBits() {
        Simulation simulation = bandits(10, STEPS);
        long before = 0;
        for (int session = 0; session < 4; session++) {
            long kept = stop(simulation, 2, 3 * STEPS).kept();
            assertThat(kept).isGreaterThan(before);
            before = kept;
        }
        goesOn(simulation, before);
    }

    @Test
    void whereNothingWasFinishedNothingIsKept() {
        Simulation simulation = bandits(3, 2 * STEPS);
        RunCancelled stopped = stop(simulation, 1, 1);
        assertThat(stopped.kept()).isZero();
        assertThat(stopped.trials()).isEmpty();
        goesOn(simulation, 0);
    }

    /** A part cannot be cut back. */
    @Test
    void whatIsKeptBeyondFewerRepetitionsIsPlayedAnew() {
        stop(bandits(20, STEPS), 3, 20 * STEPS);
        Simulation fewer = bandits(9, STEPS);
        Results results = new SimulationSession(fewer, memory).results("?", "UCB1", 2, decisions -> {}, () -> false);
        assertThat(results)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(atOnce(fewer));
    }

    @Test
    void sharesOfArmsAreReportedAtNoMoreStepsThanAnybodyLooksAt() {
        long[] every = LongStream.rangeClosed(1, 3000).toArray();
        Results results = bandits(2, every).play("?", 1, decisions -> {});
        assertThat(results.series().get(0).steps()).hasSize(3000);
        long[] steps = results.selections().get(0).steps();
        assertThat(steps)
                .hasSizeBetween(500, Simulation.MAX_SHARE_POINTS)
                .endsWith(3000)
                .isSorted();
        assertThat(results.selections().get(0).frequency())
                .isDeepEqualTo(bandits(2, steps)
                        .play("?", 1, decisions -> {})
                        .selections()
                        .get(0)
                        .frequency());
    }
}
