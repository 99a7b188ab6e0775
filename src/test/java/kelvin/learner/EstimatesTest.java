package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import kelvin.schedule.Constant;
import org.junit.jupiter.api.Test;

class EstimatesTest {
    @Test
    void theSampleAverageIsTheSumOverTheCount() {
        Estimates estimates = Estimates.sampleAverages(2);
        assertThat(estimates.update(1, 0.1)).isEqualTo(0.1);
        assertThat(estimates.update(1, 0.2)).isEqualTo((0.1 + 0.2) / 2);
        assertThat(estimates.count(1)).isEqualTo(2);
        assertThat(estimates.value(0)).isZero();
    }

    @Test
    void aConstantStepSizeMovesByItsShare() {
        Estimates estimates = new Estimates(1, 5, new Constant(0.1));
        assertThat(estimates.update(0, 1)).isEqualTo(5 + 0.1 * (1.0 - 5));
    }

    @Test
    void theVarianceIsThatOfTheRewards() {
        Estimates estimates = Estimates.withVariances(1);
        for (double reward : new double[] {1, 2, 4}) {
            estimates.update(0, reward);
        }
        assertThat(estimates.variance(0)).isCloseTo(14.0 / 9, within(1e-14));
        Estimates alike = Estimates.withVariances(1);
        alike.update(0, 0.1);
        alike.update(0, 0.1);
        assertThat(alike.variance(0)).isBetween(0.0, 1e-17);
    }

    @Test
    void aVarianceThatIsNotKeptIsRefused() {
        Estimates estimates = Estimates.sampleAverages(1);
        estimates.update(0, 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> estimates.variance(0))
                .withMessageContaining("withVariances");
    }
}
