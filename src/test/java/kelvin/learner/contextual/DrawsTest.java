package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import kelvin.learner.Learner;
import kelvin.model.Ridge;
import kelvin.policy.Floor;
import kelvin.policy.Greedy;
import org.junit.jupiter.api.Test;

class DrawsTest implements OutlookContract {
    @Override
    public Outlook outlook() {
        return new Draws(1, 3);
    }

    private static final FixedBeliefs CLOSE =
            FixedBeliefs.of(new double[] {0.5, 0.2, 0.1}, new double[] {0.5, 0.5, 0.5});

    /** The probability told is the share of the draws in which the action is the best, and one of them decides. */
    @Test
    void propensitiesAreSharesOfTheDraws() {
        for (int seed = 0; seed < 100; seed++) {
            Learner player = Decision.player(CLOSE, new Draws(1, 8), new Greedy(), seed);
            double[] p = new double[3];
            assertThat(player.probabilities(1, p)).isTrue();
            assertThat(Arrays.stream(p)).allMatch(x -> 8 * x == Math.rint(8 * x));
            assertThat(p[0] + p[1] + p[2]).isEqualTo(1);
            assertThat(p[player.select(1)]).isPositive();
        }
    }

    @Test
    void tiesAreSplit() {
        FixedBeliefs tied = FixedBeliefs.of(new double[] {1, 1, 0}, new double[3]);
        assertThat(Decision.probabilities(tied, new Draws(1, 5), new Greedy())).containsExactly(0.5, 0.5, 0);
    }

    @Test
    void aFloorLeavesNoActionWithoutAChance() {
        FixedBeliefs clear = FixedBeliefs.of(new double[] {1, 0, 0}, new double[] {0.1, 0.1, 0.1});
        assertThat(Decision.probabilities(clear, new Draws(1, 4), new Greedy())).containsExactly(1, 0, 0);
        assertThat(Decision.probabilities(clear, new Draws(1, 4), new Floor(new Greedy(), 0.1)))
                .containsExactly(new double[] {0.8, 0.1, 0.1}, within(1e-15));
    }

    @Test
    void manyDrawsAgreeWithOne() {
        double[] p = Decision.probabilities(CLOSE, new Draws(1, 20_000), new Greedy());
        int players = 20_000;
        int[] chosen = new int[3];
        for (int i = 0; i < players; i++) {
            chosen[Decision.player(CLOSE, new Sampled(1), new Greedy(), i).select(1)]++;
        }
        for (int a = 0; a < 3; a++) {
            assertThat((double) chosen[a] / players)
                    .isCloseTo(p[a], within(5 * Math.sqrt(2 * p[a] * (1 - p[a]) / players)));
        }
    }

    /** Against the exact probability that an action's Gaussian belief is the best; a scale of twice the size must not pass. */
    @Test
    void sharesOfManyDrawsAreTheProbabilityOfBeingTheBest() {
        assertThat(largestZ(1)).isLessThan(5);
        assertThat(largestZ(2)).isGreaterThan(20);
    }

    private static double largestZ(double factor) {
        int draws = 10_000;
        double[] largest = new double[1];
        DisjointTraces.follow(
                row -> new ContextualLearner(
                        new Ridge(row.number("lambda")),
                        new Greedy(),
                        new Draws(factor * row.number("v"), draws),
                        false),
                (row, p) -> {
                    if (!row.text("thompson_probability_hex").isEmpty()) {
                        double[] exact = row.numbers("thompson_probability_hex");
                        for (int a = 0; a < p.length; a++) {
                            double error = Math.sqrt(exact[a] * (1 - exact[a]) / draws) + 1.0 / draws;
                            largest[0] = Math.max(largest[0], Math.abs(p[a] - exact[a]) / error);
                        }
                    }
                });
        return largest[0];
    }

    @Test
    void noDrawIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Draws(1, 0)).withMessage("draws = 0, must be >= 1");
    }

    @Test
    void moreDrawsThanMemoryHoldsAreRefused() {
        FixedBeliefs thousand = FixedBeliefs.of(new double[1000], new double[1000]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decision.player(thousand, new Draws(1, Integer.MAX_VALUE), new Greedy(), 1))
                .withMessageStartingWith("draws = 2147483647, must be fewer: they take 16,000.0 GiB of memory or more");
    }
}
