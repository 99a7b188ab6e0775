package kelvin.simulation;

import java.util.function.LongConsumer;
import kelvin.bandit.slate.SlateBandit;
import kelvin.contract.Rewards;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.learner.slate.SlateLearner;

/**
 * {@link Run} for a learner that answers with several actions. Regret is against the best slate of an allowed size; an optimal
 * action is an optimal slate, and a selection is an arm in a slate. Allocates nothing per step, but for what comes late.
 */
final class SlateRun implements Repetition {
    private final SlateLearner learner;
    private final SlateBandit bandit;
    private final SlateSizes sizes;
    private final Rewards allowed;
    private final LongConsumer progress;
    private final int[] ranks;
    private final Slate slate;
    private final PendingRewards pending = new PendingRewards();
    private final StepTotals total = new StepTotals();
    private final StepTotals stretch = new StepTotals();
    private long step;

    SlateRun(SlateLearner learner, SlateBandit bandit, SlateSizes sizes, Rewards allowed, LongConsumer progress) {
        this.learner = learner;
        this.bandit = bandit;
        this.sizes = sizes;
        this.allowed = allowed;
        this.progress = progress;
        this.ranks = RankedArms.of(bandit).ranks();
        this.slate = new Slate(bandit.arms());
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
        slate.clear();
        learner.select(step, slate);
        check();
        boolean optimal = bandit.optimal(slate);
        double gap = optimal ? 0 : bandit.benchmark() - bandit.mean(slate);
        bandit.show(slate);
        for (int place = 0; place < slate.size(); place++) {
            selected.count(ranks[slate.action(place)]);
        }
        stretch.count(gap, optimal, slate.payoff());
        feedback();
    }

    private void check() {
        if (slate.size() < sizes.least() || slate.size() > sizes.most()) {
            throw new IllegalStateException("the answer has " + slate.size() + " actions, the testbed takes " + sizes);
        }
    }

    private void feedback() {
        for (int place = 0; place < slate.seen(); place++) {
            double paid = slate.reward(place);
            if (!allowed.contain(paid)) {
                throw new IllegalStateException(
                        "arm " + slate.action(place) + " paid " + paid + ", this learner needs " + allowed);
            }
        }
        long delay = bandit.delay();
        if (delay == 0) {
            learner.observe(step, slate);
        } else if (delay > 0) {
            long now = step;
            Slate copy = slate.copy();
            pending.add(now, delay, () -> learner.observe(now, copy));
        }
        pending.deliver(step);
    }

    @Override
    public double regret() {
        return total.regret() + stretch.regret();
    }

    @Override
    public double uniformRegret() {
        return Double.NaN;
    }

    @Override
    public void report(double[] out) {
        total.add(stretch);
        stretch.write(out);
        out[0] = total.regret();
        stretch.clear();
    }

    @Override
    public void overall(double[] out) {
        total.write(out);
    }
}
