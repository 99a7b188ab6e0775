package kelvin.bandit.slate;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.bandit.Bandit;

/** The expected payoff of the best slate: sorts the means of the open arms, once where they stand still, else once a step. */
final class BestSlate {
    /** The expected payoff of the best slate, by the means of the open arms. */
    interface Worth {
        /** Returns the payoff, given the means in ascending order from a place on. */
        double of(double[] ascending, int from);
    }

    private final Bandit arms;
    private final Worth worth;
    private final double[] means;
    private boolean known;
    private double best;

    BestSlate(Bandit arms, Worth worth) {
        this.arms = arms;
        this.worth = worth;
        this.means = new double[arms.arms()];
    }

    /** Notes that the arms have moved on to another step. */
    void moved() {
        known &= arms.stationary();
    }

    double mean() {
        if (!known) {
            BitSet open = arms.open();
            for (int arm = 0; arm < means.length; arm++) {
                means[arm] = open.get(arm) ? arms.mean(arm) : Double.NEGATIVE_INFINITY;
            }
            Arrays.sort(means);
            best = worth.of(means, means.length - open.cardinality());
            known = true;
        }
        return best;
    }
}
