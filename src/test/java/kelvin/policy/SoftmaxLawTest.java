package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kelvin.policy.temperature.EffectiveActions;
import kelvin.policy.temperature.KlFromUniform;
import kelvin.policy.temperature.TemperedSoftmax;
import kelvin.policy.temperature.ValueGaps;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Laws of softmax and the policies built on it, over doubles of every bit pattern; a failing seed is in the message. */
class SoftmaxLawTest {
    /** Values, a temperature to go with them, and a power of two by which all of them can be scaled exactly. */
    record Sample(long seed, double[] values, double temperature, int exponent) {
        double[] scaled() {
            return Arrays.stream(values).map(q -> Math.scalb(q, exponent)).toArray();
        }

        double scaledTemperature() {
            return Math.scalb(temperature, exponent);
        }

        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    /** Any bits between a quarter of the smallest and of the largest normal numbers, the rest in the temperature's reach. */
    private static void each(Consumer<Sample> law) {
        samples().forEach(sample -> {
            try {
                law.accept(sample);
            } catch (AssertionError e) {
                throw new AssertionError(sample + ": " + e.getMessage(), e);
            }
        });
    }

    private static Stream<Sample> samples() {
        return LongStream.range(0, 300).mapToObj(seed -> {
            UniformRandomProvider random = Seed.of(seed).child("law").generator();
            int centre = random.nextInt(-700, 700);
            double[] values = random.doubles(random.nextInt(2, 12), -1, 1)
                    .map(x -> Math.scalb(x, centre + random.nextInt(-200, 3)))
                    .toArray();
            values[random.nextInt(values.length)] = random.nextBoolean() ? 0 : Double.NEGATIVE_INFINITY;
            double temperature = Math.scalb(random.nextDouble(0.5, 1), centre + random.nextInt(-12, 12));
            return new Sample(seed, values, temperature, random.nextInt(-60, 61) - centre / 8);
        });
    }

    @Test
    void scalingValuesAndTemperatureChangesNothing() {
        each(sample -> {
            Softmax softmax = new Softmax(sample.temperature);
            Softmax scaled = new Softmax(sample.scaledTemperature());
            assertThat(scaled.probabilities(sample.scaled())).isEqualTo(softmax.probabilities(sample.values));
            Distribution one = softmax.distribution(sample.values);
            Distribution other = scaled.distribution(sample.scaled());
            assertThat(other.entropy()).isEqualTo(one.entropy());
            assertThat(other.kl(one)).isZero();
        });
    }

    @Test
    void scalingValuesThresholdAndTemperatureChangesNothing() {
        each(sample -> {
            double threshold = sample.values[0] > Double.NEGATIVE_INFINITY ? sample.values[0] : sample.temperature;
            SigmoidGate gate = new SigmoidGate(threshold, sample.temperature);
            SigmoidGate scaled = new SigmoidGate(Math.scalb(threshold, sample.exponent), sample.scaledTemperature());
            assertThat(scaled.probabilities(sample.scaled())).isEqualTo(gate.probabilities(sample.values));
        });
    }

    @Test
    void derivativesScaleInversely() {
        each(sample -> {
            int action = sample.values[0] > Double.NEGATIVE_INFINITY ? 0 : 1;
            double[] gradient = new double[sample.values.length];
            double[] scaled = new double[sample.values.length];
            new Softmax(sample.temperature).logGradient(sample.values, action, gradient);
            new Softmax(sample.scaledTemperature()).logGradient(sample.scaled(), action, scaled);
            for (int i = 0; i < scaled.length; i++) {
                double expected = Math.scalb(gradient[i], -sample.exponent);
                Accuracy.assertWithin(1e-12 * Math.abs(expected) + 1e-250, scaled[i], expected);
            }
        });
    }

    /** The solved distribution does not see the scale, the solved temperature follows it. */
    @Test
    void temperaturesByMeaningScaleAlong() {
        each(sample -> {
            EffectiveActions goal = new EffectiveActions(1.75);
            assertThat(goal.probabilities(sample.scaled())).isEqualTo(goal.probabilities(sample.values));
            assertThat(goal.temperature(sample.scaled()).temperature())
                    .isEqualTo(Math.scalb(goal.temperature(sample.values).temperature(), sample.exponent));
        });
    }

    /** On a grid of 2⁻²⁰ below 2³⁰ every sum is exact. */
    @Test
    void shiftingAllValuesChangesNothing() {
        each(sample -> {
            UniformRandomProvider random = Seed.of(sample.seed).child("grid").generator();
            double[] values = random.longs(7, -(1L << 50), 1L << 50)
                    .mapToDouble(x -> Math.scalb((double) x, -20))
                    .toArray();
            double shift = Math.scalb((double) random.nextLong(-(1L << 50), 1L << 50), -20);
            double[] shifted = Arrays.stream(values).map(q -> q + shift).toArray();
            Softmax softmax = new Softmax(Math.scalb(1.0, random.nextInt(-20, 35)));
            assertThat(softmax.probabilities(shifted)).isEqualTo(softmax.probabilities(values));
            assertThat(new KlFromUniform(0.5).probabilities(shifted))
                    .isEqualTo(new KlFromUniform(0.5).probabilities(values));
        });
    }

    /** Odds are e to the gap in temperatures, however small the probabilities are. */
    @Test
    void logOddsAreGapsInTemperatures() {
        each(sample -> {
            Distribution d = new Softmax(sample.temperature).distribution(sample.values);
            int[] open = {d.ranking()[0], d.ranking()[ValueChecks.open(sample.values) - 1]};
            double gap = (sample.values[open[0]] - sample.values[open[1]]) / sample.temperature;
            assertThat(d.logProbability(open[0]) - d.logProbability(open[1]))
                    .isCloseTo(gap, within(1e-15 * (4 + 4 * gap)));
        });
    }

    /** A rare action's logarithm is its gap in temperatures, correctly rounded, though it takes two operations to compute. */
    @Test
    void logarithmsAreRoundedOnce() {
        each(sample -> {
            UniformRandomProvider random = Seed.of(sample.seed).child("gap").generator();
            double temperature = random.nextDouble(0.5, 2);
            double best = random.nextDouble(-1, 1);
            double rare = best - temperature * random.nextDouble(60, 1e4);
            BigDecimal gap = new BigDecimal(rare).subtract(new BigDecimal(best));
            double exact =
                    gap.divide(new BigDecimal(temperature), new MathContext(40)).doubleValue();
            assertThat(new Softmax(temperature).logProbability(new double[] {rare, best}, 0))
                    .isEqualTo(exact);
        });
    }

    /** Hotter is flatter, in every measure for which a temperature is solved. */
    @Test
    void everyMeaningIsMonotoneInTemperature() {
        each(sample -> {
            TemperedSoftmax cold = new ValueGaps().of(sample.values).at(sample.temperature);
            TemperedSoftmax hot = new ValueGaps().of(sample.values).at(sample.temperature * 1.5);
            assertThat(hot.entropy()).isGreaterThanOrEqualTo(cold.entropy() - 1e-14);
            assertThat(hot.bestProbability()).isLessThanOrEqualTo(cold.bestProbability());
            assertThat(hot.divergence()).isLessThanOrEqualTo(cold.divergence() * (1 + 1e-14));
            assertThat(hot.loss()).isGreaterThanOrEqualTo(cold.loss() * (1 - 1e-14));
        });
    }
}
