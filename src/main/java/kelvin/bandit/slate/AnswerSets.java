package kelvin.bandit.slate;

import kelvin.bandit.Bandit;
import kelvin.contract.Slate;

/**
 * Slates that are measured against the set of right answers: those whose arms pay 1. Every arm is pulled at every step, so that which
 * answers are right depends on the step alone. Of each arm shown its reward is seen.
 */
abstract class AnswerSets implements DelegatingSlates {
    private final Bandit inner;
    private final BestSlate best;
    private final Slate single;
    private final boolean[] right;

    AnswerSets(Bandit inner, BestSlate best) {
        this.inner = inner;
        this.best = best;
        this.single = new Slate(inner.arms());
        this.right = new boolean[inner.arms()];
    }

    /** Returns what a slate pays, given how many of its arms, and how many of all arms, are right. */
    abstract double payoff(int shown, int hits, int right);

    @Override
    public final Bandit inner() {
        return inner;
    }

    @Override
    public final BestSlate best() {
        return best;
    }

    @Override
    public boolean advance(long step) {
        boolean changed = DelegatingSlates.super.advance(step);
        for (int arm = 0; arm < right.length; arm++) {
            right[arm] = inner.pull(arm) == 1;
        }
        return changed;
    }

    private Slate alone(int arm) {
        single.clear();
        single.add(arm);
        return single;
    }

    @Override
    public final double mean(int arm) {
        return mean(alone(arm));
    }

    @Override
    public final double pull(int arm) {
        show(alone(arm));
        return single.payoff();
    }

    @Override
    public final void show(Slate slate) {
        int hits = 0;
        for (int place = 0; place < slate.size(); place++) {
            boolean hit = right[slate.action(place)];
            slate.see(hit ? 1 : 0);
            hits += hit ? 1 : 0;
        }
        int all = 0;
        for (boolean each : right) {
            all += each ? 1 : 0;
        }
        slate.pay(payoff(slate.size(), hits, all));
    }
}
