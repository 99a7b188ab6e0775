package kelvin.choice;

import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Require;
import kelvin.policy.Softmax;
import kelvin.policy.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A chooser who learns values from rewards and chooses by softmax, likes to repeat the last choice, and now and then does not care.
 *
 * <pre>
 *   P(i) = (1 − ε)·softmax(q/τ + κ·1[i was the last choice])ᵢ + ε/K
 *   q[a] ← q[a] + α·(r − q[a]),   q = 0 at first
 * </pre>
 *
 * @param temperature τ, in reward units; finite and &gt; 0
 * @param learningRate α, in [0, 1]
 * @param stickiness κ: e^κ is how much likelier the last choice is than an equal one; finite, below 0 for one who alternates
 * @param lapse ε, the share of choices made without looking, in [0, 1]
 */
public record ChoiceParameters(double temperature, double learningRate, double stickiness, double lapse) {
    private static final Softmax LOGITS = new Softmax(1);

    /**
     * Checks the ranges.
     *
     * @param temperature τ, in reward units; finite and &gt; 0
     * @param learningRate α, in [0, 1]
     * @param stickiness κ; finite
     * @param lapse ε, in [0, 1]
     */
    public ChoiceParameters {
        Require.positive("temperature", temperature);
        Require.probability("learningRate", learningRate);
        Require.finite("stickiness", stickiness);
        Require.probability("lapse", lapse);
    }

    /**
     * The logarithm of the probability of all choices of a sequence, one after the other.
     *
     * @param sequence what was chosen and what it gave
     * @return ln P, at most 0
     */
    public double logLikelihood(ChoiceSequence sequence) {
        Chooser chooser = new Chooser(sequence.actions());
        double sum = 0;
        for (int i = 0; i < sequence.choices().size(); i++) {
            int choice = sequence.choices().get(i);
            sum += chooser.logProbability(choice);
            chooser.learn(choice, sequence.rewards().get(i));
        }
        return sum;
    }

    /**
     * Lets this chooser choose.
     *
     * @param rewards what each action may give, each of its numbers as likely as the others
     * @param length how many choices; at least 1
     * @param random where the uniform numbers come from
     * @return what was chosen and what it gave
     */
    public ChoiceSequence simulate(double[][] rewards, int length, UniformRandomProvider random) {
        Chooser chooser = new Chooser(rewards.length);
        List<Integer> choices = new ArrayList<>();
        List<Double> paid = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int choice = chooser.choose(random);
            double reward = rewards[choice][random.nextInt(rewards[choice].length)];
            chooser.learn(choice, reward);
            choices.add(choice);
            paid.add(reward);
        }
        return new ChoiceSequence(rewards.length, choices, paid);
    }

    private final class Chooser {
        private final double[] values;
        private final double[] out;
        private int last = -1;

        Chooser(int actions) {
            values = new double[actions];
            out = new double[actions];
        }

        private void logits() {
            for (int i = 0; i < out.length; i++) {
                out[i] = values[i] / temperature + (i == last ? stickiness : 0);
            }
        }

        /** Without a lapse the logarithm stays finite where the probability would be 0. */
        double logProbability(int choice) {
            logits();
            LOGITS.logProbabilities(out, out);
            return lapse == 0
                    ? out[choice]
                    : StrictMath.log((1 - lapse) * StrictMath.exp(out[choice]) + lapse / out.length);
        }

        int choose(UniformRandomProvider random) {
            logits();
            LOGITS.probabilities(out, out);
            for (int i = 0; i < out.length; i++) {
                out[i] = (1 - lapse) * out[i] + lapse / out.length;
            }
            return Weights.draw(out, random);
        }

        void learn(int choice, double reward) {
            values[choice] += learningRate * (reward - values[choice]);
            last = choice;
        }
    }
}
