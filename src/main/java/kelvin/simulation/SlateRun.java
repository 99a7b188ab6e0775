package kelvin.simulation;

import java.util.function.LongConsumer;
import kelvin.bandit.slate.SlateBandit;
import kelvin.contract.Rewards;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.learner.slate.SlateLearner;
import kelvin.metric.StepUnit;

/**
 * The run of a learner that answers with a slate of several arms per step. Regret is against the best slate of an allowed size; an
 * optimal action is an optimal slate, and a selection is an arm in a slate. Allocates nothing per step, but for what comes late.
 */
final class SlateRun extends Repetition {
    private final SlateLearner learner;
    private final SlateBandit bandit;
    private final SlateSizes sizes;
    private final Rewards allowed;
    private final RankedArms arms;
    private final Slate slate;
    private final boolean contextual;
    private final PendingRewards pending = new PendingRewards();

    /**
     * A run of a learner that has seen nothing yet.
     *
     * @param learner who chooses
     * @param bandit a bandit that nobody has been shown a slate of yet
     * @param sizes how many arms a slate may have
     * @param allowed the rewards that the learner is made for; others fail the run
     * @param tracer records the traced steps
     * @param progress told of steps just made
     */
    SlateRun(
            SlateLearner learner,
            SlateBandit bandit,
            SlateSizes sizes,
            Rewards allowed,
            Tracer tracer,
            LongConsumer progress) {
        super(StepUnit.STEP, Run.STEPS_PER_REPORT, tracer, progress);
        this.learner = learner;
        this.bandit = bandit;
        this.sizes = sizes;
        this.allowed = allowed;
        this.arms = RankedArms.of(bandit);
        this.slate = new Slate(bandit.arms());
        this.contextual = bandit.context().features().any();
    }

    @Override
    void prepare(long step) {
        if (bandit.advance(step)) {
            learner.open(bandit.open());
        }
        if (contextual) {
            learner.see(step, bandit.context());
        }
    }

    @Override
    void trace(long step, Tracer tracer) {
        tracer.inclusions(learner.inclusion(step, tracer.numbers()), arms.order());
        tracer.values(learner.values(step, tracer.numbers()), arms.order());
        tracer.temperature(learner.temperature(step));
    }

    @Override
    int width() {
        return sizes.most();
    }

    @Override
    void decide(long step, StepLog log, int place) {
        choose(step);
        while (contextual && slate.size() == 1 && !bandit.accepts(slate.action(0))) {
            learner.see(step, bandit.context());
            choose(step);
        }
        boolean optimal = bandit.optimal(slate);
        double gap = optimal ? 0 : bandit.benchmark() - bandit.mean(slate);
        bandit.show(slate);
        log.decision(place, gap, optimal, slate.payoff(), StepLog.NO_RANK);
        for (int order = 0; order < sizes.most(); order++) {
            log.selection(place, order, order < slate.size() ? arms.ranks()[slate.action(order)] : StepLog.NO_RANK);
        }
        feedback(step);
    }

    private void choose(long step) {
        slate.clear();
        learner.select(step, slate);
        check();
    }

    private void check() {
        if (slate.size() < sizes.least() || slate.size() > sizes.most()) {
            throw new IllegalStateException("the answer has " + slate.size() + " actions, the testbed takes " + sizes);
        }
    }

    private void feedback(long step) {
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
            Slate copy = slate.copy();
            pending.add(step, delay, () -> learner.observe(step, copy));
        }
        pending.deliver(step);
    }
}
