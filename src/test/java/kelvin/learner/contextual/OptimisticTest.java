package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.policy.Greedy;
import org.junit.jupiter.api.Test;

class OptimisticTest implements OutlookContract {
    @Override
    public Outlook outlook() {
        return new Optimistic(2);
    }

    @Test
    void greedyChoicesAreThoseOfOptimisticRegCb() {
        assertThat(BoundsReference.rows())
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(
                                Decision.probabilities(BoundsReference.model(row), new Optimistic(1), new Greedy()))
                        .isEqualTo(row.numbers("optimistic_probabilities_hex(ties shared)")));
    }

    @Test
    void boundsBeyondTheDoublesTie() {
        double huge = Double.MAX_VALUE;
        FixedBeliefs model = FixedBeliefs.of(new double[] {1, huge, -huge, 2}, new double[] {huge, huge, huge, 0});
        assertThat(Decision.probabilities(model, new Optimistic(1), new Greedy()))
                .containsExactly(0.5, 0.5, 0, 0);
    }

    @Test
    void aNegativeBonusIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Optimistic(-1))
                .withMessage("bonus = -1.0, must be finite and >= 0");
    }
}
