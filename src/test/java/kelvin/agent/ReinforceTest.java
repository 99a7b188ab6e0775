package kelvin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.world.Dynamics;
import kelvin.world.RandomWalkChain;
import kelvin.world.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReinforceTest implements AgentContract {
    private static final double STEP = 1e-3;
    private static final int RUNS = 20_000;
    private static final Dynamics CHAIN = Dynamics.of(new RandomWalkChain(3, 0));

    @Override
    public AgentSpec agent() {
        return new Reinforce(new Softmax(0.5), 0.05, 0.1, 0.9);
    }

    /** The mean of many first steps is the derivative of the exact expected return, found by dynamic programming; a baseline changes nothing. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void theMeanStepIsTheExactGradient(double baseline) {
        assertThat(zScore(new Reinforce(new Softmax(0.5), STEP, baseline, 1), 0.5))
                .isBetween(-4.5, 4.5);
    }

    /** The twin: the gradient at another temperature does not pass. */
    @Test
    void theGradientAtAnotherTemperatureIsRejected() {
        assertThat(Math.abs(zScore(new Reinforce(new Softmax(0.5), STEP, 0, 1), 0.6)))
                .isGreaterThan(4.5);
    }

    /** Returns the distance of the mean step of θ(middle, right) − θ(middle, left) from the exact one, in standard errors. */
    private static double zScore(Reinforce spec, double temperature) {
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < RUNS; run++) {
            Walks world = new Walks(CHAIN, run);
            Agent agent = spec.create(world, Seed.of(run).child("choices").generator());
            world.episodes(agent, 1);
            double[] p = new double[2];
            agent.probabilities(2, p);
            double step = 0.5 * Math.log(p[1] / p[0]) / STEP;
            sum += step;
            squares += step * step;
        }
        double mean = sum / RUNS;
        return (mean - gradient(temperature)) / Math.sqrt((squares / RUNS - mean * mean) / RUNS);
    }

    private static double gradient(double temperature) {
        double small = 1e-4;
        return (expected(small, temperature) - expected(-small, temperature)) / small;
    }

    /** The exact return if the preference for right in the middle of three states is shifted. */
    private static double expected(double shift, double temperature) {
        double[][] policy = new double[5][];
        Softmax softmax = new Softmax(temperature);
        for (int state = 0; state < 5; state++) {
            policy[state] = softmax.probabilities(0, state == 2 ? shift : 0);
        }
        return Solution.under(CHAIN, policy).episode();
    }

    @Test
    void aPolicyWithoutGradientsIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reinforce(new EpsilonGreedy(0.1), 0.1, 0, 1))
                .withMessageContaining("policy with gradients: Softmax or SigmoidGate");
    }
}
