package kelvin.evaluation.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class PoissonWeightsTest {
    private static final int RESAMPLES = 100;
    private static final int DECISIONS = 10_000;
    private static final int CELLS = 7;

    /** Returns Pearson's statistic of the counts of 0, 1, …, 5 and more, transformed first; 22.5 is its 0.1 % quantile. */
    private static double statistic(DoubleUnaryOperator transformed) {
        long[] counts = new long[CELLS];
        PoissonWeights weights = new PoissonWeights(Seed.of(3), 0);
        double[] times = new double[RESAMPLES];
        for (int i = 0; i < DECISIONS; i++) {
            weights.of(i, times);
            for (double each : times) {
                counts[(int) Math.min(CELLS - 1, transformed.applyAsDouble(each))]++;
            }
        }
        double statistic = 0;
        double probability = Math.exp(-1);
        double rest = 1;
        for (int k = 0; k < CELLS; k++) {
            double expected = (k == CELLS - 1 ? rest : probability) * RESAMPLES * DECISIONS;
            statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
            rest -= probability;
            probability /= k + 1;
        }
        return statistic;
    }

    @Test
    void numbersArePoissonOfMeanOne() {
        assertThat(statistic(each -> each)).isLessThan(22.5);
        assertThat(statistic(each -> Math.min(each, 5))).isGreaterThan(22.5); // a twin that never exceeds 5
    }

    /** A correlation has a standard error of 0.01 here. */
    @Test
    void resamplesAreIndependent() {
        PoissonWeights weights = new PoissonWeights(Seed.of(4), 0);
        double[] times = new double[4];
        double[] next = new double[4];
        double within = 0;
        double between = 0;
        double shared = 0;
        double successive = 0;
        for (int i = 0; i < DECISIONS; i++) {
            weights.of(i, times);
            weights.of(i + 1, next);
            shared += (times[0] - 1) * (times[1] - 1) / DECISIONS;
            between += (times[0] - 1) * (times[2] - 1) / DECISIONS;
            successive += (times[0] - 1) * (next[0] - 1) / DECISIONS;
            within += (times[0] - 1) * (times[0] - 1) / DECISIONS;
        }
        assertThat(new double[] {shared, between, successive}).containsExactly(new double[3], within(0.04));
        assertThat(within).isCloseTo(1, within(0.06));
    }

    @Test
    void aWeightIsAFunctionOfSeedResampleAndDecision() {
        double[] all = new double[RESAMPLES];
        double[] some = new double[10];
        new PoissonWeights(Seed.of(1), 0).of(77, all);
        PoissonWeights later = new PoissonWeights(Seed.of(1), 40);
        later.of(3, some);
        later.of(77, some);
        assertThat(some).isEqualTo(Arrays.copyOfRange(all, 40, 50));
        new PoissonWeights(Seed.of(2), 40).of(77, some);
        assertThat(some).isNotEqualTo(Arrays.copyOfRange(all, 40, 50));
    }
}
