package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quantities solved for, measured at the solution from their definitions. */
class InverseTemperatureTest {
    private static final double[] SHARES = {1e-6, 0.01, 0.3, 0.7, 0.99};

    /** Ascending gaps from 0, of one scale or of many, with ties. */
    static Stream<double[]> gaps() {
        return LongStream.range(0, 200).mapToObj(seed -> {
            UniformRandomProvider random = Seed.of(seed).generator();
            int n = random.nextInt(2, 40);
            boolean wide = random.nextBoolean();
            double[] gaps = new double[n];
            for (int i = 1; i < n; i++) {
                gaps[i] = random.nextDouble() * (wide ? Math.pow(10, random.nextInt(-4, 5)) : 1);
                gaps[i] = i < n - 1 && random.nextInt(5) == 0 ? 0 : gaps[i];
            }
            Arrays.sort(gaps);
            return gaps;
        });
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void theQuantityIsReached(double[] gaps) {
        assertThat(worst(gaps, 1)).isLessThan(1e-12);
    }

    @Test
    void anInverseTemperatureOffByOneInAMillionIsNoticed() {
        assertThat(gaps().mapToDouble(gaps -> worst(gaps, 1 + 1e-6))).allMatch(worst -> worst > 1e-9);
    }

    /** The largest relative change of β that would bring a quantity to its target, over quantities and targets. */
    private static double worst(double[] gaps, double factor) {
        InverseTemperature solver = new InverseTemperature().over(gaps, gaps.length);
        double unit = factor * Math.scalb(1.0, -solver.exponent());
        double n = gaps.length;
        double ties = Arrays.stream(gaps).filter(gap -> gap == 0).count();
        double mean = Arrays.stream(gaps).sum() / n;
        double worst = 0;
        for (double share : SHARES) {
            double entropy = Math.log(ties) + share * Math.log(n / ties);
            double divergence = share * Math.log(n / ties);
            double best = ties / n + share * (1 - ties / n);
            double loss = share * mean;
            worst = Math.max(worst, off(beta -> entropy(gaps, beta), entropy, unit * solver.ofEntropy(entropy)));
            worst = Math.max(
                    worst,
                    off(beta -> Math.log(n) - entropy(gaps, beta), divergence, unit * solver.ofDivergence(divergence)));
            worst = Math.max(worst, off(beta -> ties / sum(gaps, beta, 0), best, unit * solver.ofBest(best)));
            worst = Math.max(
                    worst, off(beta -> sum(gaps, beta, 1) / sum(gaps, beta, 0), loss, unit * solver.ofMean(loss)));
        }
        return worst;
    }

    /** Returns the relative distance of β from the point where a quantity has its target, less the part that rounding of the quantity hides. */
    private static double off(DoubleUnaryOperator quantity, double target, double beta) {
        double at = quantity.applyAsDouble(beta);
        double slope =
                Math.abs(quantity.applyAsDouble(beta * (1 + 1e-4)) - quantity.applyAsDouble(beta * (1 - 1e-4))) / 2e-4;
        return Math.max(0, Math.abs(at - target) - 1e-14 * Math.max(1, Math.abs(target))) / slope;
    }

    private static double sum(double[] gaps, double beta, int power) {
        return DoubleStream.of(gaps)
                .map(gap -> Math.exp(-beta * gap) * Math.pow(gap, power))
                .sum();
    }

    private static double entropy(double[] gaps, double beta) {
        return Math.log(sum(gaps, beta, 0)) + beta * sum(gaps, beta, 1) / sum(gaps, beta, 0);
    }

    /** For two actions, p = 1/(1 + e^(β·gap)) of the worse: with x = β·gap small, KL = x²/8 − x⁴/64 + …. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-250, 1e-30, 1e-18, 1e-12})
    void tinyDivergencesKeepTheirDigits(double target) {
        double beta = new InverseTemperature().over(new double[] {0, 1}, 2).ofDivergence(target);
        assertThat(beta * beta / 8 / target).isBetween(1 - 4e-12, 1 + 4e-12);
    }

    /** Two ties of four: the others, at gap 1, weigh 2·e^−β. */
    @Test
    void aProbabilityHasAClosedForm() {
        InverseTemperature solver = new InverseTemperature().over(new double[] {0, 0, 1, 1}, 4);
        assertThat(solver.ofBest(0.9)).isBetween(Math.log(9) - 1e-15, Math.log(9) + 1e-15);
        assertThat(solver.ofBest(0.5)).isZero();
        assertThat(solver.ofBest(1)).isInfinite();
    }

    @Test
    void theLimitsAreTold() {
        InverseTemperature solver = new InverseTemperature().over(new double[] {0, 0.5, 1}, 3);
        assertThat(solver.ofEntropy(2)).isZero();
        assertThat(solver.ofEntropy(0)).isInfinite();
        assertThat(solver.ofDivergence(0)).isZero();
        assertThat(solver.ofDivergence(2)).isInfinite();
        assertThat(solver.ofMean(0.5)).isZero();
        assertThat(solver.ofMean(0)).isInfinite();
    }

    @Test
    void whatDoublesCannotHoldIsLeftToOthers() {
        InverseTemperature solver = new InverseTemperature();
        assertThat(solver.over(new double[] {0, 1e-300, 1e300}, 3).ofEntropy(0.5))
                .isNaN();
        assertThat(solver.over(new double[] {0, 1, Double.POSITIVE_INFINITY}, 3).ofMean(0.1))
                .isNaN();
        assertThat(solver.over(new double[] {0, 1, 2}, 3).ofMean(1e-300)).isNaN();
    }

    /** Bit for bit, at any scale that leaves the gaps exact. */
    @Test
    void theScaleOfGapsDoesNotMatter() {
        double[] gaps = {0, 0.25, 0.625, 1.75};
        InverseTemperature solver = new InverseTemperature();
        double beta = solver.over(gaps, 4).ofEntropy(0.8);
        for (int exponent : new int[] {-1000, -60, 3, 1020}) {
            double[] scaled =
                    Arrays.stream(gaps).map(gap -> Math.scalb(gap, exponent)).toArray();
            assertThat(solver.over(scaled, 4).ofEntropy(0.8)).isEqualTo(beta);
            assertThat(solver.exponent()).isEqualTo(exponent);
        }
    }
}
