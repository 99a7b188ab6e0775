package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Its regret is compared with exact expectations in {@code ExactRegretTest}. */
class BoltzmannGumbelTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new BoltzmannGumbel(0.5));
    }

    /** Elsewhere, a division by 0 guarded with 0 left untried arms without exploration. */
    @Test
    void untriedArmsComeFirst() {
        Learner player = new BoltzmannGumbel(1).create(new BanditTask(5, 10), Players.random(1));
        Set<Integer> tried = new HashSet<>();
        for (int step = 1; step <= 5; step++) {
            int action = player.select(step);
            tried.add(action);
            player.observe(step, action, action == 0 ? 1e6 : 0);
        }
        assertThat(tried).hasSize(5);
    }

    /** With equal counts n it is softmax at C/√n: the difference of two Gumbel variates is logistic. */
    @Test
    void withEqualCountsItIsSoftmax() {
        double share = Players.share(new BoltzmannGumbel(2), 2, 0, BoltzmannGumbelTest::fourRewardsEach);
        double expected = 1 / (1 + Math.exp(-0.5));
        double error = Math.sqrt(expected * (1 - expected) / 4000);
        assertThat(share).isCloseTo(expected, within(4 * error));
        assertThat(share).as("were C not divided by √n").isNotCloseTo(1 / (1 + Math.exp(-0.25)), within(4 * error));
    }

    private static long fourRewardsEach(Learner player) {
        exhaust(player);
        for (int i = 0; i < 4; i++) {
            player.observe(2, 0, 0.5);
            player.observe(2, 1, 0);
        }
        return 9;
    }

    private static void exhaust(Learner player) {
        player.select(1);
        player.select(2);
    }

    @Test
    void anArmWhoseRewardIsOutstandingIsChosenAgain() {
        double share = Players.share(new BoltzmannGumbel(0.1), 2, 1, player -> {
            exhaust(player);
            player.observe(1, 0, 1e3);
            return 3;
        });
        assertThat(share).isEqualTo(1);
    }

    @Test
    void closedArmsAreNotChosen() {
        Learner player = new BoltzmannGumbel(1).create(new BanditTask(3, 100), Players.random(2));
        BitSet open = new BitSet();
        open.set(0);
        open.set(2);
        player.open(open);
        for (int step = 1; step <= 100; step++) {
            int action = player.select(step);
            assertThat(action).isNotEqualTo(1);
            player.observe(step, action, 0);
        }
    }

    /** The integral for two arms with one and four rewards: P(G₀ > 0.3 + G₁/2), by an adaptive rule in 30 digits elsewhere. */
    @Test
    void probabilitiesAreThoseOfGumbelNoiseOfDifferentScales() {
        double[] out = new double[2];
        BitSet both = new BitSet();
        both.set(0, 2);
        GumbelRace.probabilities(new double[] {0.2, 0.5}, new double[] {1, 0.5}, both, out);
        assertThat(out[0]).isCloseTo(0.45214486513636776, within(1e-15));
        assertThat(out[1]).isCloseTo(1 - 0.45214486513636776, within(1e-15));
    }

    @Test
    void aScaleOutsideItsRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoltzmannGumbel(0))
                .withMessage("scale = 0.0, must be finite and > 0");
    }

    private static double[] probabilities(double[] means, double[] scales, long open) {
        double[] out = new double[means.length];
        Arrays.fill(out, 7);
        GumbelRace.probabilities(means, scales, BitSet.valueOf(new long[] {open}), out);
        return out;
    }

    /** The probability of the largest scale is the integral of the finest step. */
    @Test
    void severalScalesShareAllProbabilityAndEqualOnesAreSoftmax() {
        double[] means = {0.2, 0.5, 0.4, 0.3};
        double[] p = probabilities(means, new double[] {2, 9, 0.05, 0.5}, 0b1101);
        assertThat(p[1]).isZero();
        assertThat(p[0] + p[2] + p[3]).isCloseTo(1, within(1e-14));
        double[] equal = probabilities(means, new double[] {0.5, 0.5, 0.5, 0.5}, 0b1111);
        double sum = Arrays.stream(means).map(mean -> Math.exp(2 * mean)).sum();
        for (int i = 0; i < means.length; i++) {
            assertThat(equal[i]).isCloseTo(Math.exp(2 * means[i]) / sum, within(1e-14));
        }
    }

    @Test
    void openActionsWithoutARewardShareAllProbability() {
        double none = Double.POSITIVE_INFINITY;
        double[] means = {0, 0.5, 0, 0};
        double[] scales = {none, 1, none, none};
        assertThat(probabilities(means, scales, 0b0111)).containsExactly(0.5, 0, 0.5, 0);
        assertThat(probabilities(means, scales, 0b1010)).containsExactly(0, 0, 0, 1);
        assertThat(probabilities(means, scales, 0b0011)).containsExactly(1, 0, 0, 0);
    }
}
