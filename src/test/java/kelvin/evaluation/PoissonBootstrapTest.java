package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.numeric.Weights;
import kelvin.policy.Softmax;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The bootstrap, computed in one reading of the log, against resamples that are written out. */
class PoissonBootstrapTest {
    private static final int RESAMPLES = 201;
    private static final Target TARGET = Target.of(new Softmax(0.5), 0.1, 0.7, 0.3);
    private static final int ACTIONS = 3;

    /** The probabilities of the log, which change after every second decision. */
    private static final double[][] CHOSEN = {{0.5, 0.2, 0.3}, {0.2, 0.6, 0.2}};

    private static List<LoggedDecision> log(int size, long seed) {
        UniformRandomProvider random = Seed.of(seed).generator();
        List<LoggedDecision> log = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double[] chosen = CHOSEN[i / 2 % 2];
            int action = Weights.draw(chosen, random);
            log.add(new LoggedDecision(action, action + random.nextDouble(), chosen[action], null));
        }
        return log;
    }

    /** Returns how often a decision is in a resample, from the words that the documentation names. */
    private static int times(int resample, int decision) {
        NumberedStreams words = Seed.of(1).child("bootstrap").streams();
        words.place(resample >> 1, decision);
        long word = words.nextLong() >>> (resample % 2 * 32) & 0xffffffffL;
        double u = word * 0x1p-32;
        int number = 0;
        double probability = Math.exp(-1);
        for (double sum = probability; u >= sum; sum += probability) {
            number++;
            probability /= number;
        }
        return number;
    }

    /** Returns the weight of each decision in the fit of the model: that of the variance of its own term, or 1. */
    private static double[] fitWeights(Estimator estimator, List<LoggedDecision> log, double[] weights) {
        double largest = DoubleStream.of(weights).max().orElseThrow();
        return IntStream.range(0, log.size())
                .mapToDouble(i -> estimator.fittedForVariance()
                        ? Math.pow(weights[i] / largest, 2) * (1 - log.get(i).propensity())
                        : 1)
                .toArray();
    }

    /**
     * Returns an estimate on a log of copies less the upper and the lower bound of its bias: each copy stays in its half, and the model is fitted to
     * all copies of the other half.
     */
    private static double[] estimate(Estimator estimator, List<LoggedDecision> log, int[] times, Interval rewards) {
        double[][] p = new double[log.size()][ACTIONS];
        double[] weights = new double[log.size()];
        for (int i = 0; i < log.size(); i++) {
            LoggedDecision each = log.get(i);
            TARGET.probabilities(i, each, p[i]);
            weights[i] = p[i][each.action()] / each.propensity();
        }
        double[] fit = fitWeights(estimator, log, weights);
        double[][] means = new double[2][ACTIONS];
        for (int half = 0; half < 2; half++) {
            for (int a = 0; a < ACTIONS; a++) {
                double sum = 0;
                double count = 0;
                for (int i = 1 - half; i < log.size(); i += 2) {
                    if (log.get(i).action() == a) {
                        sum += times[i] * fit[i] * log.get(i).reward();
                        count += times[i] * fit[i];
                    }
                }
                means[half][a] = sum / count;
            }
        }
        double numerator = 0;
        double denominator = 0;
        double offset = 0;
        double low = 0;
        double high = 0;
        for (int i = 0; i < log.size(); i++) {
            LoggedDecision each = log.get(i);
            double expected = 0;
            for (int a = 0; a < ACTIONS; a++) {
                expected += p[i][a] * means[i & 1][a];
            }
            WeightedDecision weighted =
                    new WeightedDecision(each.reward(), weights[i], means[i & 1][each.action()], expected, false, 0, 0);
            numerator += times[i] * estimator.numerator(weighted);
            denominator += times[i] * estimator.denominator(weighted);
            offset += times[i] * estimator.offset(weighted);
            low += times[i] * estimator.bias(weighted, rewards).low();
            high += times[i] * estimator.bias(weighted, rewards).high();
        }
        int size = IntStream.of(times).sum();
        double estimate = numerator / denominator + offset / size;
        return new double[] {estimate - high / size, estimate - low / size};
    }

    @Test
    void intervalsAreThoseOfResamplesThatAreWrittenOut() {
        List<LoggedDecision> log = log(400, 1);
        List<Estimator> estimators = List.of(
                new Ips(),
                new SelfNormalisedIps(),
                new ClippedIps(1.5),
                new DirectMethod(),
                new DoublyRobust(),
                new SwitchDr(1.5),
                new MoreRobustDr(),
                new SelfNormalisedDr());
        DoubleSummaryStatistics rewards =
                log.stream().mapToDouble(LoggedDecision::reward).summaryStatistics();
        Interval range = new Interval(rewards.getMin(), rewards.getMax());
        List<Estimate> estimates = Evaluation.of(log, 3, TARGET, Seed.of(1)).estimates(estimators, RESAMPLES);
        for (int e = 0; e < estimators.size(); e++) {
            Estimator estimator = estimators.get(e);
            double[][] written = IntStream.range(0, RESAMPLES)
                    .mapToObj(b ->
                            IntStream.range(0, log.size()).map(i -> times(b, i)).toArray())
                    .map(times -> estimate(estimator, log, times, range))
                    .toArray(double[][]::new);
            double[] low =
                    Stream.of(written).mapToDouble(each -> each[0]).sorted().toArray();
            double[] high =
                    Stream.of(written).mapToDouble(each -> each[1]).sorted().toArray();
            assertThat(estimates.get(e).bootstrap().low()).isCloseTo(low[5], within(1e-12));
            assertThat(estimates.get(e).bootstrap().high()).isCloseTo(high[195], within(1e-12));
        }
    }

    /** With 20 000 actions a batch has 26 resamples. */
    @Test
    void batchesOfResamplesAreTheResamplesOfOneBatch() {
        List<LoggedDecision> log = log(100, 2);
        BitSet open = BitSet.valueOf(new long[] {7});
        List<LoggedDecision> among = log.stream()
                .map(each -> new LoggedDecision(each.action(), each.reward(), each.propensity(), open))
                .toList();
        double[] values = DoubleStream.concat(
                        DoubleStream.of(0.1, 0.7, 0.3),
                        DoubleStream.generate(() -> 9).limit(19_997))
                .toArray();
        Target many = Target.of(new Softmax(0.5), values);
        assertThat(Evaluation.of(among, 20_000, many, Seed.of(1)).estimates(Evaluation.estimators(2), 40))
                .isEqualTo(Evaluation.of(log, 3, TARGET, Seed.of(1)).estimates(Evaluation.estimators(2), 40));
    }

    /** The direct method with a bend. */
    private record Bent() implements Estimator {
        @Override
        public String label() {
            return "bent";
        }

        @Override
        public double numerator(WeightedDecision decision) {
            return decision.expected() * decision.expected();
        }

        @Override
        public boolean modelled() {
            return true;
        }
    }

    @Test
    void termsThatAreNotAffineInPredictionsAreRefused() {
        Evaluation evaluation = Evaluation.of(log(50, 3), 3, TARGET, Seed.of(1));
        assertThatThrownBy(() -> evaluation.estimates(List.of(new Bent()), 10))
                .hasMessageContaining("numerator of bent = off a straight line by ")
                .hasMessageContaining(", must be an affine function of the predictions");
    }

    /** By a power of two, which changes no digit. */
    @Test
    void intervalsAreInTheUnitOfRewards() {
        List<Estimator> modelled =
                List.of(new DirectMethod(), new DoublyRobust(), new SwitchDr(1.5), new MoreRobustDr());
        List<LoggedDecision> log = log(200, 5);
        List<LoggedDecision> large = log.stream()
                .map(each -> new LoggedDecision(each.action(), 0x1p200 * each.reward(), each.propensity(), null))
                .toList();
        List<Estimate> ones = Evaluation.of(log, 3, TARGET, Seed.of(1)).estimates(modelled, 20);
        List<Estimate> others = Evaluation.of(large, 3, TARGET, Seed.of(1)).estimates(modelled, 20);
        for (int e = 0; e < modelled.size(); e++) {
            Interval scaled = ones.get(e).bootstrap().times(0x1p200);
            assertThat(others.get(e).bootstrap().width()).isCloseTo(scaled.width(), within(1e-12 * scaled.width()));
            assertThat(others.get(e).bootstrap().low()).isCloseTo(scaled.low(), within(1e-12 * scaled.width()));
        }
    }
}
