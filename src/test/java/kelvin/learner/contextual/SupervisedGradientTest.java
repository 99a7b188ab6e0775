package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.FullInformation;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.contextual.SupervisedGradient.Output;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.LinearScorer;
import kelvin.model.ScorerSpec;
import kelvin.model.network.Activation;
import kelvin.model.network.Initialisation;
import kelvin.model.network.NetworkScorer;
import kelvin.model.network.Optimiser;
import kelvin.numeric.CrossEntropy;
import kelvin.numeric.LogLoss;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupervisedGradientTest implements LearnerContract {
    private static SupervisedGradient spec(Output output, double stepSize) {
        return new SupervisedGradient(new LinearScorer(Layout.DISJOINT), output, stepSize, new Softmax(0.3));
    }

    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(
                spec(Output.SOFTMAX, 0.3),
                new SupervisedGradient(new LinearScorer(Layout.SHARED), Output.SIGMOID, 0.1, new Softmax(0.5)));
    }

    private static FullInformation player(LearnerSpec spec, int actions, int features) {
        return (FullInformation)
                spec.create(new BanditTask(actions, 1000, new Features(features, 0)), Players.random(1));
    }

    private static double loss(Output output, double[][] w, double[] x, double[] rewards) {
        double[] logits = new double[w.length];
        double sum = 0;
        for (int a = 0; a < w.length; a++) {
            logits[a] = w[a][0] * x[0] + w[a][1] * x[1];
            sum += LogLoss.of(logits[a], rewards[a]);
        }
        return output == Output.SOFTMAX ? CrossEntropy.of(logits, rewards) : sum;
    }

    /** Each step goes against the gradient of the loss, by central differences in the weights; with the other output it would not. */
    @ParameterizedTest
    @EnumSource(Output.class)
    void aStepFollowsTheGradientOfItsLoss(Output output) {
        FullInformation player = player(spec(output, 0.4), 3, 2);
        UniformRandomProvider random = Players.random(3);
        double[][] w = new double[3][2];
        double[] found = new double[2];
        Output other = output == Output.SOFTMAX ? Output.SIGMOID : Output.SOFTMAX;
        double apart = 0;
        for (int step = 1; step <= 20; step++) {
            double[] x = {random.nextDouble() - 0.5, 1};
            double[] rewards = {random.nextDouble(), random.nextInt(2), 0.5};
            player.see(step, Context.of(3, x));
            player.select(step);
            player.observeAll(step, rewards);
            double[][] next = new double[3][2];
            for (int a = 0; a < 3; a++) {
                player.coefficients(a, found);
                for (int j = 0; j < 2; j++) {
                    assertThat(found[j] - w[a][j]).isCloseTo(-0.4 * slope(output, w, a, j, x, rewards), within(1e-9));
                    apart = Math.max(apart, Math.abs(found[j] - w[a][j] + 0.4 * slope(other, w, a, j, x, rewards)));
                    next[a][j] = found[j];
                }
            }
            w = next;
        }
        assertThat(apart).isGreaterThan(0.05);
    }

    private static double slope(Output output, double[][] w, int a, int j, double[] x, double[] rewards) {
        double kept = w[a][j];
        w[a][j] = kept + 1e-5;
        double up = loss(output, w, x, rewards);
        w[a][j] = kept - 1e-5;
        double down = loss(output, w, x, rewards);
        w[a][j] = kept;
        return (up - down) / 2e-5;
    }

    @Test
    void probabilitiesOfASoftmaxSumToOneAndThoseOfGatesAreTheirOwn() {
        FullInformation softmax = player(spec(Output.SOFTMAX, 1), 2, 1);
        FullInformation gates = player(spec(Output.SIGMOID, 1), 2, 1);
        double[] values = new double[2];
        for (FullInformation each : new FullInformation[] {softmax, gates}) {
            for (int step = 1; step <= 50; step++) {
                each.see(step, Context.of(2, 1));
                each.observeAll(step, new double[] {1, 1});
            }
            each.see(51, Context.of(2, 1));
        }
        softmax.values(51, values);
        assertThat(values).containsExactly(0.5, 0.5);
        gates.values(51, values);
        assertThat(values[0]).isGreaterThan(0.95);
        assertThat(values[1]).isEqualTo(values[0]);
    }

    /** Exclusive or: no linear function of two features can tell, a network with a hidden layer learns to. */
    @ParameterizedTest
    @EnumSource(Output.class)
    void aNetworkLearnsWhatALinearScorerCannot(Output output) {
        ScorerSpec network = new NetworkScorer(
                List.of(8), Activation.TANH, Optimiser.SGD, Initialisation.AUTOMATIC, false, true, false);
        assertThat(exclusiveOr(network, output)).isEqualTo(4);
        assertThat(exclusiveOr(new LinearScorer(Layout.DISJOINT), output)).isLessThan(4);
    }

    /** The number of right answers out of four after 500 passes. */
    private static int exclusiveOr(ScorerSpec scorer, Output output) {
        FullInformation player = player(new SupervisedGradient(scorer, output, 0.3, new Greedy()), 2, 3);
        int right = 0;
        for (int step = 1; step <= 2000; step++) {
            int x = step % 2;
            int y = step / 2 % 2;
            player.see(step, Context.of(2, 2 * x - 1, 2 * y - 1, 1));
            right += player.select(step) == (x ^ y) && step > 1996 ? 1 : 0;
            player.observeAll(step, x == y ? new double[] {1, 0} : new double[] {0, 1});
        }
        return right;
    }

    @Test
    void aLateRewardAnswersItsOwnContext() {
        FullInformation late = player(spec(Output.SOFTMAX, 1), 2, 1);
        late.see(1, Context.of(2, 3));
        late.select(1);
        late.see(2, Context.of(2, 7));
        late.select(2);
        late.observeAll(1, new double[] {1, 0});
        late.observeAll(1, new double[] {1, 0});
        double[] w = new double[1];
        late.coefficients(0, w);
        assertThat(w[0]).isEqualTo(1.5);
    }

    @Test
    void scoresBeyondTheDoublesAreRefused() {
        FullInformation player = player(
                new SupervisedGradient(new LinearScorer(Layout.DISJOINT), Output.SIGMOID, 1e300, new Greedy()), 2, 1);
        player.see(1, Context.of(2, 1e150));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    player.observeAll(1, new double[] {1, 0});
                    player.see(2, Context.of(2, 1));
                    player.select(2);
                })
                .withMessage("score of action 0 = Infinity, must be finite");
        assertThatIllegalArgumentException().isThrownBy(() -> spec(Output.SOFTMAX, 0));
    }
}
