package kelvin.learner.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class EntropyGradientTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new EntropyGradient(0.3, 0.1, Baseline.INCLUDING), new EntropyGradient(0.1, 1, Baseline.NONE));
    }

    /** At the softmax of the means at τ, what is gained in expectation is 0; elsewhere it is not. */
    @Test
    void theSoftmaxOfTheMeansIsAtRest() {
        double[] means = {1, 0.8, 0.1};
        double[] atRest = {means[0] / 0.5, means[1] / 0.5, means[2] / 0.5};
        assertThat(ExactGradient.step(() -> player(), atRest, means)).containsExactly(atRest, within(1e-15));
        assertThat(ExactGradient.step(() -> player(), means, means)[0]).isGreaterThan(means[0] + 1e-3);
    }

    private static GradientBandit.Player player() {
        return (GradientBandit.Player)
                new EntropyGradient(0.1, 0.5, Baseline.NONE).create(new BanditTask(3, 10), Players.random(1));
    }

    @Test
    void parametersOfZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EntropyGradient(0, 0.1, Baseline.NONE))
                .withMessage("stepSize = 0.0, must be finite and > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EntropyGradient(0.1, 0, Baseline.NONE))
                .withMessage("temperature = 0.0, must be finite and > 0");
    }
}
