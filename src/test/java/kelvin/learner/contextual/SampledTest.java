package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import kelvin.learner.Learner;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import org.junit.jupiter.api.Test;

class SampledTest implements OutlookContract {
    @Override
    public Outlook outlook() {
        return new Sampled(1.5);
    }

    /** Of two actions with uniform beliefs the better one is drawn larger unless both fall where they overlap, and then half the time. */
    @Test
    void choicesFollowTheBelief() {
        FixedBeliefs model = FixedBeliefs.of(new double[] {0.5, 0}, new double[] {0.5, 0.5});
        double second = 0.5 * 0.5 / 2;
        int players = 20_000;
        int chosen = 0;
        for (int i = 0; i < players; i++) {
            chosen += Decision.player(model, new Sampled(1), new Greedy(), i).select(1);
        }
        double error = Math.sqrt(second * (1 - second) / players);
        assertThat((double) chosen / players)
                .isCloseTo(second, within(4 * error))
                .isNotCloseTo(0.25, within(4 * error));
    }

    @Test
    void choicesHaveNoProbabilityInClosedForm() {
        FixedBeliefs model = FixedBeliefs.of(new double[] {0.5, 0}, new double[] {0.5, 0.5});
        Learner player = Decision.player(model, new Sampled(1), new Softmax(1), 1);
        double[] p = {7, 8};
        assertThat(player.probabilities(1, p)).isFalse();
        player.select(1);
        assertThat(player.probabilities(1, p)).isFalse();
        assertThat(p).containsExactly(7, 8);
        assertThat(player.temperature(1)).isNaN();
    }

    @Test
    void aNegativeScaleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sampled(-1))
                .withMessage("scale = -1.0, must be finite and >= 0");
    }
}
