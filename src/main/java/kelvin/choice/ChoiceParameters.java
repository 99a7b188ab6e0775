package kelvin.choice;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A softmax Q-learner with choice perseveration (stickiness), a lapse rate, separate learning rates for gains and losses, and
 * forgetting of unchosen values.
 *
 * <pre>
 *   P(i) = (1 − ε)·softmax(q/τ + κ·1[i was the choice of the last trial])ᵢ + ε/K
 *   q[a] ← q[a] + α⁺·(r − q[a])   where r ≥ q[a], else with α⁻
 *   q[j] ← q[j] + φ·(q₀ − q[j])    for every j that was not chosen
 *   q = q₀ at the beginning of a session
 * </pre>
 *
 * <p>A trial without a choice forgets all values, and leaves no last choice. A choice without a known reward changes only the
 * values of the others.
 *
 * @see <a href="https://doi.org/10.1093/acprof:oso/9780199600434.003.0001">Daw (2011), Trial-by-trial data analysis using
 *     computational models</a>
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.6157-08.2009">Ito and Doya (2009), J. Neuroscience 29, for forgetting</a>
 * @param temperature τ, in reward units; finite and &gt; 0
 * @param learningRate α⁺, for rewards not below the value expected, in [0, 1]
 * @param lossRate α⁻, for rewards below it, in [0, 1]
 * @param stickiness κ: e^κ is how much likelier the last choice is than an equal one; finite, below 0 for one who alternates
 * @param lapse ε, the share of choices made uniformly at random, in [0, 1]
 * @param forgetting φ, the share of its distance from q₀ that the value of an unchosen action loses in a trial, in [0, 1]
 * @param initialValue q₀, in reward units; finite
 */
@Stability(MAY_CHANGE)
public record ChoiceParameters(
        double temperature,
        double learningRate,
        double lossRate,
        double stickiness,
        double lapse,
        double forgetting,
        double initialValue) {
    public ChoiceParameters {
        Require.positive("temperature", temperature);
        Require.probability("learningRate", learningRate);
        Require.probability("lossRate", lossRate);
        Require.finite("stickiness", stickiness);
        Require.probability("lapse", lapse);
        Require.probability("forgetting", forgetting);
        Require.finite("initialValue", initialValue);
    }

    /**
     * A chooser with one learning rate, who forgets nothing and whose values begin at 0.
     *
     * @param temperature τ, in reward units; finite and &gt; 0
     * @param learningRate α⁺ = α⁻, in [0, 1]
     * @param stickiness κ; finite
     * @param lapse ε, in [0, 1]
     */
    public ChoiceParameters(double temperature, double learningRate, double stickiness, double lapse) {
        this(temperature, learningRate, learningRate, stickiness, lapse, 0, 0);
    }

    /**
     * Computes the logarithm of the probability of all choices of a sequence, one after the other. Cost: one exponential per
     * trial and action.
     *
     * @param sequence what was chosen and what it gave
     * @return ln P, at most 0
     */
    public double logLikelihood(ChoiceSequence sequence) {
        double sum = 0;
        for (double logProbability : logProbabilities(sequence)) {
            sum += logProbability;
        }
        return sum;
    }

    /** Returns the log-probability of each choice that was made. */
    double[] logProbabilities(ChoiceSequence sequence) {
        Chooser chooser = new Chooser(this, sequence.actions());
        double[] all = new double[sequence.choices().size()];
        int made = 0;
        int sessions = 0;
        for (int i = 0; i < all.length; i++) {
            sessions += begin(chooser, sequence.starts(), sessions, i);
            int choice = sequence.choices().get(i);
            if (choice == ChoiceSequence.MISSED) {
                chooser.miss();
            } else {
                all[made++] = chooser.logProbability(choice);
                chooser.learn(choice, sequence.rewards().get(i));
            }
        }
        return made == all.length ? all : Arrays.copyOf(all, made);
    }

    /** Begins the next session where one starts; returns the number of sessions begun. */
    private static int begin(Chooser chooser, List<Integer> starts, int begun, int trial) {
        if (begun < starts.size() && starts.get(begun) == trial) {
            chooser.begin();
            return 1;
        }
        return 0;
    }

    /**
     * Simulates the choices of one session.
     *
     * @param rewards what each action may give, each of its numbers as likely as the others
     * @param length how many choices; at least 1
     * @param random where the uniform numbers come from
     * @return what was chosen and what it gave
     */
    public ChoiceSequence simulate(double[][] rewards, int length, UniformRandomProvider random) {
        Require.atLeast("length", 1, length);
        List<Integer> choices = Collections.nCopies(length, 0);
        return simulate(rewards, new ChoiceSequence(rewards.length, choices, Collections.nCopies(length, 0.0)), random);
    }

    /** Simulates choices in the trials of a sequence: its sessions, and nothing where it misses a choice or a reward. */
    ChoiceSequence simulate(double[][] rewards, ChoiceSequence trials, UniformRandomProvider random) {
        Chooser chooser = new Chooser(this, rewards.length);
        List<Integer> choices = new ArrayList<>(trials.choices());
        List<Double> paid = new ArrayList<>(trials.rewards());
        int sessions = 0;
        for (int i = 0; i < choices.size(); i++) {
            sessions += begin(chooser, trials.starts(), sessions, i);
            if (choices.get(i) == ChoiceSequence.MISSED) {
                chooser.miss();
            } else {
                int choice = chooser.choose(random);
                double drawn = rewards[choice][random.nextInt(rewards[choice].length)];
                double reward = paid.get(i).isNaN() ? Double.NaN : drawn;
                chooser.learn(choice, reward);
                choices.set(i, choice);
                paid.set(i, reward);
            }
        }
        return new ChoiceSequence(rewards.length, choices, paid, trials.starts());
    }
}
