package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RegretSpreadTest {
    private static final long[] STEPS = {1, 100, 500, 1000};

    private static double failed(DoubleUnaryOperator regret) {
        double[] row = LongStream.of(STEPS).mapToDouble(regret::applyAsDouble).toArray();
        return RegretSpread.of(new Paths("a", STEPS, new double[][] {row})).failed();
    }

    @Test
    void regretThatGrowsLinearlyIsAFailure() {
        assertThat(failed(t -> 0.3 * t)).isEqualTo(1);
        assertThat(failed(t -> Math.pow(t, 0.85))).isEqualTo(1);
        assertThat(failed(t -> t <= 500 ? 0 : t - 500)).isEqualTo(1);
    }

    @Test
    void regretThatFlattensIsNot() {
        assertThat(failed(t -> Math.pow(t, 0.75))).isZero();
        assertThat(failed(Math::sqrt)).isZero();
        assertThat(failed(Math::log)).isZero();
        assertThat(failed(t -> 7)).isZero();
        assertThat(failed(t -> 0)).isZero();
    }

    @Test
    void withoutAnEarlierStepNobodyCanTell() {
        Paths paths = new Paths("a", new long[] {10}, new double[][] {{3}});
        assertThat(RegretSpread.of(paths).failed()).isNaN();
    }

    @Test
    void quantilesAreThoseOfEachStep() {
        Paths paths = new Paths("a", new long[] {1, 2}, new double[][] {{0, 4}, {0, 0}, {0, 2}, {0, 1}, {0, 3}});
        double[][] quantiles = RegretSpread.of(paths).quantiles();
        assertThat(quantiles[0]).containsOnly(0);
        assertThat(quantiles[1]).containsExactly(0.2, 1, 2, 3, 3.8);
    }

    @Test
    void pathsKeepAtMostFortySteps() {
        long[] report = LongStream.rangeClosed(1, 1000).toArray();
        int[] places = Paths.places(report);
        assertThat(places).hasSizeBetween(30, Paths.POINTS).isSorted().contains(0, 999);
        assertThat(Paths.places(STEPS)).containsExactly(0, 1, 2, 3);
    }
}
