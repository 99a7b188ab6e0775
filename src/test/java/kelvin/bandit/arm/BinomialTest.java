package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.contract.Rewards;
import kelvin.random.Seed;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class BinomialTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Binomial(20, 0.3);
    }

    @Override
    public Arm twin() {
        return new Binomial(20, 0.32);
    }

    @Override
    public double cdf(double x) {
        return BinomialDistribution.of(20, 0.3).cumulativeProbability((int) x);
    }

    @Override
    public double below(double x) {
        return cdf(x - 1);
    }

    @Test
    void oneTrialIsBinary() {
        assertThat(new Binomial(1, 0.3).rewards()).isEqualTo(Rewards.BINARY);
        assertThat(new Binomial(2, 0.3).rewards()).isEqualTo(Rewards.COUNTS);
    }

    @Test
    void certaintiesAreCertain() {
        assertThat(new Binomial(5, 0).sampler(Seed.of(1).generator()).sample()).isZero();
        assertThat(new Binomial(5, 1).sampler(Seed.of(1).generator()).sample()).isEqualTo(5);
        assertThat(new Binomial(65535, 0.5).sampler(Seed.of(1).generator()).sample())
                .isBetween(32000.0, 33500.0);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Binomial(0, 0.5))
                .withMessage("trials = 0, must be in [1, 65535]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Binomial(2, 1.5))
                .withMessage("p = 1.5, must be in [0, 1]");
    }
}
