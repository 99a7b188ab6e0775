package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final long[] STEPS = {10};
    private static final SweptAxis AXIS = new SweptAxis("τ", false, Set.of("a"), Map.of());
    private static final StopReport STOP = new StopReport("mean", 0.5, 0.4, "a", 2, new InterimLooks(3), 64);

    private static MetricCurve curve(String learner, Metric metric) {
        return new MetricCurve(learner, metric, STEPS, new double[] {1}, new double[] {0.5}, 10);
    }

    private static Comparison comparison(String learner, Metric metric, boolean last) {
        Verdict verdict = new Verdict(Verdict.Outcome.EQUAL, 0, 0, true, false, Double.NaN);
        return new Comparison(
                learner,
                "base",
                metric,
                last ? 10 : 5,
                0,
                0,
                10,
                InterimLooks.ONE,
                0,
                1,
                last ? 1 : Double.NaN,
                1,
                last ? Optional.of(verdict) : Optional.empty());
    }

    private static Trace trace(String learner, int repetition, TracedQuantity quantity, double value) {
        return new Trace(
                learner,
                repetition,
                quantity,
                STEPS,
                new int[] {0, 1},
                new double[][] {{Double.NaN, value}},
                new double[][] {{0, 0}},
                10);
    }

    private static SweepPoint point(String learner) {
        return SweepPoint.of("τ", 0.1, "", 0, new RunValues(learner, Metric.REGRET, new double[] {1, 2, 3}));
    }

    private static ActionMap map(String learner) {
        return new ActionMap(learner, 3, List.of("left"), new double[][] {{1}, {}, {}}, Set.of(0), Set.of(2));
    }

    /** Everything twice, of the learners a and b. */
    private static ResultsBuilder full() {
        return Results.builder("Why?")
                .unit(StepUnit.EPISODE)
                .series(List.of(
                        curve("a", Metric.REGRET),
                        curve("b", Metric.REGRET),
                        curve("a", Metric.REWARD),
                        curve("b", Metric.REWARD)))
                .selections(List.of(shares("a"), shares("b")))
                .trials(List.of(
                        new RunValues("a", Metric.REGRET, new double[] {1}),
                        new RunValues("a", Metric.REWARD, new double[] {2}),
                        new RunValues("b", Metric.REWARD, new double[] {3})))
                .spreads(List.of(spread("a"), spread("b")))
                .comparisons(List.of(
                        comparison("a", Metric.REGRET, false),
                        comparison("a", Metric.REGRET, true),
                        comparison("a", Metric.REWARD, true),
                        comparison("b", Metric.REGRET, true)))
                .intervals(List.of(
                        new SkewedInterval("a", "", 10, 1, 2),
                        new SkewedInterval("b", "", 10, 1, 2),
                        new SkewedInterval("b", "a", 10, 1, 2)))
                .bounds(List.of(new RegretBound("Lai", STEPS, new double[] {1})))
                .swept(List.of(AXIS), List.of(point("a"), point("b")))
                .traces(List.of(
                        trace("a", Trace.ALL, TracedQuantity.VALUE, 1),
                        trace("a", 0, TracedQuantity.VALUE, 1),
                        trace("a", Trace.ALL, TracedQuantity.PROBABILITY, 1),
                        trace("b", Trace.ALL, TracedQuantity.VALUE, Double.NaN)))
                .maps(List.of(map("a"), map("b")))
                .rewards(List.of(new RewardHistogram(0, 1, new double[] {0}, new double[] {1}, new double[] {1})))
                .seconds(Map.of("a", 1.0, "b", 2.0))
                .stop(Optional.of(STOP));
    }

    private static SelectionShares shares(String learner) {
        return new SelectionShares(learner, STEPS, new int[] {0}, new double[][] {{1}});
    }

    private static RegretSpread spread(String learner) {
        return new RegretSpread(learner, STEPS, new double[][] {{1, 2, 3, 4, 5}}, 0);
    }

    @Test
    void aCopyHoldsEveryPart() {
        Results results = full().build();
        assertThat(results.toBuilder().build()).isEqualTo(results);
        assertThat(results.toBuilder().question("How?").build())
                .isNotEqualTo(results)
                .usingRecursiveComparison()
                .ignoringFields("question")
                .isEqualTo(results);
    }

    @Test
    void whatIsNotSetIsEmpty() {
        Results empty = Results.builder("Why?").build();
        assertThat(empty.question()).isEqualTo("Why?");
        assertThat(empty.unit()).isEqualTo(StepUnit.STEP);
        assertThat(List.of(empty.series(), empty.selections(), empty.trials(), empty.spreads(), empty.comparisons()))
                .containsOnly(List.of());
        assertThat(List.of(empty.intervals(), empty.bounds(), empty.swept(), empty.traces(), empty.maps()))
                .containsOnly(List.of());
        assertThat(empty.rewards()).isEmpty();
        assertThat(empty.seconds()).isEmpty();
        assertThat(empty.stop()).isEmpty();
    }

    @Test
    void resultsDoNotChange() {
        List<MetricCurve> curves = new ArrayList<>(List.of(curve("a", Metric.REGRET)));
        Results results = Results.builder("Why?").series(curves).build();
        curves.clear();
        assertThat(results.series()).hasSize(1);
        Map<String, Double> seconds = results.seconds();
        assertThatThrownBy(() -> seconds.put("a", 1.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aMetricHasItsCurvesTrialsAndVerdicts() {
        Results results = full().build();
        assertThat(results.series(Metric.REWARD))
                .extracting(MetricCurve::learner, MetricCurve::metric)
                .containsExactly(tuple("a", Metric.REWARD), tuple("b", Metric.REWARD));
        assertThat(results.trials(Metric.REWARD)).extracting(t -> t.values()[0]).containsExactly(2.0, 3.0);
        assertThat(results.verdicts(Metric.REGRET)).hasSize(2).allMatch(c -> c.last() && c.metric() == Metric.REGRET);
    }

    @Test
    void meanTracesAreOfAllRepetitionsAndKnown() {
        assertThat(full().build().means(TracedQuantity.VALUE))
                .extracting(Trace::learner, Trace::repetition)
                .containsExactly(tuple("a", Trace.ALL));
    }

    @Test
    void someLearnersKeepWhatIsAboutThem() {
        Results all = full().build();
        assertThat(all.of(Set.of("a", "b"))).isEqualTo(all);
        Results some = all.of(Set.of("b"));
        assertThat(some.series()).extracting(MetricCurve::learner).containsExactly("b", "b");
        assertThat(some.selections()).extracting(SelectionShares::learner).containsExactly("b");
        assertThat(some.trials()).extracting(RunValues::learner).containsExactly("b");
        assertThat(some.spreads()).extracting(RegretSpread::learner).containsExactly("b");
        assertThat(some.comparisons()).extracting(Comparison::learner).containsExactly("b");
        assertThat(some.intervals()).extracting(SkewedInterval::baseline).containsExactly("", "a");
        assertThat(some.swept()).extracting(SweepPoint::learner).containsExactly("b");
        assertThat(some.axes()).containsExactly(AXIS);
        assertThat(some.traces()).extracting(Trace::learner).containsExactly("b");
        assertThat(some.maps()).extracting(ActionMap::learner).containsExactly("b");
        assertThat(some.bounds()).isEqualTo(all.bounds());
        assertThat(some.rewards()).isEqualTo(all.rewards());
        assertThat(some.seconds()).isEqualTo(all.seconds());
    }

    @Test
    void intervalsKnowTheirPair() {
        SkewedInterval interval = new SkewedInterval("b", "a", 10, 1, 2);
        assertThat(interval.isOf("b", "a")).isTrue();
        assertThat(interval.isOf("b", "")).isFalse();
        assertThat(interval.isOf("a", "a")).isFalse();
    }

    @Test
    void aPointOfASweepHasTheSummaryOfItsRuns() {
        SweepPoint point = point("a");
        RunSummary summary = RunSummary.of(new RunValues("a", Metric.REGRET, new double[] {1, 2, 3}));
        assertThat(new double[] {point.mean(), point.standardError(), point.low(), point.high()})
                .containsExactly(summary.mean(), summary.standardError(), summary.lower(), summary.upper());
        assertThat(point.twofold()).isFalse();
        assertThat(SweepPoint.of("τ", 0.1, "arms", 2, new RunValues("a", Metric.REGRET, new double[] {1}))
                        .twofold())
                .isTrue();
    }

    @Test
    void wallsAreClosedAndGoalsAreNot() {
        assertThat(List.of(0, 1, 2)).map(map("a")::closed).containsExactly(false, true, false);
    }

    @Test
    void playingWasEnoughOnceTheIntervalIsAsNarrowAsAsked() {
        assertThat(STOP.enough()).isTrue();
        assertThat(new StopReport("mean", 0.4, 0.4, "a", 2, InterimLooks.ONE, 64).enough())
                .isTrue();
        assertThat(new StopReport("mean", 0.3, 0.4, "a", 2, InterimLooks.ONE, 64).enough())
                .isFalse();
    }

    /** t(0.975; 9) = 2.262157, t(1 − 0.025/3; 9) = 2.933324, in every table. */
    @Test
    void marginsAreThoseOfStudentForAllLooks() {
        MetricCurve one = curve("a", Metric.REGRET);
        assertThat(one.margin(0)).isCloseTo(0.5 * 2.262157, within(1e-6));
        MetricCurve three = new MetricCurve(
                "a", Metric.REGRET, STEPS, new double[] {1}, new double[] {0.5}, 10, new InterimLooks(3));
        assertThat(three.margin(0)).isCloseTo(0.5 * 2.933324, within(1e-6));
    }

    @Test
    void learnersComeInTheOrderAskedFor() {
        Results all = full().build();
        Results turned = all.inOrder(List.of("b", "a"));
        assertThat(turned.series()).extracting(MetricCurve::learner).containsExactly("b", "b", "a", "a");
        assertThat(turned.trials())
                .extracting(RunValues::learner)
                .startsWith("b")
                .endsWith("a");
        assertThat(turned.maps()).extracting(ActionMap::learner).containsExactly("b", "a");
        assertThat(turned.seconds().keySet()).containsExactly("b", "a");
        Results one = all.inOrder(List.of("b", "c"));
        assertThat(one.series()).extracting(MetricCurve::learner).containsExactly("b", "b");
        assertThat(one.seconds().keySet()).containsExactly("b");
        assertThat(one.bounds()).isEqualTo(all.bounds());
    }

    @Test
    void thePointOfASweepIsAnEstimateAndMayBeRenamed() {
        InterimLooks three = new InterimLooks(3);
        MetricEstimate estimate = MetricEstimate.of(point("a"), 10, three);
        RunSummary summary = RunSummary.of(new RunValues("a", Metric.REGRET, new double[] {1, 2, 3}));
        assertThat(estimate)
                .isEqualTo(new MetricEstimate(
                        "a", Metric.REGRET, 10, 2, summary.standardError(), 3, three, Optional.empty()));
        assertThat(estimate.named("b").learner()).isEqualTo("b");
        assertThat(estimate.named("b").named("a")).isEqualTo(estimate);
    }

    /** As manifests of results have them. */
    @Test
    void kindsOfProblemsHaveNames() {
        assertThat(ProblemKind.STATIONARY.noun()).isEqualTo("bandit that does not change");
        assertThat(ProblemKind.STATIONARY.heading()).isEqualTo("Bandits that do not change");
        assertThat(Stream.of(ProblemKind.values()).flatMap(kind -> Stream.of(kind.noun(), kind.heading())))
                .doesNotHaveDuplicates()
                .hasSize(10);
    }
}
