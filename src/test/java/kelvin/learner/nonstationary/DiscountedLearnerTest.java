package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountedLearnerTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new DiscountedLearner(new Softmax(0.5), 0.9, 0), new DiscountedLearner(new Greedy(), 1, 1));
    }

    /** Rewards 1, 0 and 1 at steps 1, 2 and 4 with γ = ½: (⅛ + 1)/(⅛ + ¼ + 1), whatever their order. */
    @ParameterizedTest
    @CsvSource({"1, 2, 4", "4, 1, 2", "2, 4, 1"})
    void valuesAreDiscountedAverages(long first, long second, long third) {
        Learner player =
                new DiscountedLearner(new Softmax(1), 0.5, 0).create(new BanditTask(2, 100), Players.random(1));
        LongStream.of(first, second, third).forEach(step -> player.observe(step, 0, step == 2 ? 0 : 1));
        double[] p = new double[2];
        player.probabilities(5, p);
        assertThat(p[0]).isCloseTo(1 / (1 + Math.exp(-1.125 / 1.375)), within(1e-15));
    }

    @Test
    void aLongAbsenceLeavesTheValue() {
        Learner player = new DiscountedLearner(new Greedy(), 0.5, 0).create(new BanditTask(2, 100), Players.random(1));
        player.observe(1, 0, 1);
        player.observe(1_000_000, 1, 0.5);
        double[] p = new double[2];
        player.probabilities(1_000_001, p);
        assertThat(p).containsExactly(1, 0);
    }

    @Test
    void aDiscountOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiscountedLearner(new Greedy(), 0, 0))
                .withMessage("discount = 0.0, must be in (0, 1]");
    }
}
