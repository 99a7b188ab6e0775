package kelvin.bandit.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WheelTest implements TestbedContract {
    private static final int STEPS = 20_000;

    @Override
    public Testbed testbed() {
        return new Wheel(0.7);
    }

    @Test
    void theRimPaysInItsQuadrantsAndTheSafeArmEverywhere() {
        Bandit bandit = Worlds.open(testbed(), 1000);
        for (int step = 1; step <= 1000; step++) {
            bandit.advance(step);
            double x = bandit.context().numbers()[1];
            double y = bandit.context().numbers()[2];
            double[] means = {1.2, 1, 1, 1, 1};
            if (Math.hypot(x, y) > 0.7) {
                means[x > 0 ? y > 0 ? 1 : 2 : y > 0 ? 3 : 4] = 50;
            }
            assertThat(bandit.context().numbers()[0]).isEqualTo(1);
            assertThat(bandit.group()).isEqualTo(Math.hypot(x, y) > 0.7 ? 1 : 0);
            assertThat(Worlds.means(bandit)).containsExactly(means);
        }
    }

    private static Stream<Row> exact() {
        return Reference.rows("context/wheel_exact.csv");
    }

    /** Averages over contexts against exact ones; twins a hundredth off in δ are caught. */
    @ParameterizedTest
    @MethodSource("exact")
    void regretOfFixedPoliciesIsExact(Row row) {
        double delta = row.number("delta");
        double[] average = Worlds.means(Worlds.open(new Wheel(delta), 1));
        double oracle = row.number("oracle_reward_per_step");
        double uniform = oracle - DoubleStream.of(average).average().orElseThrow();
        assertThat(uniform).isCloseTo(row.number("regret_per_step_uniform"), within(1e-12));
        assertThat(oracle - average[0]).isCloseTo(row.number("regret_per_step_always_arm_0"), within(1e-12));
        double[] best = Worlds.over(Worlds.open(new Wheel(delta), STEPS), STEPS, Bandit::benchmark);
        double deviation = 48.8 * delta * Math.sqrt((1 - delta * delta) / STEPS);
        double found = DoubleStream.of(best).average().orElseThrow();
        assertThat(Math.abs(found - oracle) / deviation).isLessThan(4.5);
        assertThat(Math.abs(found - oracle - 48.8 * 0.1 * delta) / deviation).isGreaterThan(4.5);
    }

    @Test
    void radiiOutsideTheDiscAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wheel(1.1))
                .withMessage("delta = 1.1, must be in [0, 1]");
    }
}
