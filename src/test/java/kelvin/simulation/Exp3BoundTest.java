package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.learner.adversarial.Exp3;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.random.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exp3, tuned to the horizon, against its proven bound: 2√(e − 1)·√(T·K ln K). */
class Exp3BoundTest {
    @ParameterizedTest
    @CsvSource({"A1, 2, 1000", "A1, 2, 10000", "A11, 10, 1000", "A11, 10, 10000"})
    void itsRegretStaysBelowTheBound(String problem, int actions, long horizon) {
        double bound = Reference.rows("regret_bounds.csv")
                .filter(row -> row.text("problem").equals(problem) && row.number("horizon") == horizon)
                .mapToDouble(row -> row.number("exp3_bound_2sqrt(e-1)sqrt(T_K_lnK)"))
                .sum();
        double exploration = Math.sqrt(actions * Math.log(actions) / ((Math.E - 1) * horizon));
        List<Arm> arms = Stream.concat(
                        Stream.of(new Bernoulli(0.9)), Collections.nCopies(actions - 1, new Bernoulli(0.6)).stream())
                .map(Arm.class::cast)
                .toList();
        MetricCurve regret = new Simulation(
                        new FixedTestbed(arms),
                        Map.of("exp3", new Exp3(exploration)),
                        new long[] {horizon},
                        100,
                        Seed.of(1))
                .play("bounded?", 2, decisions -> {})
                .series(Metric.REGRET)
                .get(0);
        assertThat(regret.mean()[0] + 5 * regret.standardError()[0]).isBetween(bound / 20, bound);
    }
}
