package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import kelvin.json.JsonState;
import kelvin.schedule.Constant;
import kelvin.schedule.InverseSqrt;
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
        Estimates loaded = Estimates.withVariances(1);
        JsonState.load("estimates", JsonState.save(estimates), loaded);
        assertThat(loaded.variance(0)).isEqualTo(estimates.variance(0));
    }

    @Test
    void aVarianceThatIsNotKeptIsRefused() {
        Estimates estimates = Estimates.sampleAverages(1);
        estimates.update(0, 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> estimates.variance(0))
                .withMessageContaining("withVariances");
    }

    @Test
    void anAverageOfNoRewardIsNotANumber() {
        Estimates estimates = Estimates.sampleAverages(2);
        estimates.update(1, 3);
        double[] averages = new double[2];
        assertThat(estimates.averages(averages)).isTrue();
        assertThat(averages).containsExactly(Double.NaN, 3);
    }

    /** Of averages, with squares and without, and of estimates of another step size. */
    @Test
    void whatIsLoadedGoesOnAsWhatWasSaved() {
        List<Supplier<Estimates>> kinds = List.of(
                () -> Estimates.sampleAverages(3),
                () -> Estimates.withVariances(3),
                () -> new Estimates(3, 5, new InverseSqrt(1)));
        for (Supplier<Estimates> kind : kinds) {
            Estimates saved = kind.get();
            saved.update(0, 0.1);
            saved.update(0, 0.2);
            saved.update(1, 4);
            Estimates loaded = kind.get();
            JsonState.load("estimates", JsonState.save(saved), loaded);
            for (int a = 0; a < 3; a++) {
                assertThat(loaded.value(a)).isEqualTo(saved.value(a));
                assertThat(loaded.update(a, 0.7)).isEqualTo(saved.update(a, 0.7));
                assertThat(loaded.count(a)).isEqualTo(saved.count(a));
            }
            assertThat(JsonState.save(loaded)).isEqualTo(JsonState.save(saved));
        }
    }
}
