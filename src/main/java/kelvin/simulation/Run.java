package kelvin.simulation;

import java.util.Arrays;
import java.util.function.LongConsumer;
import kelvin.bandit.Bandit;
import kelvin.contract.Rewards;
import kelvin.learner.FullInformation;
import kelvin.learner.Learner;
import kelvin.learner.Recommender;
import org.jspecify.annotations.Nullable;

/**
 * One learner playing one bandit, stopping at each reported step.
 *
 * <p>Sums are kept per stretch between reported steps and then added to the totals, which keeps rounding small over long
 * horizons. Allocates nothing per step, but for rewards that come late.
 */
final class Run implements Repetition {
    private final Learner learner;
    private final Bandit bandit;
    private final Rewards allowed;
    private final LongConsumer progress;
    private final RankedArms arms;
    private final boolean stationary;
    private final double @Nullable [] all;
    private final PendingRewards pending = new PendingRewards();
    private final StepTotals total = new StepTotals();
    private final StepTotals stretch = new StepTotals();
    private long step;

    Run(Learner learner, Bandit bandit, Rewards allowed, LongConsumer progress) {
        this.learner = learner;
        this.bandit = bandit;
        this.allowed = allowed;
        this.progress = progress;
        this.arms = RankedArms.of(bandit);
        this.stationary = bandit.stationary();
        this.all = learner instanceof FullInformation ? new double[bandit.arms()] : null;
    }

    @Override
    public void playTo(long end, RankCounts selected) {
        try {
            while (step < end) {
                step++;
                playOne(selected);
                if (step % PROGRESS_STEPS == 0) {
                    progress.accept(PROGRESS_STEPS);
                }
            }
        } catch (RuntimeException e) {
            throw new IllegalStateException("step " + step + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void finish() {
        progress.accept(step % PROGRESS_STEPS);
    }

    private void playOne(RankCounts selected) {
        if (bandit.advance(step)) {
            learner.open(bandit.open());
        }
        int arm = learner.select(step);
        double gap = stationary ? arms.gaps()[arm] : bandit.benchmark() - bandit.mean(arm);
        boolean optimal = stationary ? gap == 0 : bandit.optimal(arm);
        stretch.count(gap, optimal, feedback(arm));
        selected.count(arms.ranks()[arm]);
    }

    /** Pulls, lets the learner see what it may see now, and answers what the chosen arm paid. */
    private double feedback(int arm) {
        if (all != null && learner instanceof FullInformation student) {
            for (int i = 0; i < all.length; i++) {
                all[i] = pull(i);
            }
            student.observeAll(step, all);
            return all[arm];
        }
        double paid = pull(arm);
        long delay = bandit.delay();
        if (delay == 0) {
            learner.observe(step, arm, paid);
        } else if (delay > 0) {
            long now = step;
            pending.add(now, delay, () -> learner.observe(now, arm, paid));
        }
        pending.deliver(step);
        return paid;
    }

    private double pull(int arm) {
        double paid = bandit.pull(arm);
        if (!allowed.contain(paid)) {
            throw new IllegalStateException("arm " + arm + " paid " + paid + ", this learner needs " + allowed);
        }
        return paid;
    }

    @Override
    public double regret() {
        return total.regret() + stretch.regret();
    }

    @Override
    public double uniformRegret() {
        return stationary ? Arrays.stream(arms.gaps()).average().orElse(0) : Double.NaN;
    }

    @Override
    public void report(double[] out) {
        total.add(stretch);
        write(stretch, out);
        out[0] = total.regret();
        stretch.clear();
    }

    @Override
    public void overall(double[] out) {
        write(total, out);
    }

    private void write(StepTotals tally, double[] out) {
        tally.write(out);
        if (out.length > 3) {
            int arm = recommendation();
            out[3] = bandit.benchmark() - bandit.mean(arm);
            out[4] = bandit.optimal(arm) ? 0 : 1;
        }
    }

    private int recommendation() {
        return ((Recommender) learner).recommendation();
    }
}
