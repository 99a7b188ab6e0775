package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.contract.Rewards;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class ConstantTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Constant(0.5);
    }

    @Override
    public Arm twin() {
        return new Constant(0.6);
    }

    @Override
    public double cdf(double x) {
        return x < 0.5 ? 0 : 1;
    }

    @Override
    public double below(double x) {
        return x <= 0.5 ? 0 : 1;
    }

    @Test
    void everyRewardIsTheSame() {
        Arm arm = new Constant(-0.25);
        assertThat(arm.mean()).isEqualTo(-0.25);
        assertThat(arm.sampler(Seed.of(1).generator()).sample()).isEqualTo(-0.25);
        assertThat(arm.rewards()).isEqualTo(Rewards.REAL);
    }

    @Test
    void theRewardMustBeFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Constant(Double.NaN))
                .withMessage("value = NaN, must be finite");
    }
}
