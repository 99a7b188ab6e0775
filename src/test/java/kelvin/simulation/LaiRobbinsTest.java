package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.learner.LearnerSpec;
import kelvin.learner.RewardFamily;
import kelvin.learner.index.Imed;
import kelvin.learner.index.KlUcb;
import kelvin.learner.index.KlUcbPlus;
import kelvin.learner.index.Ucb1;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.random.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The growth of regret with the logarithm of the step, against the slowest growth any consistent learner can have, and against what
 * theory says for finite times.
 *
 * <p>An index learner plays so that the indices of all arms stay level. With the means known, that is one equation for the level, and
 * its solution is the regret but for the noise of the means. The growth of that regret nears the constant of Lai and Robbins, or for
 * UCB1 its own, only far beyond any run: between 10⁴ and 10⁵ steps KL-UCB's is a third above.
 */
class LaiRobbinsTest {
    private static final Row PROBLEM = Reference.rows("lai_robbins.csv")
            .filter(row -> row.text("problem").equals("B9"))
            .findFirst()
            .orElseThrow();
    private static final double[] MEANS = PROBLEM.numbers("means");
    private static final double BEST = Arrays.stream(MEANS).max().orElseThrow();
    private static final double CONSTANT = PROBLEM.number("lai_robbins_constant_dec");

    /** A learner, and after how many plays an arm's index is down to a level: a bound of its mean, or minus the evidence. */
    @SuppressWarnings("ImmutableEnumChecker") // learner descriptions are immutable records
    enum Balance {
        UCB1(new Ucb1(), BEST, BEST + 10) {
            @Override
            double plays(double mean, double level, double log) {
                return 2 * log / ((level - mean) * (level - mean));
            }
        },
        KL_UCB(new KlUcb(RewardFamily.BERNOULLI, 1, 0), BEST, 1) {
            @Override
            double plays(double mean, double level, double log) {
                return log / kl(mean, level);
            }
        },
        KL_UCB_PLUS(new KlUcbPlus(RewardFamily.BERNOULLI, 1), BEST, 1) {
            @Override
            double plays(double mean, double level, double log) {
                return Math.exp(root(n -> Math.exp(n) * kl(mean, level) + n - log, -1000, log));
            }
        },
        IMED(new Imed(RewardFamily.BERNOULLI, 1), -1000, 0) {
            @Override
            double plays(double mean, double level, double log) {
                double divergence = mean == BEST ? 0 : kl(mean, BEST);
                return Math.exp(root(n -> Math.exp(n) * divergence + n + level, -1000, 1000));
            }
        };

        private final LearnerSpec learner;
        private final double low;
        private final double high;

        Balance(LearnerSpec learner, double low, double high) {
            this.learner = learner;
            this.low = low;
            this.high = high;
        }

        /** Falls as the level rises. */
        abstract double plays(double mean, double level, double log);

        /** Regret at a step of which this is the logarithm. */
        double regret(double log) {
            double level = root(u -> 1 - all(u, log) / Math.exp(log), low, high);
            return Arrays.stream(MEANS)
                    .map(mean -> (BEST - mean) * plays(mean, level, log))
                    .sum();
        }

        private double all(double level, double log) {
            return Arrays.stream(MEANS).map(mean -> plays(mean, level, log)).sum();
        }

        /** The growth of regret per unit of the logarithm. */
        double growth(double from, double to) {
            return (regret(to) - regret(from)) / (to - from);
        }
    }

    private static double kl(double p, double q) {
        return p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
    }

    /** Where a rising function is 0. */
    private static double root(DoubleUnaryOperator rising, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double[] simulated(LearnerSpec learner) {
        List<Arm> arms = Arrays.stream(MEANS).<Arm>mapToObj(Bernoulli::new).toList();
        long[] report = {10_000, 100_000};
        MetricCurve regret = new Simulation(new FixedTestbed(arms), Map.of("learner", learner), report, 200, Seed.of(9))
                .play("slow?", 2, decisions -> {})
                .series(Metric.REGRET)
                .get(0);
        double error = Math.hypot(regret.standardError()[0], regret.standardError()[1]);
        return new double[] {(regret.mean()[1] - regret.mean()[0]) / Math.log(10), error / Math.log(10)};
    }

    @ParameterizedTest
    @EnumSource(names = {"KL_UCB", "KL_UCB_PLUS", "IMED"})
    void inTheEndTheGrowthIsTheConstantOfLaiAndRobbins(Balance balance) {
        assertThat(balance.growth(300, 301)).isCloseTo(CONSTANT, within(0.02 * CONSTANT));
    }

    @Test
    void inTheEndTheGrowthOfUcb1IsItsOwn() {
        double own = Arrays.stream(MEANS)
                .filter(mean -> mean < BEST)
                .map(mean -> 2 / (BEST - mean))
                .sum();
        assertThat(Balance.UCB1.growth(300, 301))
                .isCloseTo(own, within(0.02 * own))
                .isGreaterThan(7 * CONSTANT);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void theSimulatedGrowthIsThatOfLevelIndices(Balance balance) {
        double[] found = simulated(balance.learner);
        double expected = balance.growth(Math.log(10_000), Math.log(100_000));
        assertThat(found[0]).isCloseTo(expected, within(0.1 * expected + 4 * found[1]));
    }

    @Tag("long")
    @Test
    void anotherLearnersGrowthIsNot() {
        double[] found = simulated(new Imed(RewardFamily.BERNOULLI, 1));
        for (Balance other : List.of(Balance.UCB1, Balance.KL_UCB)) {
            double expected = other.growth(Math.log(10_000), Math.log(100_000));
            assertThat(Math.abs(found[0] - expected)).isGreaterThan(4 * found[1]);
        }
    }
}
