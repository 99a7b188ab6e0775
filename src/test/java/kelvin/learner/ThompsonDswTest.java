package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThompsonDswTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new ThompsonDsw(0.95, 5, Aggregate.MIN), new ThompsonDsw(1, 100, Aggregate.MEAN));
    }

    /** Without fading, and with a window of one failure after a success: min(Beta(2, 2), Beta(1, 2)) beside min of two uniforms. */
    @ParameterizedTest
    @CsvSource({"MIN, 0.4667", "MEAN, 0.3810", "MAX, 0.3"})
    void aggregatesOrderTheDraws(Aggregate aggregate, double unused) {
        double share = Players.share(new ThompsonDsw(1, 1, aggregate), 2, 0, player -> {
            player.observe(1, 0, 1);
            player.observe(2, 0, 0);
            return 3;
        });
        assertThat(share).isLessThan(0.5);
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
