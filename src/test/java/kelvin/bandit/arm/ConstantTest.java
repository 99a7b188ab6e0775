package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.contract.Rewards;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class ConstantTest {
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
