package kelvin.bandit.testbed;

import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;
import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;

/** One bandit after the other; each counts its steps from 1. */
final class SwitchingBandit implements DelegatingBandit {
    private final LongPredicate ends;
    private final IntFunction<Bandit> phases;
    private Bandit current;
    private int phase;
    private long before;

    /**
     * @param ends whether the phase ends after a step; asked once per step, in order
     * @param phases opens the bandit of a phase, from 0
     */
    SwitchingBandit(LongPredicate ends, IntFunction<Bandit> phases) {
        this.ends = ends;
        this.phases = phases;
        this.current = phases.apply(0);
    }

    @Override
    public Bandit inner() {
        return current;
    }

    @Override
    public boolean stationary() {
        return false;
    }

    @Override
    public boolean advance(long step) {
        if (step > 1 && ends.test(step - 1)) {
            BitSet open = (BitSet) current.open().clone();
            before = step - 1;
            current = phases.apply(++phase);
            current.advance(1);
            return !current.open().equals(open);
        }
        return current.advance(step - before);
    }
}
