package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.bandit.Arm;
import kelvin.bandit.Bernoulli;
import kelvin.bandit.FixedTestbed;
import kelvin.learner.Dmed;
import kelvin.learner.Family;
import kelvin.learner.Imed;
import kelvin.learner.KlUcb;
import kelvin.learner.KlUcbPlus;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Ucb1;
import kelvin.metric.Metric;
import kelvin.metric.Series;
import kelvin.random.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How fast regret grows with the logarithm of the step, against the slowest growth any consistent learner can have. */
@Tag("long")
class LaiRobbinsTest {
    private static final Row PROBLEM = Reference.rows("lai_robbins.csv")
            .filter(row -> row.text("problem").equals("B9"))
            .findFirst()
            .orElseThrow();

    static Stream<LearnerSpec> optimal() {
        return Stream.of(
                new KlUcb(Family.BERNOULLI, 1, 0),
                new KlUcbPlus(Family.BERNOULLI, 1),
                new Imed(Family.BERNOULLI, 1),
                new Dmed(Family.BERNOULLI, 1));
    }

    /** What regret gains over a tenfold time, per unit of the logarithm, in units of the constant. */
    private static double growth(LearnerSpec learner) {
        List<Arm> arms = Arrays.stream(PROBLEM.numbers("means"))
                .<Arm>mapToObj(Bernoulli::new)
                .toList();
        long[] report = {10_000, 100_000};
        Series regret = new Simulation(new FixedTestbed(arms), Map.of("learner", learner), report, 200, Seed.of(9))
                .play("slow?", 2, decisions -> {})
                .series(Metric.REGRET)
                .get(0);
        return (regret.mean()[1] - regret.mean()[0]) / Math.log(10) / PROBLEM.number("lai_robbins_constant_dec");
    }

    @ParameterizedTest
    @MethodSource("optimal")
    void regretGrowsNearlyAsSlowlyAsItCan(LearnerSpec learner) {
        assertThat(growth(learner)).isBetween(0.7, 1.5);
    }

    @Test
    void theRegretOfUcb1GrowsFaster() {
        assertThat(growth(new Ucb1())).isGreaterThan(2);
    }
}
