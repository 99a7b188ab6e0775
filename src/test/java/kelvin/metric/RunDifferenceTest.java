package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.metric.RunDifference.Pair;
import kelvin.metric.Verdict.Outcome;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunDifferenceTest {
    private static MetricEstimate known(String learner, double... values) {
        return MetricEstimate.of(new RunValues(learner, Metric.REGRET, values), 100);
    }

    /** The same estimate without the values of its repetitions. */
    private static MetricEstimate mean(MetricEstimate known) {
        MetricCurve curve = new MetricCurve(
                known.learner(),
                known.metric(),
                new long[] {100},
                new double[] {known.mean()},
                new double[] {known.standardError()},
                known.repetitions());
        return MetricEstimate.of(curve, 0);
    }

    private static RunDifference between(MetricEstimate one, MetricEstimate other, boolean sharing) {
        return RunDifference.of(List.of(new Pair(one, other, sharing))).get(0);
    }

    static Stream<Reference.Row> references() {
        return Reference.rows("welch.csv");
    }

    @ParameterizedTest
    @MethodSource("references")
    void independentMeansAreComparedByWelchsTest(Reference.Row row) {
        MetricEstimate x = known("x", row.numbers("x"));
        MetricEstimate y = known("y", row.numbers("y"));
        for (RunDifference found : List.of(between(x, y, false), between(mean(x), mean(y), false))) {
            double scale = 1e-9 * Math.max(1, Math.abs(x.mean()));
            assertThat(found.pairing()).isEqualTo(Pairing.INDEPENDENT);
            assertThat(found.comparison().difference()).isCloseTo(row.number("difference"), within(scale));
            assertThat(found.comparison().standardError()).isCloseTo(row.number("standard_error"), within(scale));
            assertThat(found.comparison().t()).isCloseTo(row.number("t"), within(scale));
            assertThat(found.degrees()).isCloseTo(row.number("degrees_of_freedom"), within(scale));
            assertThat(found.comparison().p()).isCloseTo(row.number("p"), within(scale));
            assertThat(found.comparison().holm()).isEqualTo(found.comparison().p());
            if (!found.verdict().skewed()) {
                assertThat(found.verdict().low()).isCloseTo(row.number("low"), within(scale));
                assertThat(found.verdict().high()).isCloseTo(row.number("high"), within(scale));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void skewedSamplesHaveABootstrapInterval(Reference.Row row) {
        Verdict found = between(known("x", row.numbers("x")), known("y", row.numbers("y")), false)
                .verdict();
        assertThat(found.skewed()).isEqualTo(!row.text("bca_low").isEmpty());
        if (found.skewed()) {
            double width = row.number("bca_high") - row.number("bca_low");
            assertThat(found.low()).isCloseTo(row.number("bca_low"), within(0.05 * width));
            assertThat(found.high()).isCloseTo(row.number("bca_high"), within(0.05 * width));
            assertThat(found.high()).isNotCloseTo(row.number("high"), within(0.05 * width));
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void withoutTheValuesOfDependentRepetitionsBothErrorsAreAdded(Reference.Row row) {
        MetricEstimate x = known("x", row.numbers("x"));
        MetricEstimate y = known("y", row.numbers("y"));
        RunDifference found = between(mean(x), y, true);
        assertThat(found.pairing()).isEqualTo(Pairing.BOUNDED);
        double scale = 1e-9 * Math.max(1, Math.abs(x.mean()));
        assertThat(found.comparison().standardError()).isCloseTo(row.number("bound_error"), within(scale));
        assertThat(found.comparison().p()).isCloseTo(row.number("bound_p"), within(scale));
    }

    @Test
    void pairedDifferencesAreThoseWithinAnExperiment() {
        RunValues x = new RunValues("x", Metric.REGRET, new double[] {3, 5, 9, 4, 8});
        RunValues y = new RunValues("y", Metric.REGRET, new double[] {2, 6, 5, 3, 4});
        RunDifference found = between(MetricEstimate.of(x, 100), MetricEstimate.of(y, 100), true);
        assertThat(found.pairing()).isEqualTo(Pairing.PAIRED);
        assertThat(found.degrees()).isEqualTo(4);
        assertThat(found.comparison())
                .isEqualTo(Comparisons.of("y", List.of(y, x), List.of(), 100).get(0));
    }

    @Test
    void theFirstRepetitionsArePairedWhereOneHasMore() {
        MetricEstimate few = known("few", 1, 2, 4);
        RunDifference found = between(few, known("many", 2, 3, 4, 1000), true);
        assertThat(found.comparison().difference()).isCloseTo(-2.0 / 3, within(1e-15));
        assertThat(found)
                .returns(3L, RunDifference::repetitions)
                .returns(4L, RunDifference::baselineRepetitions)
                .returns(2.0, RunDifference::degrees);
    }

    /** The bound contains what pairs would give, whatever their correlation. */
    @Test
    void theBoundContainsThePairedInterval() {
        double[] x = {3, 5, 9, 4, 8, 1};
        for (double slope : new double[] {-2, -0.5, 0, 0.5, 1, 3}) {
            MetricEstimate one = known("x", x);
            MetricEstimate other = known(
                    "y",
                    IntStream.range(0, x.length)
                            .mapToDouble(i -> slope * x[i] + i % 2)
                            .toArray());
            Verdict paired = between(one, other, true).verdict();
            Verdict bound = between(mean(one), mean(other), true).verdict();
            assertThat(bound.low()).isLessThanOrEqualTo(paired.low());
            assertThat(bound.high()).isGreaterThanOrEqualTo(paired.high());
        }
    }

    @Test
    void equalRepetitionsAreIdentical() {
        RunDifference found = between(known("a", 1, 2, 3), known("b", 1, 2, 3), true);
        assertThat(found.verdict().outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(found.comparison().p()).isOne();
    }

    @Test
    void oneRepetitionIsNotTested() {
        for (boolean sharing : new boolean[] {true, false}) {
            RunDifference found = between(known("a", 1), known("b", 3, 4), sharing);
            assertThat(found.verdict().outcome()).isEqualTo(Outcome.UNTESTED);
            assertThat(found.comparison().p()).isNaN();
        }
        assertThat(between(known("a", 1), known("b", 3), false).degrees()).isNaN();
    }

    @Test
    void constantsThatDifferAreAsSureAsTheirRepetitions() {
        RunDifference found = between(known("a", 1, 1, 1, 1, 1, 1, 1), known("b", 2, 2, 2, 2, 2, 2, 2, 2), false);
        assertThat(found.comparison().p()).isEqualTo(2 * Math.pow(0.5, 7));
        assertThat(found.verdict())
                .returns(Outcome.SIGNIFICANT, Verdict::outcome)
                .returns(-1.0, Verdict::low)
                .returns(-1.0, Verdict::high);
        assertThat(between(known("a", 1, 1), known("b", 1, 1), false)
                        .comparison()
                        .p())
                .isOne();
    }

    @Test
    void pValuesAreAdjustedWithinAMetric() {
        MetricEstimate base = known("b", 1, 2, 3, 4);
        Pair strong = new Pair(known("s", 11, 12, 14, 13), base, false);
        Pair weak = new Pair(known("w", 2, 4, 3, 5), base, false);
        RunValues share = new RunValues("s", Metric.OPTIMAL_ACTION, new double[] {0.1, 0.3, 0.2});
        Pair other = new Pair(
                MetricEstimate.of(share, 100),
                MetricEstimate.of(new RunValues("b", Metric.OPTIMAL_ACTION, new double[] {0.4, 0.3, 0.5}), 100),
                false);
        List<RunDifference> found = RunDifference.of(List.of(strong, other, weak));
        double[] p = found.stream().mapToDouble(each -> each.comparison().p()).toArray();
        assertThat(found.stream().mapToDouble(each -> each.comparison().holm()).toArray())
                .containsExactly(2 * p[0], p[1], p[2]);
    }

    @Test
    void everyPairOfLooksWidensTheInterval() {
        RunValues values = new RunValues("x", Metric.REGRET, new double[] {1, 2, 4}, new InterimLooks(3));
        RunValues others = new RunValues("y", Metric.REGRET, new double[] {2, 3, 3}, new InterimLooks(4));
        Comparison found = between(MetricEstimate.of(values, 9), MetricEstimate.of(others, 9), false)
                .comparison();
        assertThat(found.looks()).isEqualTo(new InterimLooks(12));
        double alone = between(known("x", 1, 2, 4), known("y", 2, 3, 3), false)
                .comparison()
                .p();
        assertThat(found.p()).isEqualTo(Math.min(1, 12 * alone));
    }

    /** An interval as a test of the numbers in it. */
    private interface Interval {
        boolean contains(RunDifference found, double x);
    }

    /** The share of 2000 intervals that contain the true difference, of normal values with unequal sizes and variances. */
    private static double coverage(Interval interval) {
        UniformRandomProvider random = Seed.of(18).child("coverage").generator();
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int covered = 0;
        for (int i = 0; i < 2000; i++) {
            double[] x = DoubleStream.generate(() -> 5 + 3 * normal.sample())
                    .limit(5)
                    .toArray();
            double[] y =
                    DoubleStream.generate(() -> 4 + normal.sample()).limit(15).toArray();
            covered += interval.contains(between(known("x", x), known("y", y), false), 1) ? 1 : 0;
        }
        return covered / 2000.0;
    }

    @Test
    void ninetyFivePercentOfTheIntervalsContainTheDifference() {
        assertThat(coverage((found, x) ->
                        found.verdict().low() <= x && x <= found.verdict().high()))
                .isBetween(0.935, 0.965);
    }

    /** The twin: as if the standard errors were known. */
    @Test
    void intervalsWithoutDegreesOfFreedomDoNot() {
        assertThat(coverage((found, x) -> Math.abs(found.comparison().difference() - x)
                        <= 1.96 * found.comparison().standardError()))
                .isLessThan(0.935);
    }
}
