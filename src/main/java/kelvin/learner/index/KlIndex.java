package kelvin.learner.index;

import java.util.BitSet;
import java.util.function.LongToDoubleFunction;
import kelvin.contract.StateFields;
import kelvin.learner.Estimates;
import kelvin.learner.Learner;
import kelvin.learner.RewardFamily;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The index of KL-UCB and its variants: the largest q with n·kl(mean, q)/φ ≤ level, of which few are solved at a step ({@link
 * LargestBound}).
 */
final class KlIndex implements Index, LargestBound.Evidence {
    private final RewardFamily family;
    private final double dispersion;
    private final LongToDoubleFunction shared;
    private final LongToDoubleFunction own;
    private final Estimates seen;
    /** The part of each action's level that depends on its number of rewards. */
    private final double[] parts;

    private final LargestBound bounds;

    private KlIndex(
            int actions,
            RewardFamily family,
            double dispersion,
            LongToDoubleFunction shared,
            LongToDoubleFunction own) {
        this.family = family;
        this.dispersion = dispersion;
        this.shared = shared;
        this.own = own;
        this.seen = Estimates.sampleAverages(actions);
        this.parts = new double[actions];
        this.bounds = new LargestBound(actions, this);
    }

    /**
     * Creates a player whose levels are the sum of a number that all actions share at a step and one that depends on the plays;
     * bounds of many actions, and those with a formula, are compared by {@link BoundIndex}.
     */
    static Learner player(
            int actions,
            RewardFamily family,
            double dispersion,
            LongToDoubleFunction shared,
            LongToDoubleFunction own,
            UniformRandomProvider random) {
        return family == RewardFamily.GAUSSIAN || actions > BoundIndex.MAX_ACTIONS_SCANNED
                ? IndexPlayer.bounded(
                        actions,
                        shared,
                        (mean, plays, each) -> family.upper(mean, plays, each + own.applyAsDouble(plays), dispersion),
                        random)
                : new IndexPlayer(actions, new KlIndex(actions, family, dispersion, shared, own), random);
    }

    @Override
    public void observe(long step, int action, double reward) {
        seen.update(action, reward);
        parts[action] = own.applyAsDouble(seen.count(action));
        bounds.changed(action);
    }

    @Override
    public boolean means(double[] out) {
        return seen.averages(out);
    }

    @Override
    public void write(long step, BitSet open, double[] out) {
        double each = shared.applyAsDouble(step);
        for (int i = 0; i < out.length; i++) {
            out[i] = bound(i, each + parts[i]);
        }
    }

    @Override
    public void writeLargest(long step, BitSet open, double[] out) {
        double each = shared.applyAsDouble(step);
        for (int i = 0; i < out.length; i++) {
            bounds.levels()[i] = each + parts[i];
        }
        bounds.write(open, out);
    }

    @Override
    public double bound(int action, double level) {
        long n = seen.count(action);
        return n == 0 ? UNKNOWN : family.upper(seen.value(action), n, level, dispersion);
    }

    @Override
    public double against(int action, double x) {
        return seen.count(action) * family.divergence(seen.value(action), x) / dispersion;
    }

    @Override
    public double slope(int action, double x, double against) {
        return seen.count(action) * family.slope(seen.value(action), x) / dispersion;
    }

    @Override
    public void state(StateFields fields) {
        seen.state(fields);
        for (int i = 0; fields.loading() && i < parts.length; i++) {
            if (seen.count(i) > 0) {
                parts[i] = own.applyAsDouble(seen.count(i));
            }
        }
    }
}
