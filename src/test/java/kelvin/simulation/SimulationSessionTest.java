package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.learner.LearnerSpec;
import kelvin.learner.identification.SuccessiveRejects;
import kelvin.learner.index.Ucb1;
import kelvin.metric.Metric;
import kelvin.metric.PlayerResults;
import kelvin.metric.Results;
import kelvin.metric.StopReport;
import kelvin.metric.TracedQuantity;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationSessionTest {
    private static final long STEPS = Run.STEPS_PER_REPORT;

    /** Keeps in memory. */
    static final class Memory implements Checkpoints {
        private final Map<String, long[]> kept = new HashMap<>();

        @Override
        public long[] load(String label) {
            return kept.getOrDefault(label, new long[0]);
        }

        @Override
        public void save(String label, long[] words) {
            kept.put(label, words);
        }
    }

    private final Memory memory = new Memory();

    private static Simulation simulation(int repetitions, long... report) {
        Map<String, LearnerSpec> learners = new LinkedHashMap<>();
        learners.put("UCB1", new Ucb1());
        learners.put("rejects", new SuccessiveRejects());
        return new Simulation(new GaussianTestbed(4, 0, 1, 1), learners, report, repetitions, Seed.of(1));
    }

    private static Results atOnce(Simulation simulation) {
        return simulation.play("?", 1, decisions -> {});
    }

    private Results goOn(Simulation simulation, LongAdder played) {
        return new SimulationSession(simulation, memory).results("?", "UCB1", 2, played::add, () -> false);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8, 13, 16, 29})
    void moreRepetitionsPlayOnlyThoseThatAreMissing(int before) {
        goOn(simulation(before, 5, 20), new LongAdder());
        LongAdder played = new LongAdder();
        assertThat(goOn(simulation(29, 5, 20), played))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(atOnce(simulation(29, 5, 20)));
        assertThat(played.sum()).isEqualTo(20L * 2 * (29 - before));
    }

    @Test
    void anotherLearnerPlaysAlone() {
        goOn(simulation(9, 20), new LongAdder());
        memory.kept.remove("UCB1");
        LongAdder played = new LongAdder();
        assertThat(goOn(simulation(9, 20), played))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(atOnce(simulation(9, 20)));
        assertThat(played.sum()).isEqualTo(20L * 9);
    }

    @Test
    void whatIsLeftIsKnownBeforehand() {
        goOn(simulation(9, 20), new LongAdder());
        assertThat(new SimulationSession(simulation(9, 20), memory).decisions()).isZero();
        assertThat(new SimulationSession(simulation(12, 20), memory).decisions())
                .isEqualTo(20 * 2 * 3);
    }

    @Test
    void fewerRepetitionsThanSavedArePlayedAnew() {
        goOn(simulation(12, 20), new LongAdder());
        assertThat(goOn(simulation(9, 20), new LongAdder()))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(atOnce(simulation(9, 20)));
    }

    @Test
    void aChangedSavingWouldBeSeen() {
        goOn(simulation(9, 20), new LongAdder());
        memory.load("UCB1")[4] ^= 1L << 40;
        assertThat(goOn(simulation(13, 20), new LongAdder()))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isNotEqualTo(atOnce(simulation(13, 20)));
    }

    private static Simulation until(double halfWidth) {
        Simulation some = simulation(1, 20);
        return new Simulation(
                some.scenario(),
                some.report(),
                new StoppingRule(halfWidth, "regret", 64, 1000),
                some.seed(),
                Tracing.NONE);
    }

    private static int repetitions(Results results) {
        return results.trials().get(0).values().length;
    }

    private static void assertEqual(Results results, Results wanted) {
        assertThat(results)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(wanted);
    }

    @Test
    void aLookThatIsSureEndsThePlaying() {
        LongAdder played = new LongAdder();
        Results results = goOn(until(1.5), played);
        assertThat(repetitions(results)).isEqualTo(256);
        assertThat(results.stop().orElseThrow())
                .returns(true, StopReport::enough)
                .returns(3, StopReport::look)
                .returns(5, stop -> stop.looks().count());
        assertThat(played.sum()).isEqualTo(20L * 2 * 256);
    }

    /** Only the level of intervals differs. */
    @Test
    void whatWasPlayedIsWhatSoManyRepetitionsGive() {
        Results fixed = atOnce(simulation(256, 20));
        Results results = goOn(until(1.5), new LongAdder());
        assertThat(results.series(Metric.REGRET).get(0).mean())
                .isEqualTo(fixed.series(Metric.REGRET).get(0).mean());
        assertThat(results.series(Metric.REGRET).get(0).margin(0))
                .isGreaterThan(fixed.series(Metric.REGRET).get(0).margin(0));
    }

    /** Five looks could have ended it: Bonferroni's factor stands in every p-value, along the way and at the horizon. */
    @Test
    void pValuesAnswerForEveryLook() {
        Results fixed = atOnce(simulation(256, 5, 20));
        Simulation looking = new Simulation(
                until(1.5).scenario(), new long[] {5, 20}, until(1.5).repetitions(), Seed.of(1), Tracing.NONE);
        Results results = goOn(looking, new LongAdder());
        assertThat(repetitions(results)).isEqualTo(256);
        for (int i = 0; i < fixed.comparisons().size(); i++) {
            double alone = fixed.comparisons().get(i).p();
            assertThat(results.comparisons().get(i).p()).isEqualTo(Math.min(1, 5 * alone));
        }
    }

    @Test
    void theCallerPlaysWhatThreadsPlay() {
        Simulation simulation = simulation(20, 1, 50);
        LongAdder played = new LongAdder();
        Results results = new SimulationSession(simulation, Checkpoints.NONE)
                .results("?", "UCB1", Workers.CALLER, played::add, () -> false);
        assertThat(results)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(simulation.play("?", 2, decisions -> {}));
        assertThat(played.sum()).isEqualTo(simulation.decisions());
        List<PlayerResults> players =
                new SimulationSession(simulation, memory).players(Workers.CALLER, n -> {}, () -> false);
        assertThat(players.stream().flatMap(player -> player.curves().stream()))
                .usingRecursiveComparison()
                .isEqualTo(results.series());
        assertThat(players.stream().map(PlayerResults::selections))
                .usingRecursiveComparison()
                .isEqualTo(results.selections());
    }

    /** As the trace of an experiment keeps it; another repetition does something else. */
    @Test
    void oneRepetitionAloneIsTheOneAmongAll() {
        Simulation all = simulation(20, 1, 50);
        Simulation traced = new Simulation(
                all.scenario(), all.report(), all.repetitions(), all.seed(), new Tracing(all.report(), List.of(17), 0));
        List<Double> values = traced.play("?", 2, decisions -> {}).traces().stream()
                .filter(trace ->
                        !trace.ofAll() && trace.learner().equals("UCB1") && trace.quantity() == TracedQuantity.VALUE)
                .flatMap(trace -> Arrays.stream(trace.mean()))
                .flatMap(row -> Arrays.stream(row).boxed())
                .toList();
        assertThat(values).hasSize(8);
        assertThat(valuesAlone(traced, 17)).isEqualTo(values);
        assertThat(valuesAlone(traced, 16)).isNotEqualTo(values);
        PlayerResults alone = traced.alone("UCB1", 17);
        assertThat(alone.curves().get(0).mean()[1])
                .isEqualTo(traced.replay("UCB1", 17, 18).get(0).values()[0]);
        assertThat(Arrays.stream(alone.selections().frequency()[0]).sum()).isEqualTo(1);
    }

    private static List<Double> valuesAlone(Simulation simulation, int repetition) {
        return simulation.alone("UCB1", repetition).traces().stream()
                .filter(trace -> trace.ofAll() && trace.quantity() == TracedQuantity.VALUE)
                .flatMap(trace -> Arrays.stream(trace.mean()))
                .flatMap(row -> Arrays.stream(row).boxed())
                .toList();
    }

    /** Although nothing is reported before the horizon. */
    @Test
    void progressIsToldOfInsideALongRun() {
        List<Long> told = new CopyOnWriteArrayList<>();
        new SimulationSession(simulation(1, 3 * STEPS), memory).results("?", "UCB1", 1, told::add, () -> false);
        assertThat(told).hasSizeGreaterThanOrEqualTo(2 * 3).allMatch(steps -> steps <= STEPS);
        assertThat(told.stream().mapToLong(Long::longValue).sum()).isEqualTo(2L * 3 * STEPS);
    }

    /** It would take hours. */
    @Test
    void aLongRunIsStoppedInsideOfIt() {
        AtomicLong played = new AtomicLong();
        SimulationSession play = new SimulationSession(simulation(1, 1_000_000_000_000L), memory);
        assertThatExceptionOfType(RunCancelled.class)
                .isThrownBy(() -> play.results("?", "UCB1", 1, played::addAndGet, () -> played.get() >= STEPS));
        assertThat(played.get()).isLessThan(4L * STEPS);
    }

    @Test
    void theMostRepetitionsEndThePlayingToo() {
        Results results = goOn(until(1e-3), new LongAdder());
        assertThat(repetitions(results)).isEqualTo(1000);
        assertThat(results.stop().orElseThrow())
                .returns(false, StopReport::enough)
                .returns(5, StopReport::look);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 70, 256, 257, 999})
    void whatIsSavedDoesNotChangeWhereItStops(int before) {
        goOn(simulation(before, 20), new LongAdder());
        assertEqual(goOn(until(1.5), new LongAdder()), until(1.5).play("?", 3, decisions -> {}));
    }

    @Test
    void moreThanIsWantedStaysSaved() {
        goOn(simulation(500, 20), new LongAdder());
        goOn(until(1.5), new LongAdder());
        LongAdder played = new LongAdder();
        assertEqual(goOn(simulation(512, 20), played), atOnce(simulation(512, 20)));
        assertThat(played.sum()).isEqualTo(20L * 2 * 12);
    }
}
