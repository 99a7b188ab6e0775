package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.random.Seed;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class GaussianTestbedTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return TESTBED;
    }

    private static final GaussianTestbed TESTBED = new GaussianTestbed(10, 3, 2, 1);

    private static double pValue(double mean, double stdDev, double[] numbers) {
        NormalDistribution normal = NormalDistribution.of(mean, stdDev);
        return KolmogorovSmirnovTest.withDefaults()
                .test(numbers, normal::cumulativeProbability)
                .getPValue();
    }

    private static double[] means() {
        return LongStream.range(0, 2000)
                .mapToObj(i -> TESTBED.open(Seed.of(5).child(i), 1))
                .flatMapToDouble(bandit -> IntStream.range(0, 10).mapToDouble(bandit::mean))
                .toArray();
    }

    @Test
    void meansAreDrawnAnewFromTheirPrior() {
        assertThat(TESTBED.meansVary()).isTrue();
        assertThat(pValue(3, 2, means())).isGreaterThan(1e-6);
        assertThat(pValue(3.2, 2, means())).isLessThan(1e-6);
    }

    @Test
    void rewardsAreDrawnAroundTheMeanOfTheArm() {
        Bandit bandit = TESTBED.open(Seed.of(6), 1);
        double[] rewards =
                DoubleStream.generate(() -> bandit.pull(4)).limit(20_000).toArray();
        assertThat(pValue(bandit.mean(4), 1, rewards)).isGreaterThan(1e-6);
        assertThat(pValue(bandit.mean(4) + 0.05, 1, rewards)).isLessThan(1e-6);
    }

    @Test
    void theSameSeedGivesTheSameBandit() {
        Bandit one = TESTBED.open(Seed.of(9), 1);
        Bandit other = TESTBED.open(Seed.of(9), 1);
        other.pull(1);
        assertThat(one.mean(7)).isEqualTo(other.mean(7));
        assertThat(one.pull(0)).isEqualTo(other.pull(0));
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaussianTestbed(0, 0, 1, 1))
                .withMessage("arms = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaussianTestbed(1, 0, -1, 1))
                .withMessage("meanStdDev = -1.0, must be finite and >= 0");
    }
}
