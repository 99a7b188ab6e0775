package kelvin.policy.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.numeric.ExpectedF1;
import kelvin.policy.AllSubsets;
import org.junit.jupiter.api.Test;

class MaxExpectedF1Test implements SubsetPolicyContract {
    @Override
    public SubsetPolicy policy() {
        return new MaxExpectedF1();
    }

    @Override
    public Stream<SubsetPolicy> variants(int open) {
        return Stream.of(policy());
    }

    /** Four probabilities in steps of 0.1, so that ties are many, against all sets by all outcomes. */
    @Test
    void noSetHasALargerExpectedScore() {
        for (int code = 0; code < 11 * 11 * 11 * 11; code++) {
            int[] tenths = {code % 11, code / 11 % 11, code / 121 % 11, code / 1331};
            double[] p =
                    Arrays.stream(tenths).mapToDouble(tenth -> tenth / 10.0).toArray();
            if (p[0] >= p[1] && p[1] >= p[2] && p[2] >= p[3]) {
                double best =
                        AllSubsets.of(4).mapToDouble(set -> score(p, set)).max().orElseThrow();
                boolean[] chosen = policy().select(p, () -> 0);
                assertThat(score(p, chosen)).as(Arrays.toString(p)).isCloseTo(best, within(1e-15));
            }
        }
    }

    private static double score(double[] p, boolean[] set) {
        return AllSubsets.of(4)
                .mapToDouble(right -> {
                    double probability = 1;
                    int hits = 0;
                    for (int i = 0; i < 4; i++) {
                        probability *= right[i] ? p[i] : 1 - p[i];
                        hits += right[i] && set[i] ? 1 : 0;
                    }
                    return probability * ExpectedF1.score(AllSubsets.size(set), hits, AllSubsets.size(right));
                })
                .sum();
    }

    @Test
    void actionsAlikeStayTogether() {
        assertThat(policy().inclusion(0.5, 0, 0.5, 0.5, 0.5)).containsExactly(1, 0, 1, 1, 1);
        assertThat(policy().inclusion(0.9, 0.2, 0.2, 0.2)).containsExactly(1, 0, 0, 0);
    }

    /** By hand for two answers of 0.6 and 0.4; where they are alike, of both together. */
    @Test
    void scoresAreThoseOfTheSetsThatEndWithEachAction() {
        MaxExpectedF1 policy = new MaxExpectedF1();
        assertThat(policy.scores(0.4, CLOSED, 0.6))
                .containsExactly(new double[] {0.24 + 0.52 * 2 / 3, 0, 0.52}, within(1e-15));
        assertThat(policy.scores(0.5, 0.5)).containsExactly(new double[] {7 / 12.0, 7 / 12.0}, within(1e-15));
    }

    @Test
    void noneMayBeBest() {
        assertThat(policy().inclusion(0.3, 0.1)).containsExactly(0, 0);
        assertThat(policy().inclusion(0.5)).containsExactly(0);
        assertThat(policy().inclusion(Math.nextUp(0.5))).containsExactly(1);
    }

    @Test
    void valuesBeyondProbabilitiesCountAsCertain() {
        assertThat(policy().inclusion(7, -3, 1, 1e300, -1e300)).containsExactly(1, 0, 1, 1, 0);
    }

    /** There is one set, so there is nothing to count. */
    @Override
    @Test
    public void selectionFollowsTheProbabilities() {
        boolean[] set = policy().select(five(), () -> 0);
        assertThat(set).containsExactly(false, false, true, true, true);
        assertThat(policy().logProbability(five(), set)).isZero();
        set[0] = true;
        assertThat(policy().logProbability(five(), set)).isEqualTo(CLOSED);
    }

    /** The calculation grows with the square of the number of actions, and so does its memory. */
    @Override
    @Test
    public void aHundredThousandActionsAreNotTooMany() {
        assertThat(policy().expectedSize(new double[ExpectedF1.MAX_ANSWERS])).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().inclusion(new double[ExpectedF1.MAX_ANSWERS + 1]))
                .withMessage("answers = 4097, must be from 1 to 4096");
    }
}
