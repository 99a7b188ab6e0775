package kelvin.learner.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.FullInformation;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class HedgeTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Hedge(1), new Hedge(0.5));
    }

    @Test
    void weightsAreExponentialInTheTotals() {
        FullInformation player = (FullInformation) new Hedge(1).create(new BanditTask(2, 100), Players.random(1));
        player.observeAll(1, new double[] {1, 0.5});
        double[] p = new double[2];
        player.probabilities(2, p);
        assertThat(p[0]).isCloseTo(1 / (1 + Math.exp(-0.5 * Math.sqrt(4 * Math.log(2)))), within(1e-15));
    }

    /** The adversary that pays what was trusted least; √(2T ln K) + √(ln K/8) bounds the regret. */
    @Test
    void itsRegretStaysBelowItsBound() {
        int horizon = 5000;
        FullInformation player = (FullInformation) new Hedge(1).create(new BanditTask(2, horizon), Players.random(1));
        double[] p = new double[2];
        double[] totals = new double[2];
        double earned = 0;
        for (int step = 1; step <= horizon; step++) {
            player.probabilities(step, p);
            double[] rewards = {p[0] <= p[1] ? 1 : 0, p[0] <= p[1] ? 0 : 1};
            earned += p[0] * rewards[0] + p[1] * rewards[1];
            Arrays.setAll(totals, i -> totals[i] + rewards[i]);
            player.observeAll(step, rewards);
        }
        double bound = Math.sqrt(2 * horizon * Math.log(2)) + Math.sqrt(Math.log(2) / 8);
        assertThat(Math.max(totals[0], totals[1]) - earned).isBetween(bound / 10, bound);
    }

    @Test
    void aScaleOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hedge(0))
                .withMessage("scale = 0.0, must be finite and > 0");
    }
}
