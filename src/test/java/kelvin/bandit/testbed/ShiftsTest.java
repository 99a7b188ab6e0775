package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import org.junit.jupiter.api.Test;

class ShiftsTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Shifts(new FixedTestbed(List.of(new Bernoulli(0.3), new Bernoulli(0.6), new Bernoulli(0.5))), 2, 7);
    }

    private static final Testbed THREE = new FixedTestbed(List.of(new Constant(1), new Constant(2), new Constant(3)));

    @Test
    void armsTakeTurns() {
        Bandit bandit = Worlds.open(new Shifts(THREE, 2, 2), 7);
        double[] sets = Worlds.over(bandit, 7, b -> b.open().toLongArray()[0]);
        assertThat(sets).containsExactly(0b011, 0b011, 0b110, 0b110, 0b101, 0b101, 0b011);
    }

    @Test
    void regretFollowsTheOpenArms() {
        Bandit bandit = Worlds.open(new Shifts(THREE, 1, 1), 4);
        assertThat(Worlds.over(bandit, 4, Bandit::benchmark)).containsExactly(1, 2, 3, 1);
        assertThat(new Shifts(THREE, 1, 1).closesArms()).isTrue();
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shifts(THREE, 4, 1))
                .withMessage("open = 4, must be in [1, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shifts(THREE, 1, 0))
                .withMessage("length = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shifts(new Shifts(THREE, 1, 1), 1, 1))
                .withMessage("testbed = Shifts[testbed=" + THREE
                        + ", open=1, length=1], must be one whose own arms stay open");
    }
}
