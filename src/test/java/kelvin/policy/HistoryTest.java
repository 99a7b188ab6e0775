package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kelvin.policy.gap.InverseGap;
import kelvin.policy.gap.NormalisedInverseGap;
import kelvin.policy.temperature.BestProbability;
import kelvin.policy.temperature.EffectiveActions;
import kelvin.policy.temperature.ExpectedLoss;
import kelvin.policy.temperature.KlFromUniform;
import kelvin.policy.temperature.TargetEntropy;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The state that a selector keeps between decisions changes no bit of the probabilities that are solved for. */
class HistoryTest {
    static Stream<Policy> solved() {
        return Stream.of(
                new EffectiveActions(3),
                new TargetEntropy(0.4),
                new BestProbability(0.7),
                new ExpectedLoss(0.2),
                new KlFromUniform(0.3),
                new Entmax(1.25, 0.5),
                new Entmax(1.4, 0.5),
                new Entmax(1.5, 0.5),
                new Sparsemax(0.5),
                new Tsallis(0.5),
                new Mellowmax(5),
                new InverseGap(5),
                new NormalisedInverseGap(5));
    }

    @ParameterizedTest
    @MethodSource("solved")
    void probabilitiesAreThoseOfAFreshCall(Policy policy) {
        assertThat(differences(policy)).isZero();
    }

    /** A policy that moves from the temperature of the decision before almost to the one wanted, as an iteration that stops early does. */
    private record Warm(Policy wanted) implements WorkspacePolicy {
        @Override
        public void probabilities(double[] values, double[] out, Workspace work) {
            double[] held = work.object(double[].class, () -> new double[] {1});
            held[0] += (wanted.temperatureAt(values) - held[0]) * (1 - 0x1p-40);
            new Softmax(held[0]).probabilities(values, out);
        }
    }

    @Test
    void aWarmStartThatStopsNearbyIsNoticed() {
        assertThat(differences(new Warm(new BestProbability(0.7)))).isPositive();
    }

    /** Counts the decisions whose probabilities have other bits after thousands of changed values than afresh. */
    private static int differences(Policy policy) {
        UniformRandomProvider random = Seed.of(11).generator();
        double[] values = new double[10];
        double[] out = new double[10];
        ActionSelector selector = new ActionSelector(policy, values, random);
        int differences = 0;
        for (int step = 1; step <= 5000; step++) {
            int action = random.nextInt(10);
            values[action] =
                    random.nextInt(20) == 0 ? values[random.nextInt(10)] : random.nextDouble() * (1 + step % 7);
            selector.set(action, values[action]);
            selector.probabilities(step, out);
            double[] fresh = policy.probabilities(values);
            for (int i = 0; i < out.length; i++) {
                differences += out[i] == fresh[i] ? 0 : 1;
            }
        }
        return differences;
    }
}
