package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kelvin.policy.Softmax;
import org.junit.jupiter.api.Test;

class MeanTest implements OutlookContract {
    @Override
    public Outlook outlook() {
        return new Mean();
    }

    @Override
    public boolean suitsEveryModel() {
        return true;
    }

    @Test
    void predictionsAreShownAsTheyAre() {
        double[] p = Decision.probabilities(
                FixedBeliefs.of(new double[] {1, 2}, new double[] {100, 0}), new Mean(), new Softmax(1));
        assertThat(p[1]).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-15));
    }
}
