package kelvin.simulation;

import kelvin.bandit.Bandit;
import kelvin.learner.Learner;

/**
 * One learner playing one bandit, stopping at each reported step.
 *
 * <p>Sums are kept per stretch between reported steps and then added to the totals, which keeps rounding small over long
 * horizons. Allocates nothing per step.
 */
final class Run {
    private final Learner learner;
    private final Bandit bandit;
    private final int ranks;
    private final Arms arms;
    private long step;
    private double regret;
    private double reward;
    private long optimal;
    private double recentReward;
    private long recentOptimal;

    Run(Learner learner, Bandit bandit, int ranks) {
        this.learner = learner;
        this.bandit = bandit;
        this.ranks = ranks;
        this.arms = Arms.of(bandit);
    }

    /** Plays up to and including a step, and counts the selections of the first ranks. */
    void playTo(long end, long[] selected) {
        try {
            play(end, selected);
        } catch (RuntimeException e) {
            throw new IllegalStateException("step " + step + ": " + e.getMessage(), e);
        }
    }

    private void play(long end, long[] selected) {
        double lost = 0;
        double earned = 0;
        long best = 0;
        double[] gaps = arms.gaps();
        int[] rankOf = arms.ranks();
        while (step < end) {
            step++;
            int arm = learner.select(step);
            double paid = bandit.pull(arm);
            if (!Double.isFinite(paid)) {
                throw new IllegalStateException("arm " + arm + " paid " + paid + ", must be finite");
            }
            learner.observe(step, arm, paid);
            lost += gaps[arm];
            earned += paid;
            best += gaps[arm] == 0 ? 1 : 0;
            if (rankOf[arm] < ranks) {
                selected[rankOf[arm]]++;
            }
        }
        regret += lost;
        reward += earned;
        optimal += best;
        recentReward = earned;
        recentOptimal = best;
    }

    /** Cumulative pseudo-regret so far. */
    double regret() {
        return regret;
    }

    /** The sum of rewards since the reported step before the last one. */
    double recentReward() {
        return recentReward;
    }

    /** The number of optimal actions since the reported step before the last one. */
    double recentOptimal() {
        return recentOptimal;
    }

    /** The value of each metric over the whole run. */
    PerMetric<Double> atHorizon() {
        return new PerMetric<>(regret, reward / step, (double) optimal / step);
    }
}
