package kelvin.bandit.testbed;

import java.util.BitSet;
import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;

/** A bandit of which only some arms are open at a step. Cost per step: the rule's, and a look at each open arm. */
final class SleepingBandit implements DelegatingBandit {
    /**
     * The rule by which arms open and close: changes the set of open arms from that of the step before to that of this
     * step; never to none.
     */
    @FunctionalInterface
    interface Rule {
        void wake(long step, BitSet open);
    }

    private final Bandit inner;
    private final Rule rule;
    private final BitSet open;
    private final BitSet previous;
    private double best;

    SleepingBandit(Bandit inner, Rule rule) {
        this.inner = inner;
        this.rule = rule;
        this.open = new BitSet(inner.arms());
        this.previous = new BitSet(inner.arms());
        open.set(0, inner.arms());
    }

    @Override
    public Bandit inner() {
        return inner;
    }

    @Override
    public boolean stationary() {
        return false;
    }

    @Override
    public boolean advance(long step) {
        inner.advance(step);
        previous.clear();
        previous.or(open);
        rule.wake(step, open);
        best = Double.NEGATIVE_INFINITY;
        for (int arm = open.nextSetBit(0); arm >= 0; arm = open.nextSetBit(arm + 1)) {
            best = Math.max(best, inner.mean(arm));
        }
        return !open.equals(previous);
    }

    @Override
    public BitSet open() {
        return open;
    }

    @Override
    public double pull(int arm) {
        if (!open.get(arm)) {
            throw new IllegalStateException("arm " + arm + " is closed, must be one of " + open);
        }
        return inner.pull(arm);
    }

    @Override
    public double benchmark() {
        return best;
    }

    @Override
    public boolean optimal(int arm) {
        return inner.mean(arm) == best;
    }
}
