package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import kelvin.contract.Rewards;
import org.junit.jupiter.api.Test;

class EmpiricalTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Empirical(List.of(0.0, 2.0, 2.0, 5.0));
    }

    @Override
    public Arm twin() {
        return new Empirical(List.of(0.0, 2.0, 5.0, 5.0));
    }

    @Override
    public double cdf(double x) {
        return x < 0 ? 0 : x < 2 ? 0.25 : x < 5 ? 0.75 : 1;
    }

    @Override
    public double below(double x) {
        return cdf(x - 0.5);
    }

    @Test
    void itsKindIncludesAllItsRewards() {
        assertThat(new Empirical(List.of(0.0, 1.0)).rewards()).isEqualTo(Rewards.BINARY);
        assertThat(new Empirical(List.of(0.5, 3.0)).rewards()).isEqualTo(Rewards.NON_NEGATIVE);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Empirical(List.of()))
                .withMessage("sample = [], must be at least one reward");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Empirical(List.of(Double.NaN)))
                .withMessage("sample = NaN, must be finite");
    }
}
