package kelvin.learner.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.LongRun;
import kelvin.learner.Players;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class Exp3Test implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Exp3(0.07), new Exp3(0.5), new Exp3(1));
    }

    /** The reference's weights are exp(γ·sum/K). */
    @Test
    void weightsAndProbabilitiesFollowTheReferenceTraces() {
        Map<String, List<Row>> traces =
                Reference.rows("exp3_trace.csv").collect(Collectors.groupingBy(row -> row.text("gamma")));
        assertThat(traces).hasSize(4);
        traces.values().forEach(Exp3Test::follow);
    }

    private static void follow(List<Row> trace) {
        double gamma = trace.get(0).number("gamma");
        CumulativeScores rule = Exp3.weights(3, gamma);
        Learner player = new ImportanceWeighted(new UniformExploration(rule, gamma), 3, Players.random(1));
        for (Row row : trace) {
            long step = Long.parseLong(row.text("step"));
            player.observe(step, Integer.parseInt(row.text("action")), row.number("reward"));
            double[] weights = Arrays.stream(rule.sums)
                    .map(sum -> Math.exp(gamma * sum / 3))
                    .toArray();
            assertThat(weights).containsExactly(row.numbers("weights_hex"), within(1e-13));
            double[] p = new double[3];
            player.probabilities(step + 1, p);
            assertThat(p).containsExactly(row.numbers("probabilities_next_hex"), within(1e-14));
        }
    }

    /** Elsewhere, weights overflowed and turned into nonsense. */
    @Tag("long")
    @Test
    void itIsStillLearningAfterTenMillionSteps() {
        assertThat(LongRun.optimalAfterALongIndifference(new Exp3(0.05))).isCloseTo(0.975, within(0.002));
    }

    @Test
    void noExplorationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Exp3(0))
                .withMessage("exploration = 0.0, must be in (0, 1]");
    }
}
