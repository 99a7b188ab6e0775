package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RegretSpreadTest {
    private static final long[] STEPS = {1, 100, 500, 1000};
    private static final double UNIFORM = 0.5;

    /** Of one repetition whose regret is a function of the step. */
    private static double[] quarters(DoubleUnaryOperator regret) {
        double half = regret.applyAsDouble(500);
        double threeQuarters = regret.applyAsDouble(750);
        return new double[] {threeQuarters - half, regret.applyAsDouble(1000) - threeQuarters, 250 * UNIFORM};
    }

    private static double linear(List<double[]> quarters) {
        double[][] regret = new double[quarters.size()][STEPS.length];
        return RegretSpread.of(new RegretPaths("a", STEPS, regret), quarters).linear();
    }

    private static double linear(DoubleUnaryOperator regret) {
        return linear(List.of(quarters(regret)));
    }

    @Test
    void regretThatGrowsAsFastAsBeforeIsLinear() {
        assertThat(linear(t -> 0.3 * t)).isEqualTo(1);
        assertThat(linear(t -> 0.051 * t)).isEqualTo(1);
        assertThat(linear(t -> Math.pow(t, 0.9))).isEqualTo(1);
        assertThat(linear(t -> t <= 500 ? 0 : t - 500)).isEqualTo(1);
    }

    @Test
    void regretThatLevelsOffIsNot() {
        assertThat(linear(t -> 10 * Math.pow(t, 0.8))).isZero();
        assertThat(linear(t -> 30 * Math.sqrt(t))).isZero();
        assertThat(linear(t -> 100 * Math.log(t))).isZero();
        assertThat(linear(t -> t <= 500 ? 0 : 30 * Math.sqrt(t - 500))).isZero();
    }

    /** A loss late in a run is one loss, not a slope. */
    @Test
    void regretThatHardlyGrowsIsNotLinearHoweverItGrewBefore() {
        assertThat(linear(t -> t < 1000 ? 0 : 1)).isZero();
        assertThat(linear(t -> 0.049 * t)).isZero();
        assertThat(linear(t -> 7)).isZero();
    }

    @Test
    void whereUniformPlayLosesNothingNothingIsLinear() {
        assertThat(linear(List.of(new double[] {0, 0, 0}))).isZero();
    }

    @Test
    void theLimitsThemselvesAreLinear() {
        assertThat(linear(List.of(new double[] {100, 95, 1}))).isEqualTo(1);
        assertThat(linear(List.of(new double[] {100, 94.99, 1}))).isZero();
        assertThat(linear(List.of(new double[] {5, 5, 50}))).isEqualTo(1);
        assertThat(linear(List.of(new double[] {5, 5, 50.1}))).isZero();
    }

    @Test
    void theShareIsThatOfAllRepetitions() {
        double[] steady = quarters(t -> t);
        double[] flat = quarters(t -> 7);
        assertThat(linear(List.of(steady, flat, flat, flat))).isEqualTo(0.25);
    }

    @Test
    void whatCannotBeJudgedHasNoShare() {
        assertThat(linear(List.of(quarters(t -> t), new double[] {1, 1, Double.NaN})))
                .isNaN();
        assertThat(linear(List.of(new double[] {Double.NaN, Double.NaN, 1}))).isNaN();
    }

    /** By hand: 100 steps at ratios of 100^(1/4): 1, 3.16, 10, 31.6 and the last. */
    @Test
    void placesHaveEqualRatios() {
        long[] report = LongStream.rangeClosed(1, 100).toArray();
        assertThat(RegretPaths.places(report, 5)).containsExactly(0, 3, 9, 31, 99);
        assertThat(RegretPaths.places(new long[] {5, 10, 40, 80}, 3)).containsExactly(0, 2, 3);
        assertThat(RegretPaths.places(report, 1)).containsExactly(99);
        assertThat(RegretPaths.places(report, 100)).hasSize(100);
    }

    /** More steps than are read in one pass, a number that is no multiple of that. */
    @Test
    void columnsAreThoseOfEachStep() {
        long[] steps = LongStream.rangeClosed(1, 19).toArray();
        double[][] regret = new double[3][19];
        for (int i = 0; i < 57; i++) {
            regret[i % 3][i / 3] = i;
        }
        RegretPaths paths = new RegretPaths("a", steps, regret);
        List<double[]> columns = paths.columns().toList();
        assertThat(columns).hasSize(19);
        for (int i = 0; i < 19; i++) {
            assertThat(columns.get(i))
                    .containsExactly(3 * i, 3 * i + 1, 3 * i + 2)
                    .isEqualTo(paths.at(i).values());
        }
    }

    @Test
    void quantilesAreThoseOfEachStep() {
        RegretPaths paths =
                new RegretPaths("a", new long[] {1, 2}, new double[][] {{0, 4}, {0, 0}, {0, 2}, {0, 1}, {0, 3}});
        double[][] quantiles = RegretSpread.of(paths, List.of()).quantiles();
        assertThat(quantiles[0]).containsOnly(0);
        assertThat(quantiles[1]).containsExactly(0.2, 1, 2, 3, 3.8);
    }

    @Test
    void pathsKeepAtMostFortySteps() {
        long[] report = LongStream.rangeClosed(1, 1000).toArray();
        int[] places = RegretPaths.places(report);
        assertThat(places)
                .hasSizeBetween(30, RegretPaths.MAX_STEPS_KEPT)
                .isSorted()
                .contains(0, 999);
        assertThat(RegretPaths.places(STEPS)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void differencesOfPathsAreThoseOfEachRepetitionAndStep() {
        long[] steps = {1, 2, 3};
        RegretPaths a = new RegretPaths("a", steps, new double[][] {{1, 2, 3}, {4, 5, 6}});
        RegretPaths b = new RegretPaths("b", steps, new double[][] {{1, 1, 1}, {5, 3, 0}});
        assertThat(a.minus(b).regret()).isDeepEqualTo(new double[][] {{0, 1, 2}, {-1, 2, 6}});
        assertThat(a.minus(b).learner()).isEqualTo("a");
        assertThat(a.minus(b).steps()).containsExactly(steps);
    }
}
