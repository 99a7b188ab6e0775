package kelvin.learner.bayes;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.StateFields;
import kelvin.learner.BernoulliTrial;
import kelvin.learner.Learner;
import kelvin.learner.OpenActions;
import kelvin.numeric.Log;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/** The player of {@link InformationDirected}. */
final class InformationPlayer implements Learner {
    private static final double ROUNDING = 1e-12;

    private final UniformRandomProvider random;
    private final BetaBelief belief;
    private final BetaGrid grid;
    private final double[] regrets;
    private final double[] gains;
    private final double[] current;
    private final BitSet open = new BitSet();
    /** The actions whose belief is newer than the grid, which only a decision needs. */
    private final BitSet learned = new BitSet();

    private boolean stale = true;
    private double least;
    private int ties;

    InformationPlayer(int actions, int points, UniformRandomProvider random) {
        this.random = random;
        this.belief = new BetaBelief(actions, 1, 1, new BernoulliTrial(random));
        this.grid = new BetaGrid(actions, points);
        this.regrets = new double[actions];
        this.gains = new double[actions];
        this.current = new double[actions];
        this.open.set(0, actions);
        this.learned.set(0, actions);
    }

    @Override
    public int select(long step) {
        update();
        return Weights.draw(current, random);
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        update();
        System.arraycopy(current, 0, out, 0, out.length);
        return true;
    }

    @Override
    public void observe(long step, int action, double reward) {
        belief.learn(step, action, reward);
        learned.set(action);
        stale = true;
    }

    @Override
    public void open(BitSet actions) {
        open.clear();
        open.or(actions);
        stale = true;
    }

    private void update() {
        if (stale) {
            for (int i = learned.nextSetBit(0); i >= 0; i = learned.nextSetBit(i + 1)) {
                grid.set(i, belief.a[i], belief.b[i]);
            }
            learned.clear();
            grid.compare(open);
            weigh();
            mix();
            stale = false;
        }
    }

    private void weigh() {
        double most = 0;
        for (int j = open.nextSetBit(0); j >= 0; j = open.nextSetBit(j + 1)) {
            most += grid.best[j] * grid.conditional[j][j];
        }
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            regrets[i] = Math.max(0, most - grid.means[i]);
            gains[i] = 0;
            for (int j = open.nextSetBit(0); j >= 0; j = open.nextSetBit(j + 1)) {
                gains[i] += grid.best[j] > 0 ? grid.best[j] * divergence(grid.conditional[j][i], grid.means[i]) : 0;
            }
        }
    }

    /** Returns the Kullback–Leibler divergence between two Bernoulli distributions. */
    private static double divergence(double p, double q) {
        return Math.max(0, part(p, q) + part(1 - p, 1 - q));
    }

    private static double part(double p, double q) {
        return p <= 0 ? 0 : p * Log.of(p / q);
    }

    /** Chooses the best action or the best mixture of two; mixtures equally good, up to rounding, share equally. */
    private void mix() {
        least = Double.POSITIVE_INFINITY;
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            offer(i, i, 1);
        }
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            for (int j = open.nextSetBit(i + 1); j >= 0; j = open.nextSetBit(j + 1)) {
                double q = share(i, j);
                if (q > 0 && q < 1 && ratio(i, j, q) < Math.min(ratio(i, i, 1), ratio(j, j, 1)) * (1 - ROUNDING)) {
                    offer(i, j, q);
                }
            }
        }
        for (int i = 0; i < current.length; i++) {
            current[i] /= ties;
        }
    }

    private void offer(int i, int j, double q) {
        double ratio = ratio(i, j, q);
        if (ratio < least * (1 - ROUNDING)) {
            Arrays.fill(current, 0);
            least = ratio;
            ties = 0;
        }
        if (ratio <= least * (1 + ROUNDING)) {
            current[i] += q;
            current[j] += 1 - q;
            ties++;
        }
    }

    /**
     * Returns the square of the expected regret over the information, for a mixture q of i and 1 − q of j; tells by
     * regret where there is none.
     */
    private double ratio(int i, int j, double q) {
        double regret = q * regrets[i] + (1 - q) * regrets[j];
        double gain = q * gains[i] + (1 - q) * gains[j];
        return gain > 0 ? regret * regret / gain : regret == 0 ? 0 : Double.MAX_VALUE / 2 * (1 + regret);
    }

    /**
     * Returns the share q of i where the ratio, which is convex in it, has slope 0: 2·Δ′·g = Δ·g′. Not within (0, 1)
     * where an end is best.
     */
    private double share(int i, int j) {
        double regretSlope = regrets[i] - regrets[j];
        double gainSlope = gains[i] - gains[j];
        return (regrets[j] * gainSlope - 2 * regretSlope * gains[j]) / (regretSlope * gainSlope);
    }

    @Override
    public void state(StateFields fields) {
        fields.part("belief", belief);
        OpenActions.state(fields, open, current.length);
    }
}
