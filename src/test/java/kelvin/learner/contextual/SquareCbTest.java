package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.model.Means;
import kelvin.model.Ridge;
import kelvin.policy.Annealed;
import kelvin.policy.gap.InverseGap;
import kelvin.schedule.SqrtPlays;
import org.junit.jupiter.api.Test;

class SquareCbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new SquareCb(new Ridge(1), 3), new SquareCb(new Means(1), 10));
    }

    /** A policy of one number, which differs from step to step. */
    @Override
    public int bytesPerStep() {
        return 32;
    }

    @Test
    void itStandsForInverseGapsThatGrowSharper() {
        LongForm.assertSame(
                new SquareCb(new Ridge(2), 5),
                new ContextualLearner(
                        new Ridge(2),
                        new Annealed(new InverseGap(0), "sharpness", new SqrtPlays(5)),
                        new Mean(),
                        false));
    }

    @Test
    void aNegativeSharpnessIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SquareCb(new Ridge(1), -1))
                .withMessage("sharpness = -1.0, must be in [0, 1e298]");
    }
}
