package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.DoubleStream;
import kelvin.contract.Rewards;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class MixtureTest implements ArmContract {
    @Override
    public Arm arm() {
        return of(1, 3);
    }

    @Override
    public Arm twin() {
        return of(1, 2.5);
    }

    @Override
    public double cdf(double x) {
        return (NormalDistribution.of(0, 1).cumulativeProbability(x)
                        + 3 * NormalDistribution.of(4, 0.5).cumulativeProbability(x))
                / 4;
    }

    private static Mixture of(double... weights) {
        List<Arm> arms = List.of(new Gaussian(0, 1), new Gaussian(4, 0.5));
        return new Mixture(arms, DoubleStream.of(weights).boxed().toList());
    }

    @Test
    void itsKindIncludesThoseOfItsArms() {
        Mixture inflated = new Mixture(List.of(new Constant(0), new Poisson(3)), List.of(0.5, 0.5));
        assertThat(inflated.rewards()).isEqualTo(Rewards.COUNTS);
        assertThat(inflated.mean()).isEqualTo(1.5);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mixture(List.of(), List.of()))
                .withMessage("arms = [], must be at least one arm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1))
                .withMessage("weights = [1.0], must be one per arm (2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(0, 0))
                .withMessage("weights = [0.0, 0.0], must be of a finite sum above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(-1, 2))
                .withMessage("weights = -1.0, must be finite and >= 0");
    }
}
