package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
    private static final double[] CHOSEN = {0.5, 0.2, 0.3};

    private static List<LoggedDecision> log(int size, long seed) {
        UniformRandomProvider random = Seed.of(seed).generator();
        List<LoggedDecision> log = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int action = Weights.draw(CHOSEN, random);
            log.add(new LoggedDecision(action, action + random.nextDouble(), CHOSEN[action], null));
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

    /** Returns an estimate on a log of copies: each stays in its half, and the model is fitted to all copies of the other half. */
    private static double estimate(Estimator estimator, List<LoggedDecision> log, int[] times) {
        double[][] means = new double[2][CHOSEN.length];
        for (int half = 0; half < 2; half++) {
            for (int a = 0; a < CHOSEN.length; a++) {
                double sum = 0;
                int count = 0;
                for (int i = 1 - half; i < log.size(); i += 2) {
                    if (log.get(i).action() == a) {
                        sum += times[i] * log.get(i).reward();
                        count += times[i];
                    }
                }
                means[half][a] = sum / count;
            }
        }
        double[] p = new double[CHOSEN.length];
        double numerator = 0;
        double denominator = 0;
        double offset = 0;
        for (int i = 0; i < log.size(); i++) {
            LoggedDecision each = log.get(i);
            TARGET.probabilities(i, each, p);
            double expected = 0;
            for (int a = 0; a < p.length; a++) {
                expected += p[a] * means[i & 1][a];
            }
            double weight = p[each.action()] / each.propensity();
            WeightedDecision weighted =
                    new WeightedDecision(each.reward(), weight, means[i & 1][each.action()], expected, false, 0, 0);
            numerator += times[i] * estimator.numerator(weighted);
            denominator += times[i] * estimator.denominator(weighted);
            offset += times[i] * estimator.offset(weighted);
        }
        return numerator / denominator + offset / IntStream.of(times).sum();
    }

    @Test
    void intervalsAreThoseOfResamplesThatAreWrittenOut() {
        List<LoggedDecision> log = log(400, 1);
        List<Estimator> estimators = List.of(
                new Ips(), new SelfNormalisedIps(), new DirectMethod(), new DoublyRobust(), new SelfNormalisedDr());
        List<Estimate> estimates = Evaluation.of(log, 3, TARGET, Seed.of(1)).estimates(estimators, RESAMPLES);
        for (int e = 0; e < estimators.size(); e++) {
            Estimator estimator = estimators.get(e);
            double[] sorted = IntStream.range(0, RESAMPLES)
                    .mapToDouble(b -> estimate(
                            estimator,
                            log,
                            IntStream.range(0, log.size()).map(i -> times(b, i)).toArray()))
                    .sorted()
                    .toArray();
            assertThat(estimates.get(e).bootstrap().low()).isCloseTo(sorted[5], within(1e-12));
            assertThat(estimates.get(e).bootstrap().high()).isCloseTo(sorted[195], within(1e-12));
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
}
