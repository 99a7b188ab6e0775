package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class ThompsonDirichletTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(
                new ThompsonDirichlet(List.of(0.0, 1.0), 1), new ThompsonDirichlet(List.of(0.0, 0.5, 1.0), 0.01));
    }

    /** With values 0 and 1 it is Thompson sampling with Beta posteriors. */
    @Test
    void twoValuesMakeABetaPosterior() {
        double share = Players.share(new ThompsonDirichlet(List.of(0.0, 1.0), 1), 2, 0, player -> {
            player.observe(1, 0, 1);
            return 2;
        });
        assertThat(share).isCloseTo(2.0 / 3, within(4 * Math.sqrt(2.0 / 9 / 4000)));
        assertThat(share).isGreaterThan(0.5 + 4 * 0.5 / Math.sqrt(4000));
    }

    @Test
    void aValueThatWasNotAnnouncedIsAnError() {
        Learner player = new ThompsonDirichlet(List.of(0.0, 1.0), 1).create(new BanditTask(2, 10), Players.random(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player.observe(1, 1, 0.5))
                .withMessage("action 1 paid 0.5, must pay one of [0.0, 1.0]");
    }

    @Test
    void equalValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThompsonDirichlet(List.of(1.0, 1.0), 1))
                .withMessage("values = [1.0, 1.0], must be strictly increasing");
    }
}
