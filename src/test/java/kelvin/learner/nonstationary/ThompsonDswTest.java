package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.LongRun;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThompsonDswTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new ThompsonDsw(0.95, 5, Aggregate.MIN), new ThompsonDsw(1, 100, Aggregate.MEAN));
    }

    /**
     * Without fading, a success and a failure, of which a window of one keeps the failure: f(Beta(2, 2), Beta(1, 2)) beside f of two
     * uniform numbers. The integrals are 3/7 for the smaller and 38/105 for the larger of the two; 0.3762 for the mean.
     */
    @ParameterizedTest
    @CsvSource({"MIN, 0.428571", "MEAN, 0.376191", "MAX, 0.361905"})
    void bothDrawsCountAsTheAggregateSays(Aggregate aggregate, double p) {
        double share = Players.share(new ThompsonDsw(1, 1, aggregate), 2, 0, player -> {
            player.observe(1, 0, 1);
            player.observe(2, 0, 0);
            return 3;
        });
        assertThat(share).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 4000)));
        assertThat(Math.abs(share - 0.5)).isGreaterThan(4 * 0.5 / Math.sqrt(4000));
    }

    @Test
    void itFollowsAChange() {
        LearnerSpec spec = new ThompsonDsw(0.999, 200, Aggregate.MEAN);
        assertThat(LongRun.optimalBeforeAndAfterASwap(spec, 20_000)[1]).isGreaterThan(0.9);
    }

    @Test
    void aDiscountOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThompsonDsw(0, 5, Aggregate.MAX))
                .withMessage("discount = 0.0, must be in (0, 1]");
    }
}
