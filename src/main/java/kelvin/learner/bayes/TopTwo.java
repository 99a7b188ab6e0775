package kelvin.learner.bayes;

import java.util.BitSet;
import kelvin.learner.OpenActions;
import kelvin.learner.Recommender;
import kelvin.numeric.ArgMax;
import kelvin.numeric.GammaSampler;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of top-two sampling: the leader of one draw from the posterior, or the leader of a draw in which another
 * one leads.
 */
final class TopTwo implements Recommender {
    /** The posterior beliefs about the means, as top-two sampling needs them. */
    interface Belief {
        double draw(int action, GammaSampler gammas);

        double mean(int action);

        void learn(long step, int action, double reward);
    }

    private final Belief belief;
    private final double leading;
    private final int attempts;
    private final UniformRandomProvider random;
    private final GammaSampler gammas;
    private final OpenActions open;
    private final double[] drawn;

    TopTwo(int actions, Belief belief, double leading, int attempts, UniformRandomProvider random) {
        this.belief = belief;
        this.leading = leading;
        this.attempts = attempts;
        this.random = random;
        this.gammas = new GammaSampler(random);
        this.open = new OpenActions(actions);
        this.drawn = new double[actions];
    }

    @Override
    public int select(long step) {
        int leader = draw();
        return open.bits().cardinality() == 1 || random.nextDouble() < leading ? leader : challenger(leader);
    }

    private int challenger(int leader) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            int other = draw();
            if (other != leader) {
                return other;
            }
        }
        drawn[leader] = Double.NEGATIVE_INFINITY;
        return ArgMax.of(drawn, random);
    }

    private int draw() {
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = open.bits().get(i) ? belief.draw(i, gammas) : Double.NEGATIVE_INFINITY;
        }
        return ArgMax.of(drawn, random);
    }

    @Override
    public void observe(long step, int action, double reward) {
        belief.learn(step, action, reward);
    }

    @Override
    public void open(BitSet actions) {
        open.set(actions);
    }

    /**
     * Returns the open action with the largest posterior mean; of equal ones the first, so that asking draws no random
     * number.
     */
    @Override
    public int recommendation() {
        BitSet all = open.bits();
        int best = all.nextSetBit(0);
        for (int i = best; i >= 0; i = all.nextSetBit(i + 1)) {
            best = belief.mean(i) > belief.mean(best) ? i : best;
        }
        return best;
    }
}
