package kelvin.evaluation;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of a log with their importance weights, by columns: 2 to 16 bytes per decision beside the log itself, up to 16 more
 * where the target takes actions that the log or a half of it never took, and up to 8 more where predictions depend on contexts.
 */
final class WeightedDecisions extends AbstractList<WeightedDecision> implements RandomAccess {
    private static final double MIN_VARIANCE_WEIGHT = 0x1p-500;

    private final LoggedDecisions log;
    private final double @Nullable [][] values;
    private final Column predicted = new Column();
    private final Column weights;
    private final Column expected = new Column();
    private final Column unlogged;
    private final Column unfitted;
    private final BitSet matched;
    private int size;

    /** Begins the weighted decisions of a log, whose even and odd decisions are predicted by the two rows of values; null if not so. */
    WeightedDecisions(LoggedDecisions log, double @Nullable [][] values) {
        this.log = log;
        this.values = values;
        weights = new Column();
        unlogged = new Column();
        unfitted = new Column();
        matched = new BitSet();
    }

    /** Begins the same weighted decisions under another fit of the reward model, whose predictions are added one by one. */
    WeightedDecisions(WeightedDecisions other, double @Nullable [][] values) {
        log = other.log;
        this.values = values;
        weights = other.weights;
        unlogged = other.unlogged;
        unfitted = other.unfitted;
        matched = other.matched;
    }

    /** Adds what the model predicts for the next decision: for its action, and for the target. */
    void predict(double newPredicted, double newExpected) {
        if (values == null) {
            predicted.set(size, newPredicted);
        }
        expected.set(size, newExpected);
        size++;
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
                values == null ? predicted.get(index) : values[index & 1][log.action(index)],
                expected.get(index),
                matched.get(index),
                unlogged.get(index),
                unfitted.get(index));
    }

    @Override
    public boolean add(WeightedDecision decision) {
        weights.set(size, decision.weight());
        matched.set(size, decision.matched());
        unlogged.set(size, decision.unlogged());
        unfitted.set(size, decision.unfitted());
        predict(decision.predicted(), decision.expected());
        return true;
    }
}
