package kelvin.learner.bayes;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Resumable;
import kelvin.contract.StateFields;
import kelvin.learner.OpenActions;
import kelvin.learner.Recommender;
import kelvin.numeric.ArgMax;
import kelvin.numeric.GammaSampler;
import kelvin.numeric.Log1p;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of top-two sampling: the leader of one draw from the posterior, or the leader of a draw in which another
 * one leads.
 *
 * <p>Where another one hardly ever leads, draws in which none does are counted, not made. Of every draw, with probability b[j] for
 * each other action j, a pair of means of the leader and of j is drawn from an envelope, of mass b[j], of the densities where j's is the larger; the means
 * of the others are drawn too, and the draw counts with probability 1/(number of means above the leader's), since it could have
 * come from any of those. Draws in which another one leads thus come as often, and with the same density, as if all were made.
 */
final class TopTwo implements Recommender {
    /** The largest total mass of envelopes with which draws are counted; above, another one leads soon. */
    private static final double MAX_MASS = 0.9;

    private static final int NONE = -1;

    /** The posterior beliefs about the means, as top-two sampling needs them. */
    interface Belief extends Resumable {
        double draw(int action, GammaSampler gammas);

        double mean(int action);

        void learn(long step, int action, double reward);

        /** Returns the mass of the envelope of a pair, at least P(θ[other] &gt; θ[leader]); ∞ where there is none. */
        double envelope(int leader, int other);

        /** Draws the means of a pair from its envelope; returns whether they are accepted, then θ[other] &gt; θ[leader]. */
        boolean overtake(int leader, int other, GammaSampler gammas, UniformRandomProvider random, double[] drawn);
    }

    private final Belief belief;
    private final double leading;
    private final int attempts;
    private final UniformRandomProvider random;
    private final GammaSampler gammas;
    private final OpenActions open;
    private final double[] drawn;
    /** The masses of the envelopes of pairs with the leader they are compared with; {@code NaN} where not known. */
    private final double[] envelopes;

    private int compared = NONE;

    TopTwo(int actions, Belief belief, double leading, int attempts, UniformRandomProvider random) {
        this.belief = belief;
        this.leading = leading;
        this.attempts = attempts;
        this.random = random;
        this.gammas = new GammaSampler(random);
        this.open = new OpenActions(actions);
        this.drawn = new double[actions];
        this.envelopes = new double[actions];
    }

    @Override
    public int select(long step) {
        int leader = draw();
        return open.bits().cardinality() == 1 || random.nextDouble() < leading ? leader : challenger(leader);
    }

    private int challenger(int leader) {
        double mass = 0;
        for (int i = open.bits().nextSetBit(0); i >= 0; i = open.bits().nextSetBit(i + 1)) {
            mass += i == leader ? 0 : envelope(leader, i);
        }
        if (mass <= MAX_MASS) {
            overtake(leader, mass);
        } else {
            redraw(leader);
        }
        drawn[leader] = Double.NEGATIVE_INFINITY;
        return ArgMax.of(drawn, random);
    }

    /** Makes all draws until another one leads or there have been enough. */
    private void redraw(int leader) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            if (draw() != leader) {
                return;
            }
        }
    }

    /** Makes only the draws in which another one may lead; where none does in the end, one in which the leader does. */
    private void overtake(int leader, double mass) {
        double perDraw = Log1p.of(-mass);
        double left = attempts;
        while (mass > 0) {
            left -= 1 + Math.floor(Log1p.of(-random.nextDouble()) / perDraw);
            if (!(left >= 0)) {
                break;
            }
            int other = pair(leader, mass);
            if (belief.overtake(leader, other, gammas, random, drawn) && counts(leader, other)) {
                return;
            }
        }
        int best = draw();
        while (best != leader) {
            best = draw();
        }
    }

    /** Draws the action of a pair by the masses of envelopes. */
    private int pair(int leader, double mass) {
        double rest = random.nextDouble() * mass;
        int other = -1;
        for (int i = open.bits().nextSetBit(0);
                i >= 0 && rest >= 0;
                i = open.bits().nextSetBit(i + 1)) {
            if (i != leader && envelopes[i] > 0) {
                rest -= envelopes[i];
                other = i;
            }
        }
        return other;
    }

    /** Draws the means besides a pair's; returns true with probability 1/(number of means above the leader's). */
    private boolean counts(int leader, int other) {
        int above = 0;
        for (int i = 0; i < drawn.length; i++) {
            if (i != leader && i != other) {
                drawn[i] = open.bits().get(i) ? belief.draw(i, gammas) : Double.NEGATIVE_INFINITY;
            }
            above += drawn[i] > drawn[leader] ? 1 : 0;
        }
        return above == 1 || random.nextInt(above) == 0;
    }

    /** Returns the mass of an envelope, computed once until one of the pair gives a reward or another leads. */
    private double envelope(int leader, int other) {
        if (leader != compared) {
            compared = leader;
            Arrays.fill(envelopes, Double.NaN);
        }
        if (Double.isNaN(envelopes[other])) {
            envelopes[other] = belief.envelope(leader, other);
        }
        return envelopes[other];
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
        envelopes[action] = Double.NaN;
        compared = action == compared ? NONE : compared;
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

    @Override
    public void state(StateFields fields) {
        fields.part("belief", belief);
        fields.part("open", open);
    }
}
