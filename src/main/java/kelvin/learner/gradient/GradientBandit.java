package kelvin.learner.gradient;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.OpenActions;
import kelvin.learner.SufficientHistory;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import kelvin.numeric.Weights;
import kelvin.policy.ValueChecks;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Learns preferences instead of values, by stochastic gradient ascent on the expected reward.
 *
 * <pre>
 *   π = softmax(H),   H[i] ← H[i] + α·(r − b)·([i = a] − π[i]),   H starts at 0
 * </pre>
 *
 * <p>The baseline b changes the variance, not the expected step. A reward that comes late moves the preferences from where they
 * then are. Cost per step: one softmax.
 *
 * @param stepSize α, per reward unit; finite and &gt; 0
 * @param baseline b: the average reward including or excluding the current one, or none
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), eq. 2.12</a>
 */
@Summary("softmax over preferences learnt by gradient ascent on the reward")
@Stability(STABLE)
public record GradientBandit(double stepSize, Baseline baseline) implements LearnerSpec {
    /** The damping at which a natural gradient is a plain one. */
    static final double PLAIN = 1;

    public GradientBandit {
        Require.positive("stepSize", stepSize);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public SufficientHistory sufficientHistory() {
        return SufficientHistory.HISTORY;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return player(problem.actions(), random);
    }

    Player player(int actions, UniformRandomProvider random) {
        return new Player(stepSize, baseline, 0, PLAIN, actions, random);
    }

    /** The player of gradient bandits: it keeps a preference per action and chooses by their softmax. */
    public static final class Player implements Learner {
        /** The sum of weights below which, or above whose inverse, they are made relative to the largest again. */
        private static final double MIN_SUM = 0x1p-20;

        private final double stepSize;
        private final Advantage baseline;
        /** The entropy bonus: the worth of one nat, in reward units. */
        private final double temperature;

        /** The damping of the natural gradient, or {@link #PLAIN}. */
        private final double damping;

        private final UniformRandomProvider random;
        final double[] preferences;
        final double[] probabilities;

        /** The weights exp(H − reference), 0 where closed: a draw need not wait for their division by the sum. */
        private final double[] weights;

        private final OpenActions open;
        private double reference;
        private double sum;

        Player(
                double stepSize,
                Baseline baseline,
                double temperature,
                double damping,
                int actions,
                UniformRandomProvider random) {
            this.stepSize = stepSize;
            this.baseline = new Advantage(baseline);
            this.temperature = temperature;
            this.damping = damping;
            this.random = random;
            this.preferences = new double[actions];
            this.probabilities = new double[actions];
            this.weights = new double[actions];
            this.open = new OpenActions(actions);
            update();
        }

        /** Replaces the first preferences. */
        void start(List<Double> first) {
            Arrays.setAll(preferences, i -> i < first.size() ? first.get(i) : preferences[i]);
            update();
        }

        @Override
        public int select(long step) {
            return Weights.draw(weights, sum, random);
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            System.arraycopy(probabilities, 0, out, 0, out.length);
            return true;
        }

        @Override
        public void open(BitSet actions) {
            open.set(actions);
            update();
        }

        @Override
        public void observe(long step, int action, double reward) {
            double advantage = baseline.of(reward);
            if (temperature > 0 && probabilities[action] > 0) {
                advantage -= temperature * Log.of(probabilities[action]);
            }
            if (damping == PLAIN) {
                move(action, stepSize * advantage, probabilities);
            } else {
                move(action, stepSize * advantage / metric(action), dampedShares());
            }
            update();
        }

        private void move(int action, double size, double[] shares) {
            double chosen = preferences[action] + size * (1 - shares[action]);
            for (int i = 0; i < preferences.length; i++) {
                preferences[i] -= size * shares[i];
            }
            preferences[action] = chosen;
        }

        /** Returns λ + (1 − λ)·π[i], the entry of the damped metric. */
        private double metric(int action) {
            return damping + (1 - damping) * probabilities[action];
        }

        /** Returns u[i]/Σu, u[i] = π[i]/(λ + (1 − λ)·π[i]), in the place of the weights, which are computed anew afterwards. */
        private double[] dampedShares() {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = probabilities[i] / metric(i);
            }
            double scale = 1 / Weights.plainSum(weights);
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= scale;
            }
            return weights;
        }

        private void update() {
            weigh();
            if (!(sum > MIN_SUM && sum < 1 / MIN_SUM)) {
                moveReference();
            }
            double scale = 1 / sum;
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = weights[i] * scale;
            }
        }

        private void weigh() {
            System.arraycopy(preferences, 0, weights, 0, weights.length);
            open.close(weights);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Exp.of(weights[i] - reference);
            }
            sum = Weights.plainSum(weights);
        }

        /** Moves the reference to the largest preference; throws the error of a policy where some are no numbers. */
        private void moveReference() {
            System.arraycopy(preferences, 0, weights, 0, weights.length);
            open.close(weights);
            reference = ValueChecks.best(weights);
            weigh();
        }

        @Override
        public void state(StateFields fields) {
            fields.part("baseline", baseline);
            fields.reals("preferences", preferences);
            fields.part("open", open);
            reference = fields.real("reference", reference);
            if (fields.loading()) {
                update();
            }
        }
    }
}
