package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import kelvin.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RewardFamilyTest {
    private static final double[] MEANS = {
        0, Double.MIN_VALUE, 1e-300, 1e-17, 1e-9, 0.001, 0.1, 0.3, 0.5, 0.9, 0.999, 1 - 1e-9, 1 - 0x1p-53, 1
    };
    private static final double[] LEVELS = {1e-300, 1e-30, 1e-16, 1e-12, 1e-8, 1e-4, 0.01, 0.1, 0.5, 1, 3, 20, 40, 700};

    @Test
    void bernoulliDivergencesAgreeWithTheReference() {
        assertThat(Reference.rows("kl_bernoulli.csv")).allSatisfy(row -> {
            double kl = row.number("kl_hex");
            double found = RewardFamily.BERNOULLI.divergence(row.number("p_hex"), row.number("q_hex"));
            assertThat(found == kl ? 0 : Math.abs(found - kl) / kl)
                    .as("%s: %s", row, found)
                    .isLessThan(1e-14);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theBoundIsTheLargestMeanWithinTheLevel(RewardFamily family) {
        for (double mean : DoubleStream.of(0.001, 0.1, 0.3, 0.5, 0.9, 0.999).toArray()) {
            for (double level : LEVELS) {
                double bound = family.bound(mean, level);
                double unit = 4 * Math.ulp(bound) * (1 + level);
                assertThat(family.divergence(mean, Math.max(mean, bound - unit)))
                        .as("%s %s", mean, level)
                        .isLessThanOrEqualTo(level);
                double above = family == RewardFamily.BERNOULLI ? Math.min(1, bound + unit) : bound + unit;
                assertThat(family.divergence(mean, above))
                        .as("%s %s", mean, level)
                        .isGreaterThanOrEqualTo(level);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBoundRisesWithTheLevelAndTheMean(RewardFamily family) {
        double[][] bounds = new double[MEANS.length][LEVELS.length];
        for (int i = 0; i < MEANS.length; i++) {
            for (int j = 0; j < LEVELS.length; j++) {
                bounds[i][j] = family.bound(MEANS[i], LEVELS[j]);
                assertThat(bounds[i][j]).isGreaterThanOrEqualTo(MEANS[i]).isFinite();
                assertThat(bounds[i][j]).isGreaterThanOrEqualTo(j > 0 ? below(bounds[i][j - 1]) : 0);
                assertThat(bounds[i][j]).isGreaterThanOrEqualTo(i > 0 ? below(bounds[i - 1][j]) : 0);
            }
        }
    }

    private static double below(double x) {
        return x - 2 * Math.ulp(x);
    }

    /** By a central difference, whose error is far below a millionth here. */
    @ParameterizedTest
    @EnumSource
    void theSlopeIsTheDerivativeOfTheDivergence(RewardFamily family) {
        double h = 1e-6;
        for (double p : new double[] {0.1, 0.3, 0.7}) {
            for (double q : new double[] {0.2, 0.5, 0.8}) {
                double risen = family.divergence(p, q + h) - family.divergence(p, q - h);
                assertThat(family.slope(p, q)).as("%s, %s", p, q).isCloseTo(risen / (2 * h), within(1e-6));
            }
        }
    }

    /** The mean + √(2·level·variance/n) of normal rewards; without a level it is the mean. */
    @Test
    void theBoundOfAMeanNarrowsWithItsCountAndWidensWithTheDispersion() {
        assertThat(RewardFamily.GAUSSIAN.upper(3, 8, 2, 9)).isEqualTo(3 + Math.sqrt(2 * 2 * 9 / 8.0));
        assertThat(RewardFamily.GAUSSIAN.upper(3, 8, -2, 9)).isEqualTo(3);
        assertThat(RewardFamily.POISSON.upper(3, 8, 0, 9)).isEqualTo(3);
    }
}
