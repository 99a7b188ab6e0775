package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import kelvin.numeric.Weights;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The coverage of intervals over 300 logs of each kind. */
@Tag("long")
class CoverageTest {
    private static final int LOGS = 300;
    private static final int RESAMPLES = 200;
    private static final double LEAST = 0.91;
    private static final double LIMIT = 5;
    private static final double[] VALUES = {0.1, 0.2, 0.3};
    private static final Softmax POLICY = new Softmax(0.1);

    /** Kinds of logs: how actions are chosen, how many decisions there are, and what rewards are. */
    private enum Kind {
        EVEN(300, false, 1.0 / 3, 1.0 / 3, 1.0 / 3),
        SKEWED(2000, false, 0.45, 0.5, 0.05),
        FEW(60, false, 0.2, 0.7, 0.1),
        GAUSSIAN(300, true, 0.2, 0.5, 0.3);

        private static final double[] MEANS = {0.2, 0.5, 0.3};
        private static final double FAR = 10;

        private final int size;
        private final boolean gaussian;
        private final double first;
        private final double second;
        private final double third;

        Kind(int size, boolean gaussian, double first, double second, double third) {
            this.size = size;
            this.gaussian = gaussian;
            this.first = first;
            this.second = second;
            this.third = third;
        }

        List<LoggedDecision> log(UniformRandomProvider random) {
            double[] shares = {first, second, third};
            ZigguratSampler.NormalizedGaussian noise = ZigguratSampler.NormalizedGaussian.of(random);
            return IntStream.range(0, size)
                    .mapToObj(i -> {
                        int action = Weights.draw(shares, random);
                        double reward =
                                gaussian ? mean(action) + noise.sample() : random.nextDouble() < mean(action) ? 1 : 0;
                        return new LoggedDecision(action, reward, shares[action], null);
                    })
                    .toList();
        }

        double mean(int action) {
            return gaussian ? FAR * MEANS[action] : MEANS[action];
        }

        double truth() {
            double[] p = POLICY.probabilities(VALUES);
            return IntStream.range(0, p.length).mapToDouble(a -> p[a] * mean(a)).sum();
        }
    }

    /** The direct method whose model is fitted once and kept in all resamples. */
    private record FittedOnce() implements Estimator {
        @Override
        public String label() {
            return "fitted once";
        }

        @Override
        public double numerator(WeightedDecision decision) {
            return decision.expected();
        }
    }

    /** Clipped IPS whose interval leaves out what was cut off. */
    private record BiasLeftOut() implements Estimator {
        @Override
        public String label() {
            return "bias left out";
        }

        @Override
        public double numerator(WeightedDecision decision) {
            return new ClippedIps(LIMIT).numerator(decision);
        }
    }

    /** Counts of the intervals given and of those that cover the truth. */
    private static final class Count {
        private int given;
        private int held;

        void add(Interval interval, double truth) {
            if (interval.known()) {
                given++;
                held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
            }
        }

        double share() {
            return given == 0 ? 1 : (double) held / given;
        }
    }

    /**
     * Intervals by bootstrap of logs with an effective sample of 50 or more hold in 91 % or more, those for every sample size always;
     * all other logs are warned of. Twins that do not fit anew, or leave the bias out, are found out.
     */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void intervalsHoldTheTruthAsOftenAsTheySay(Kind kind) {
        Map<String, Count> likely = new LinkedHashMap<>();
        Map<String, Count> certain = new LinkedHashMap<>();
        List<Estimator> estimators = new ArrayList<>(Evaluation.estimators(LIMIT));
        estimators.add(new FittedOnce());
        estimators.add(new BiasLeftOut());
        for (int i = 0; i < LOGS; i++) {
            List<LoggedDecision> log = kind.log(Seed.of(1000 + i).generator());
            Evaluation evaluation = Evaluation.of(log, VALUES.length, Target.of(POLICY, VALUES), Seed.of(i));
            boolean enough = evaluation.support().effectiveSampleSize() >= 50;
            assertThat(enough || !evaluation.support().warnings().isEmpty()).isTrue();
            for (Estimate estimate : evaluation.estimates(estimators, RESAMPLES)) {
                String label = estimate.estimator().label();
                certain.computeIfAbsent(label, key -> new Count()).add(estimate.guaranteed(), kind.truth());
                likely.computeIfAbsent(label, key -> new Count())
                        .add(enough ? estimate.bootstrap() : Interval.NONE, kind.truth());
            }
        }
        Count fittedOnce = likely.remove("fitted once");
        Count biasLeftOut = likely.remove("bias left out");
        assertThat(likely)
                .hasSize(11)
                .allSatisfy((label, count) -> assertThat(count.share()).isGreaterThanOrEqualTo(LEAST));
        assertThat(certain)
                .allSatisfy((label, count) -> assertThat(count.share()).isGreaterThanOrEqualTo(0.95));
        int most = likely.values().stream().mapToInt(count -> count.given).max().orElse(0);
        assertThat(kind == Kind.FEW ? most < LOGS / 10 : most == LOGS).isTrue();
        assertThat(kind == Kind.FEW || Objects.requireNonNull(fittedOnce).share() < 0.5)
                .isTrue();
        assertThat(kind != Kind.SKEWED || Objects.requireNonNull(biasLeftOut).share() < 0.5)
                .isTrue();
    }
}
