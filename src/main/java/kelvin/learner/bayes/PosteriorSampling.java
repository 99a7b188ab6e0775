package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.learner.Learner;
import kelvin.learner.OpenActions;
import kelvin.numeric.ArgMax;
import kelvin.numeric.GammaSampler;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of Thompson learners: samples one plausible mean per open action from its posterior, and chooses the
 * action with the largest. Thereby each action is chosen with the probability that it is the best: probability
 * matching.
 */
@Stability(STABLE)
public final class PosteriorSampling implements Learner {
    /** The posterior beliefs about the means of all actions. */
    public interface Belief extends Resumable {
        /**
         * Draws a mean from the posterior of an action.
         *
         * @param action in [0, n)
         * @param gammas the source of normal, gamma and beta variates
         * @return the mean drawn, finite
         */
        double draw(int action, GammaSampler gammas);

        /**
         * Returns the posterior mean of an action.
         *
         * @param action in [0, n)
         * @return the mean; {@code NaN} of beliefs that have none in closed form, for every action
         */
        default double mean(int action) {
            return Double.NaN;
        }

        /**
         * Learns from the reward of the decision of a step.
         *
         * @param step the step of the decision
         * @param action the action taken then
         * @param reward what it gave
         */
        void learn(long step, int action, double reward);

        /**
         * Prepares for the decision of a step; beliefs that fade are discounted here.
         *
         * @param step decisions made so far + 1; asked twice for one step, nothing changes the second time
         */
        default void advance(long step) {}

        /**
         * Writes for each open action the probability that it is the best, where that can be computed.
         *
         * @param open the open actions
         * @param out receives the probabilities, 0 for closed actions; untouched where there is no formula
         * @return whether there is one
         */
        default boolean best(BitSet open, double[] out) {
            return false;
        }

        /**
         * Saves or loads what was learnt.
         *
         * @param fields where it is saved, or loaded from
         * @throws UnsupportedOperationException unless overridden: the learner that uses it can then not be saved
         */
        @Override
        default void state(StateFields fields) {
            throw new UnsupportedOperationException("cannot be saved: does not say what its state is");
        }
    }

    private final Belief belief;
    private final UniformRandomProvider random;
    private final GammaSampler gammas;
    private final double[] drawn;
    private final BitSet open = new BitSet();

    /**
     * Creates a player.
     *
     * @param belief the posterior; not shared with other players
     * @param actions n, the number of actions
     * @param random the source of all draws
     */
    public PosteriorSampling(Belief belief, int actions, UniformRandomProvider random) {
        this.belief = belief;
        this.random = random;
        this.gammas = new GammaSampler(random);
        this.drawn = new double[actions];
        this.open.set(0, actions);
    }

    @Override
    public int select(long step) {
        belief.advance(step);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = open.get(i) ? belief.draw(i, gammas) : Double.NEGATIVE_INFINITY;
        }
        return ArgMax.of(drawn, random);
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        belief.advance(step);
        return belief.best(open, out);
    }

    @Override
    public boolean values(long step, double[] out) {
        if (Double.isNaN(belief.mean(0))) {
            return false;
        }
        belief.advance(step);
        Arrays.setAll(out, belief::mean);
        return true;
    }

    @Override
    public void observe(long step, int action, double reward) {
        belief.learn(step, action, reward);
    }

    @Override
    public void open(BitSet actions) {
        open.clear();
        open.or(actions);
    }

    @Override
    public void state(StateFields fields) {
        fields.part("belief", belief);
        OpenActions.state(fields, open, drawn.length);
    }
}
