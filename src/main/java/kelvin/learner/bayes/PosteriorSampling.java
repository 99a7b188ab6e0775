package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Stability;
import kelvin.learner.Learner;
import kelvin.numeric.ArgMax;
import kelvin.numeric.GammaSampler;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of Thompson learners: draws one plausible mean per open action from what it believes, and chooses the action with the
 * largest. Thereby each action is chosen with the probability that it is the best: probability matching.
 */
@Stability(STABLE)
public final class PosteriorSampling implements Learner {
    /** What is believed about the mean of each action. */
    public interface Belief {
        /** Draws a plausible mean. */
        double draw(int action, GammaSampler gammas);

        /** The expected mean; {@code NaN} of beliefs that have none in closed form. */
        default double mean(int action) {
            return Double.NaN;
        }

        /** Learns from the reward of the decision of a step. */
        void learn(long step, int action, double reward);

        /** Told before the decision of a step, for beliefs that fade. */
        default void advance(long step) {}

        /** Writes for each open action the probability that it is the best, where that can be computed. */
        default boolean best(BitSet open, double[] out) {
            return false;
        }
    }

    private final Belief belief;
    private final UniformRandomProvider random;
    private final GammaSampler gammas;
    private final double[] drawn;
    private final BitSet open = new BitSet();

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
}
