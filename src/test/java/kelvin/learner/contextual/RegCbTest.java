package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.model.Ridge;
import kelvin.policy.Greedy;
import kelvin.policy.Uniform;
import org.junit.jupiter.api.Test;

class RegCbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new RegCb(new Ridge(1), 0.5, true), new RegCb(new Ridge(1), 0.5, false));
    }

    @Test
    void itStandsForTheLargestBoundOrForAllThatMayBeTheBest() {
        LongForm.assertSame(
                new RegCb(new Ridge(2), 0.3, false),
                new ContextualLearner(new Ridge(2), new Greedy(), new Optimistic(0.3), false));
        LongForm.assertSame(
                new RegCb(new Ridge(2), 0.3, true),
                new ContextualLearner(new Ridge(2), new Uniform(), new Plausible(0.3), false));
    }

    @Test
    void aModelWithoutWidthsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new RegCb((actions, features, seed) -> new Ridge(1).create(actions, features, seed), 1, false))
                .withMessageContaining("does not know how sure its predictions are");
    }

    @Test
    void aNegativeBonusIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegCb(new Ridge(1), -1, true))
                .withMessage("bonus = -1.0, must be finite and >= 0");
    }
}
