package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.MovableArm;
import org.junit.jupiter.api.Test;

class SeasonalTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Seasonal(ARMS, 0.25, 4);
    }

    private static final List<MovableArm> ARMS = List.of(new Bernoulli(0.5), new Bernoulli(0.25));

    @Test
    void meansSwingEachAtItsTime() {
        Testbed testbed = new Seasonal(ARMS, 0.25, 4);
        double[] first = Worlds.over(Worlds.open(testbed, 5), 5, bandit -> bandit.mean(0));
        double[] second = Worlds.over(Worlds.open(testbed, 5), 5, bandit -> bandit.mean(1));
        double[] best = Worlds.over(Worlds.open(testbed, 5), 5, Bandit::benchmark);
        assertThat(first).containsExactly(new double[] {0.5, 0.75, 0.5, 0.25, 0.5}, within(1e-15));
        assertThat(second).containsExactly(new double[] {0.25, 0, 0.25, 0.5, 0.25}, within(1e-15));
        assertThat(best).containsExactly(new double[] {0.5, 0.75, 0.5, 0.5, 0.5}, within(1e-15));
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seasonal(ARMS, 0.3, 4))
                .withMessage("amplitude = 0.3, must be such that every mean of Bernoulli[p=0.25] is possible");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seasonal(ARMS, 0.1, 1))
                .withMessage("period = 1, must be >= 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seasonal(List.of(), 0.1, 2))
                .withMessage("arms = [], must be at least one arm");
    }
}
