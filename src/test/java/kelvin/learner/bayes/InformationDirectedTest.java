package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class InformationDirectedTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new InformationDirected(50));
    }

    @Test
    void equalBeliefsAreChosenEqually() {
        double[] p = new double[3];
        new InformationDirected(100)
                .create(new BanditTask(3, 100), Players.random(1))
                .probabilities(1, p);
        assertThat(p).containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-9));
    }

    /** E[max] of two uniform numbers is ⅔, E[one | it is the larger] as well, E[one | it is the smaller] ⅓. */
    @Test
    void theGridKnowsWhoIsBestAndWhatFollows() {
        BetaGrid grid = new BetaGrid(2, 1000);
        grid.set(0, 1, 1);
        grid.set(1, 1, 1);
        grid.compare(BitSet.valueOf(new long[] {3}));
        assertThat(grid.best).containsExactly(0.5, 0.5);
        assertThat(grid.conditional[0]).containsExactly(new double[] {2.0 / 3, 1.0 / 3}, within(1e-5));
    }

    @Test
    void anActionThatIsKnownIsNotPlayedToLearn() {
        Learner player = new InformationDirected(200).create(new BanditTask(2, 5000), Players.random(1));
        IntStream.range(1, 2000).forEach(step -> player.observe(step, 0, step % 2));
        double[] p = new double[2];
        player.probabilities(2000, p);
        assertThat(p[1]).isGreaterThan(0.9);
    }

    @Test
    void aCoarseGridIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InformationDirected(9))
                .withMessage("points = 9, must be >= 10");
    }

    private static final double[][] COUNTS = {{4, 3}, {2, 2}, {9, 12}, {1, 6}};

    private static BetaGrid grid(double[][] counts, long open) {
        BetaGrid grid = new BetaGrid(4, 500);
        for (int i = 0; i < 4; i++) {
            grid.set(i, counts[i][0], counts[i][1]);
        }
        grid.compare(BitSet.valueOf(new long[] {open}));
        return grid;
    }

    /** Beside the integral of the densities; an action's mean is the mean of those that it has where each is the best. */
    @Test
    void theGridAgreesWithPosteriors() {
        for (long open : new long[] {0b1111, 0b1011}) {
            BetaGrid grid = grid(COUNTS, open);
            double[] best = new double[4];
            BestBeta.probabilities(
                    new double[] {4, 2, 9, 1}, new double[] {3, 2, 12, 6}, BitSet.valueOf(new long[] {open}), best);
            assertThat(grid.best).containsExactly(best, within(1e-4));
            for (int i = 0; i < 4; i++) {
                assertThat(grid.means[i]).isCloseTo(COUNTS[i][0] / (COUNTS[i][0] + COUNTS[i][1]), within(1e-5));
                double mean = 0;
                for (int j = 0; j < 4; j++) {
                    mean += grid.best[j] * grid.conditional[j][i];
                }
                assertThat(mean).isCloseTo((open >> i & 1) == 1 ? grid.means[i] : 0, within(1e-3));
            }
        }
    }

    private static double bits(double p, double q) {
        return p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
    }

    /** Against all mixtures of two actions in steps of a thousandth; in some cases a mixture is best, in others one action. */
    @Test
    void noMixtureHasLessSquaredRegretPerBit() {
        double[][] few = {{4, 5}, {1, 1}, {3, 2}, {2, 3}};
        double[][] more = {{13, 15}, {2, 2}, {26, 13}, {5, 15}};
        assertThat(leastRatio(few, 0b1111)[1]).isBetween(0.3, 0.4);
        assertThat(leastRatio(few, 0b0111)[2]).isBetween(0.1, 0.9);
        assertThat(leastRatio(more, 0b1110)[1]).isBetween(0.1, 0.2);
        assertThat(leastRatio(COUNTS, 0b1111)).contains(1);
        assertThat(leastRatio(COUNTS, 0b1100)).contains(1);
    }

    @Test
    void theOnlyOpenActionIsCertain() {
        assertThat(player(COUNTS, 0b0100)).containsExactly(0, 0, 1, 0);
    }

    private static double[] player(double[][] counts, long open) {
        Learner player = new InformationDirected(500).create(new BanditTask(4, 100), Players.random(1));
        for (int i = 0; i < 4; i++) {
            IndexTable.teach(player, i, (int) (counts[i][0] + counts[i][1]) - 2, (int) counts[i][0] - 1);
        }
        player.open(BitSet.valueOf(new long[] {open}));
        double[] p = new double[4];
        player.probabilities(1, p);
        return p;
    }

    private static double[] leastRatio(double[][] counts, long open) {
        BetaGrid grid = grid(counts, open);
        double most = 0;
        for (int j = 0; j < 4; j++) {
            most += grid.best[j] * grid.conditional[j][j];
        }
        double[] regrets = new double[4];
        double[] gains = new double[4];
        for (int i = 0; i < 4; i++) {
            regrets[i] = most - grid.means[i];
            for (int j = 0; j < 4; j++) {
                gains[i] += grid.best[j] > 0 ? grid.best[j] * bits(grid.conditional[j][i], grid.means[i]) : 0;
            }
        }
        double[] p = player(counts, open);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                for (int k = 0; k <= 1000 && (open >> i & open >> j & 1) == 1; k++) {
                    double[] q = new double[4];
                    q[i] += k / 1000.0;
                    q[j] += 1 - k / 1000.0;
                    least = Math.min(least, ratio(q, regrets, gains));
                }
            }
        }
        assertThat(p[0] + p[1] + p[2] + p[3]).isCloseTo(1, within(1e-12));
        assertThat(ratio(p, regrets, gains)).isBetween(least * (1 - 1e-4), least * (1 + 1e-9));
        return p;
    }

    private static double ratio(double[] p, double[] regrets, double[] gains) {
        double regret = 0;
        double gain = 0;
        for (int i = 0; i < 4; i++) {
            regret += p[i] * regrets[i];
            gain += p[i] * gains[i];
        }
        return regret * regret / gain;
    }
}
