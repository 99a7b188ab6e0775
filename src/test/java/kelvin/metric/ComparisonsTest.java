package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    private static final double[] A = {12.5, 3.25, 7.75, 0.5, 41.0, 9.25, 2.0, 18.5, 6.0, 55.25, 4.75, 8.0};
    private static final double[] B = {10.0, 4.0, 9.5, 1.5, 30.5, 12.0, 3.125, 20.0, 6.5, 21.0, 7.0, 9.875};

    private static RunValues regret(String learner, double... values) {
        return new RunValues(learner, Metric.REGRET, values);
    }

    private static Comparison of(double[] a, double[] b) {
        return Comparisons.of("b", List.of(regret("b", b), regret("a", a)), List.of(), 100)
                .get(0);
    }

    private static double[] shifted(double[] values, double by) {
        return Arrays.stream(values).map(x -> x + by).toArray();
    }

    /** SciPy 1.17: {@code ttest_rel(a, b)} and {@code wilcoxon(a - b)}. */
    @Test
    void testsAreThoseOfSciPy() {
        Comparison c = of(A, B);
        assertThat(c.difference()).isCloseTo(2.8125, within(1e-14));
        assertThat(c.standardError()).isCloseTo(3.039103579705999, within(1e-14));
        assertThat(c.t()).isCloseTo(0.9254373621158642, within(1e-14));
        assertThat(c.p()).isCloseTo(0.37459549074178894, within(1e-13));
        assertThat(c.wilcoxon()).isCloseTo(0.6220703125, within(1e-13));
    }

    /** By hand: 4·0.01, 3·0.02, 2·0.03 raised to 0.06, and 0.5. */
    @Test
    void pValuesAreAdjustedByHolm() {
        assertThat(Comparisons.holm(new double[] {0.5, 0.01, 0.03, 0.02}))
                .containsExactly(new double[] {0.5, 0.04, 0.06, 0.06}, within(1e-15));
        assertThat(Comparisons.holm(new double[] {0.9, 0.8})).containsExactly(1, 1);
    }

    /** t(0.975; 11) = 2.2009851600829, in every table. */
    @Test
    void theMarginIsStudents() {
        assertThat(of(A, B).margin()).isCloseTo(2.2009851600829 * 3.039103579705999, within(1e-9));
        assertThat(of(A, B).significant()).isFalse();
        assertThat(of(shifted(B, 2), B).significant()).isTrue();
    }

    @Test
    void learnersKeepTheOrderOfTheExperiment() {
        List<Comparison> all = Comparisons.of(
                "b",
                List.of(
                        regret("z", A),
                        new RunValues("z", Metric.REWARD, A),
                        regret("b", B),
                        new RunValues("b", Metric.REWARD, B),
                        regret("a", A),
                        new RunValues("a", Metric.REWARD, A)),
                List.of(),
                100);
        assertThat(all).extracting(Comparison::learner).containsExactly("z", "z", "a", "a");
        assertThat(all)
                .extracting(Comparison::metric)
                .containsExactly(Metric.REGRET, Metric.REWARD, Metric.REGRET, Metric.REWARD);
    }

    /** Undefined values of p do not count: of two, one is adjusted for one. */
    @Test
    void undefinedPValuesDoNotCount() {
        assertThat(Comparisons.holm(new double[] {Double.NaN, 0.03, 0.04})).containsExactly(Double.NaN, 0.06, 0.06);
    }

    /** Ranks that point the same way as the mean are no contradiction, whichever way. */
    @Test
    void ranksThatAgreeWithTheMeanAreNotOpposite() {
        double[] zeros = new double[20];
        double[] losses = IntStream.range(0, 20).mapToDouble(i -> 1 + i % 4).toArray();
        for (Comparison each : List.of(of(losses, zeros), of(zeros, losses))) {
            assertThat(each.wilcoxon()).isLessThan(0.01);
            assertThat(each.verdict())
                    .hasValueSatisfying(
                            verdict -> assertThat(verdict.opposite()).isNaN());
        }
    }

    /** A few great gains against many small losses: the shares of repetitions are those that the mean does not say. */
    @Test
    void theOppositeSharesAreThoseOfTheSignOfRanks() {
        double[] fewGainMuch = IntStream.range(0, 60)
                .mapToDouble(i -> i % 10 == 0 ? -60 - i : i % 10 == 1 ? 0 : 1)
                .toArray();
        assertThat(of(fewGainMuch, new double[60]).verdict())
                .hasValueSatisfying(verdict -> assertThat(verdict.opposite()).isEqualTo(48.0 / 60));
    }

    @Test
    void equalRunsAreCalledEqual() {
        Comparison c = of(A, A);
        assertThat(c.p()).isEqualTo(1);
        assertThat(c.wilcoxon()).isEqualTo(1);
        assertThat(c.verdict()).map(Verdict::outcome).contains(Verdict.Outcome.EQUAL);
    }

    /** Three tosses of a coin are alike once in four times. */
    @Test
    void aConstantDifferenceIsAsSureAsEqualSignsAre() {
        Comparison three = of(new double[] {3, 4, 5}, new double[] {1, 2, 3});
        assertThat(three.p()).isEqualTo(0.25);
        assertThat(three.verdict()).hasValueSatisfying(verdict -> {
            assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.NOT_SIGNIFICANT);
            assertThat(verdict.constant()).isTrue();
        });
        assertThat(of(shifted(B, 2), B).significant()).isTrue();
    }

    @Test
    void oneRepetitionTellsNothing() {
        Comparison c = of(new double[] {1}, new double[] {3});
        assertThat(new double[] {c.p(), c.holm(), c.wilcoxon(), c.margin()}).containsOnly(Double.NaN);
        assertThat(c.verdict()).map(Verdict::outcome).contains(Verdict.Outcome.UNTESTED);
    }

    @Test
    void twoRepetitionsAreTested() {
        assertThat(of(new double[] {1, 2}, new double[] {3, 5}).verdict())
                .map(Verdict::outcome)
                .contains(Verdict.Outcome.NOT_SIGNIFICANT);
    }

    @Test
    void regretIsComparedAlongTheWay() {
        long[] steps = {1, 5, 10};
        RegretPaths a = new RegretPaths("a", steps, new double[][] {{1, 2, 3}, {1, 4, 5}});
        RegretPaths b = new RegretPaths("b", steps, new double[][] {{0, 1, 1}, {0, 1, 1}});
        List<Comparison> all = Comparisons.of("b", List.of(regret("a", 3, 5), regret("b", 1, 1)), List.of(a, b), 10);
        assertThat(all).extracting(Comparison::step).containsExactly(1L, 5L, 10L);
        assertThat(all).extracting(Comparison::difference).containsExactly(1.0, 2.0, 3.0);
        assertThat(all).extracting(Comparison::last).containsExactly(false, false, true);
    }

    @Test
    void aVerdictCarriesItsInterval() {
        double[] lower = IntStream.range(0, 40).mapToDouble(i -> i % 5).toArray();
        double[] higher =
                IntStream.range(0, 40).mapToDouble(i -> 12 + i % 7 % 2 + i % 5).toArray();
        assertThat(of(lower, higher).verdict()).hasValueSatisfying(verdict -> {
            assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.SIGNIFICANT);
            assertThat(verdict.low()).isCloseTo(-12.585, within(1e-3));
            assertThat(verdict.high()).isCloseTo(-12.265, within(1e-3));
            assertThat(verdict.skewed()).isFalse();
            assertThat(verdict.opposite()).isNaN();
        });
    }

    @Test
    void aVerdictSaysInHowManyRepetitionsRanksPointTheOtherWay() {
        double[] fewLoseMuch = IntStream.range(0, 60)
                .mapToDouble(i -> i % 6 == 0 ? 60 + i : -1)
                .toArray();
        assertThat(of(fewLoseMuch, new double[60]).verdict())
                .hasValueSatisfying(verdict -> assertThat(verdict.opposite()).isEqualTo(50.0 / 60));
    }

    @Test
    void aVerdictIsConcludedAgainFromTheSameValues() {
        Comparison c = of(A, B);
        assertThat(c.verdict()).contains(Verdict.of(regret("a", A).minus(regret("b", B)), c.holm()));
    }

    @Test
    void thereIsNoVerdictBeforeTheHorizon() {
        RegretPaths a = new RegretPaths("a", new long[] {1, 5}, new double[][] {{1, 2}, {1, 4}});
        RegretPaths b = new RegretPaths("b", new long[] {1, 5}, new double[][] {{0, 1}, {0, 1}});
        assertThat(Comparisons.of("b", List.of(regret("a", 3, 5), regret("b", 1, 1)), List.of(a, b), 5))
                .extracting(c -> c.verdict().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void aComparisonOfOtherNamesHasTheSameNumbers() {
        Comparison renamed = of(A, B).of("new", "old");
        assertThat(renamed.learner()).isEqualTo("new");
        assertThat(renamed.baseline()).isEqualTo("old");
        assertThat(renamed.of("a", "b")).isEqualTo(of(A, B));
    }

    @Test
    void theLevelItselfIsNotSignificant() {
        assertThat(adjusted(0.05).significant()).isFalse();
        assertThat(adjusted(Math.nextDown(0.05)).significant()).isTrue();
    }

    private static Comparison adjusted(double holm) {
        return new Comparison(
                "a", "b", Metric.REGRET, 1, 1, 1, 9, InterimLooks.ONE, 1, holm, holm, holm, Optional.empty());
    }
}
