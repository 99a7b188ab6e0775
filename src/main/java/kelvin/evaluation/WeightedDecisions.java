package kelvin.evaluation;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.RandomAccess;
import java.util.function.IntToDoubleFunction;

/**
 * The decisions of a log with their importance weights, by columns: 16 bytes per decision beside the log itself, and 16 more
 * where the target takes actions that the log or a half of it never took.
 */
final class WeightedDecisions extends AbstractList<WeightedDecision> implements RandomAccess {
    private static final double MIN_VARIANCE_WEIGHT = 0x1p-500;

    private final LoggedDecisions log;
    private final double[][] values;
    private final Column weights;
    private final Column expected = new Column();
    private final Column unlogged;
    private final Column unfitted;
    private final BitSet matched;
    private int size;

    /** Begins the weighted decisions of a log, whose even and odd decisions are predicted by the two rows of values. */
    WeightedDecisions(LoggedDecisions log, double[][] values) {
        this.log = log;
        this.values = values;
        weights = new Column();
        unlogged = new Column();
        unfitted = new Column();
        matched = new BitSet();
    }

    /** Begins the same weighted decisions under another fit of the reward model, without what it expects: 8 bytes per decision. */
    private WeightedDecisions(WeightedDecisions other, double[][] values) {
        log = other.log;
        this.values = values;
        weights = other.weights;
        unlogged = other.unlogged;
        unfitted = other.unfitted;
        matched = other.matched;
    }

    /** Returns the same decisions predicted by other values, from which the target's expected reward of each follows. */
    WeightedDecisions predictedBy(double[][] newValues, IntToDoubleFunction newExpected) {
        WeightedDecisions others = new WeightedDecisions(this, newValues);
        for (others.size = 0; others.size < size; others.size++) {
            others.expected.set(others.size, newExpected.applyAsDouble(others.size));
        }
        return others;
    }

    /** Returns the weights π(a)²·(1 − p)/p², relative to the square of the largest weight; never 0, so that a mean exists. */
    double varianceWeight(int index, double largest) {
        double weight = weights.get(index) / largest;
        return Math.max(weight * weight * (1 - log.propensity(index)), MIN_VARIANCE_WEIGHT);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public WeightedDecision get(int index) {
        return new WeightedDecision(
                log.reward(index),
                weights.get(index),
                values[index & 1][log.action(index)],
                expected.get(index),
                matched.get(index),
                unlogged.get(index),
                unfitted.get(index));
    }

    @Override
    public boolean add(WeightedDecision decision) {
        weights.set(size, decision.weight());
        expected.set(size, decision.expected());
        matched.set(size, decision.matched());
        unlogged.set(size, decision.unlogged());
        unfitted.set(size, decision.unfitted());
        size++;
        return true;
    }
}
