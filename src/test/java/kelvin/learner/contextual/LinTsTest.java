package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Greedy;
import org.junit.jupiter.api.Test;

class LinTsTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new LinTs(1, 0.5, Layout.DISJOINT, 1), new LinTs(0.1, 2, Layout.SHARED, 1));
    }

    @Test
    void itStandsForADrawFromARidgeModel() {
        LongForm.assertSame(
                new LinTs(2, 0.3, Layout.SHARED, 0.9),
                new ContextualLearner(new Ridge(2, Layout.SHARED, 0.9), new Greedy(), new Sampled(0.3), false));
    }

    @Test
    void aNegativeScaleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinTs(1, -1, Layout.DISJOINT, 1))
                .withMessage("scale = -1.0, must be finite and >= 0");
    }
}
