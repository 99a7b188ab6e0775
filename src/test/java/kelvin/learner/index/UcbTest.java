package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import org.junit.jupiter.api.Test;

class UcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Ucb(2));
    }

    @Test
    void theBoundIsTheMeanPlusExplorationTimesTheRootOfLogStepOverCount() {
        // At step 11: arm 0 has mean m of 9, arm 1 mean 0 of 1; they tie at m = c·√(ln 11)·(1 − 1/3).
        double tie = 2 * Math.sqrt(Math.log(11)) * (1 - 1.0 / 3);
        assertThat(Ucb1Test.choiceAfterTenPlays(new Ucb(2), tie + 1e-9)).isZero();
        assertThat(Ucb1Test.choiceAfterTenPlays(new Ucb(2), tie - 1e-9)).isEqualTo(1);
    }

    @Test
    void withoutExplorationTheLargestMeanWins() {
        assertThat(Ucb1Test.choiceAfterTenPlays(new Ucb(0), 1e-9)).isZero();
    }

    @Test
    void aNegativeExplorationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ucb(-1))
                .withMessage("exploration = -1.0, must be finite and >= 0");
    }
}
