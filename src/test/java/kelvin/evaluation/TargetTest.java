package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Means;
import kelvin.model.Model;
import kelvin.policy.Annealed;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.Steps;
import org.junit.jupiter.api.Test;

class TargetTest {
    /** Softmax at temperature 1 for the first decision, and at ½ afterwards. */
    private static final PolicySchedule COOLING =
            new Annealed(new Softmax(1), "temperature", new Steps(List.of(1.0, 0.5), List.of(1L)));

    private static final BitSet FIRST_TWO = BitSet.valueOf(new long[] {0b011});

    private static final List<LoggedDecision> LOG = List.of(
            new LoggedDecision(0, 4, 0.5, null),
            new LoggedDecision(1, 3, 0.5, null),
            new LoggedDecision(2, 6, 0.5, null),
            new LoggedDecision(1, 1, 0.5, FIRST_TWO));

    private static double[] probabilities(Target target, int index) {
        double[] out = {7, 7, 7};
        target.probabilities(index, LOG.get(index), out);
        return out;
    }

    private static void assertSoftmax(double[] p, double temperature, double... values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value / temperature);
        }
        for (int a = 0; a < values.length; a++) {
            assertThat(p[a]).isCloseTo(Math.exp(values[a] / temperature) / sum, within(1e-14));
        }
    }

    @Test
    void aScheduleCountsDecisionsFromOne() {
        Target target = Target.of(COOLING, 1, 2, 3);
        assertSoftmax(probabilities(target, 0), 1, 1, 2, 3);
        assertSoftmax(probabilities(target, 1), 0.5, 1, 2, 3);
        assertSoftmax(probabilities(target, 3), 0.5, 1, 2, Double.NEGATIVE_INFINITY);
        assertThat(target.learned() || target.contextual()).isFalse();
    }

    /** Odd places have 3 and 1 of action 1 and a mean of 2; even ones 4 of action 0, 6 of action 2 and a mean of 5. */
    @Test
    void learnedValuesAreThoseOfTheOtherHalf() {
        Target target = Target.learned(COOLING, LOG, 3);
        assertSoftmax(probabilities(target, 0), 1, 2, (3 + 1 + 2) / 3.0, 2);
        assertSoftmax(probabilities(target, 1), 0.5, 4.5, 5, 5.5);
        assertSoftmax(probabilities(target, 3), 0.5, 4.5, 5, Double.NEGATIVE_INFINITY);
        assertThat(target.learned()).isTrue();
    }

    private static Model means(Features features) {
        Model means = new Means(1).create(3, features, Seed.of(1));
        for (int action = 0; action < 3; action++) {
            means.learn(action + 1, new Context(3, features), action, 4 * action, 1);
        }
        return means;
    }

    /** Means of one reward each, halved by the regularisation. */
    @Test
    void aFittedModelDecidesInALogWithoutContexts() {
        Target target = Target.of(COOLING, means(Features.NONE), LogContexts.NONE);
        assertSoftmax(probabilities(target, 0), 1, 0, 2, 4);
        assertSoftmax(probabilities(target, 3), 0.5, 0, 2, Double.NEGATIVE_INFINITY);
        assertThat(target.contextual() || target.learned()).isFalse();
    }

    @Test
    void aModelOfContextsDecidesByThem() {
        LogContexts contexts = new ContextLogs.OfNumbers(List.of(1.0, 2.0, 3.0, 4.0));
        Target target = Target.of(COOLING, means(contexts.features()), contexts);
        assertThat(target.contextual()).isTrue();
        assertSoftmax(probabilities(target, 2), 0.5, 0, 2, 4);
    }
}
