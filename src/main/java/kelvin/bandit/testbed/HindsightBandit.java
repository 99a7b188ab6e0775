package kelvin.bandit.testbed;

import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;

/** A bandit whose players are measured against the one arm that is best over all steps, known in hindsight. */
final class HindsightBandit implements DelegatingBandit {
    private final Bandit inner;
    private final double[] totals;
    private final int best;
    private final long horizon;
    private long step;

    /**
     * @param rehearsal the same bandit once more, to be played to the end
     * @param inner the bandit
     * @param horizon the last step
     */
    HindsightBandit(Bandit rehearsal, Bandit inner, long horizon) {
        this.inner = inner;
        this.horizon = horizon;
        this.totals = new double[inner.arms()];
        for (long t = 1; t <= horizon; t++) {
            rehearsal.advance(t);
            for (int arm = 0; arm < totals.length; arm++) {
                totals[arm] += rehearsal.mean(arm);
            }
        }
        int largest = 0;
        for (int arm = 1; arm < totals.length; arm++) {
            largest = totals[arm] > totals[largest] ? arm : largest;
        }
        this.best = largest;
    }

    @Override
    public Bandit inner() {
        return inner;
    }

    /** Returns the mean of the step; before the first step, that over all steps. */
    @Override
    public double mean(int arm) {
        return step == 0 ? totals[arm] / horizon : inner.mean(arm);
    }

    @Override
    public boolean stationary() {
        return false;
    }

    @Override
    public boolean advance(long to) {
        step = to;
        return inner.advance(to);
    }

    @Override
    public double benchmark() {
        return mean(best);
    }

    @Override
    public boolean optimal(int arm) {
        return totals[arm] == totals[best];
    }
}
