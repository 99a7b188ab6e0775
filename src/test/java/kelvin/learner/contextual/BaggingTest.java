package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.model.Bag;
import kelvin.model.Means;
import kelvin.model.Ridge;
import kelvin.policy.EpsilonGreedy;
import org.junit.jupiter.api.Test;

class BaggingTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Bagging(new Ridge(1), 4, 0.1, false), new Bagging(new Means(1), 5, 0, true));
    }

    @Test
    void itStandsForOneMemberOfABag() {
        LongForm.assertSame(
                new Bagging(new Ridge(2), 3, 0.2, true),
                new ContextualLearner(new Bag(3, new Ridge(2)), new EpsilonGreedy(0.2), new Averaged(), true));
    }

    @Test
    void anEmptyBagIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bagging(new Ridge(1), 0, 0, true))
                .withMessage("members = 0, must be >= 1");
    }

    @Test
    void anEpsilonBeyondOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bagging(new Ridge(1), 2, 1.5, true))
                .withMessageContaining("epsilon = 1.5");
    }
}
