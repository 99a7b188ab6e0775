package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.contract.Rewards;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.model.Layout;
import kelvin.model.Logistic;
import kelvin.policy.Greedy;
import org.junit.jupiter.api.Test;

class LogisticTsTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new LogisticTs(1, 0.5, Layout.DISJOINT), new LogisticTs(0.1, 2, Layout.SHARED));
    }

    @Test
    void itStandsForADrawFromALogisticModel() {
        LongForm.assertSame(
                new LogisticTs(2, 0.3, Layout.HYBRID),
                new ContextualLearner(new Logistic(2, Layout.HYBRID), new Greedy(), new Sampled(0.3), false));
    }

    @Test
    void rewardsAreSharesOfOne() {
        assertThat(new LogisticTs(1, 1, Layout.DISJOINT).rewards()).isEqualTo(Rewards.UNIT_INTERVAL);
    }

    @Test
    void aNegativeScaleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticTs(1, -1, Layout.DISJOINT))
                .withMessage("scale = -1.0, must be finite and >= 0");
    }
}
