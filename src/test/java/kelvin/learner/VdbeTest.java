package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Stream;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.schedule.InverseCount;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class VdbeTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(
                new Vdbe(0.5, new Uniform(), 0, new InverseCount(1)),
                new Vdbe(0.5, new Softmax(0.5), 0, new InverseCount(1)));
    }

    private static final Offset<Double> ROUNDING = within(1e-15);

    private static Vdbe vdbe(PolicySchedule explore) {
        return new Vdbe(0.5, explore, 0, new InverseCount(1));
    }

    private static Learner player(PolicySchedule explore, int actions) {
        return vdbe(explore).create(new BanditTask(actions, 1000), Players.random(1));
    }

    private static double[] probabilities(Learner player, int actions) {
        double[] out = new double[actions];
        assertThat(player.probabilities(1, out)).isTrue();
        return out;
    }

    /** The formula as the paper writes it; ε shows in the share of a worse action, ε/n. */
    @Test
    void epsilonFollowsTheValueDifferences() {
        Learner player = player(new Uniform(), 4);
        double epsilon = 1;
        double estimate = 0;
        double sum = 0;
        for (int n = 1; n <= 5; n++) {
            double reward = 0.3 * n;
            sum += reward;
            double x = Math.abs(sum / n - estimate) / 0.5;
            estimate = sum / n;
            epsilon = 0.25 * (1 - Math.exp(-x)) / (1 + Math.exp(-x)) + 0.75 * epsilon;
            player.observe(n, 2, reward);
            assertThat(probabilities(player, 4)[0]).isCloseTo(epsilon / 4, ROUNDING);
            assertThat(probabilities(player, 4)[2]).isCloseTo(1 - epsilon * 3 / 4, ROUNDING);
        }
    }

    @Test
    void atFirstItOnlyExplores() {
        Softmax softmax = new Softmax(0.2);
        assertThat(probabilities(player(softmax, 3), 3)).isEqualTo(softmax.probabilities(0, 0, 0));
    }

    @Test
    void steadyRewardsEndExploration() {
        Learner player = player(new Uniform(), 2);
        for (int n = 1; n <= 60; n++) {
            player.observe(n, 1, 1);
        }
        assertThat(probabilities(player, 2)[0]).isLessThan(1e-15);
    }

    @Test
    void choicesAreNotThoseOfThePolicyAlone() {
        double[] p = probabilities(taught(player(new Softmax(0.3), 2)), 2);
        double share = Players.share(vdbe(new Softmax(0.3)), 2, 0, player -> {
            taught(player);
            return 4;
        });
        double error = Math.sqrt(p[0] * p[1] / 4000);
        assertThat(share).isCloseTo(p[0], within(4 * error));
        assertThat(share).isNotCloseTo(new Softmax(0.3).probabilities(0.3, 0.4)[0], within(4 * error));
    }

    private static Learner taught(Learner player) {
        player.observe(1, 0, 0.3);
        player.observe(2, 1, 0.5);
        player.observe(3, 1, 0.3);
        return player;
    }

    @Test
    void closedArmsAreNotChosenAndReopenWithWhatWasLearnt() {
        Learner player = taught(player(new Uniform(), 2));
        double[] before = probabilities(player, 2);
        BitSet open = new BitSet();
        open.set(0);
        player.open(open);
        assertThat(probabilities(player, 2)).containsExactly(1, 0);
        open.set(1);
        player.open(open);
        assertThat(probabilities(player, 2)).isEqualTo(before);
        assertThat(Arrays.stream(before).sum()).isCloseTo(1, ROUNDING);
    }

    @Test
    void mistakesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vdbe(0, new Uniform(), 0, new InverseCount(1)))
                .withMessage("inverseSensitivity = 0.0, must be finite and > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vdbe(1, new Uniform(), Double.NaN, new InverseCount(1)))
                .withMessage("initialValue = NaN, must be finite");
    }
}
