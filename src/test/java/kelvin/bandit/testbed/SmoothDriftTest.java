package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.MovableArm;
import org.junit.jupiter.api.Test;

class SmoothDriftTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new SmoothDrift(ARMS, List.of(0.0, 1.0), 300);
    }

    private static final List<MovableArm> ARMS = List.of(new Bernoulli(0.5), new Bernoulli(0));

    @Test
    void meansMoveAlongALineAndStay() {
        Testbed testbed = new SmoothDrift(ARMS, List.of(0.0, 1.0), 4);
        double[] second = Worlds.over(Worlds.open(testbed, 7), 7, bandit -> bandit.mean(1));
        assertThat(second).containsExactly(0, 0.25, 0.5, 0.75, 1, 1, 1);
        assertThat(Worlds.over(Worlds.open(testbed, 7), 7, Bandit::benchmark)).startsWith(0.5, 0.375, 0.5);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmoothDrift(ARMS, List.of(0.5), 4))
                .withMessage("end = [0.5], must be one mean per arm (2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmoothDrift(ARMS, List.of(0.5, 1.5), 4))
                .withMessage("end = 1.5, must be a possible mean of Bernoulli[p=0.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmoothDrift(ARMS, List.of(0.5, 0.5), 0))
                .withMessage("steps = 0, must be >= 1");
    }
}
