package kelvin.evaluation;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.RandomAccess;

/**
 * The decisions of a log with their importance weights, by columns: 16 bytes per decision beside the log itself, and 16 more
 * where the target takes actions that the log or a half of it never took.
 */
final class WeightedDecisions extends AbstractList<WeightedDecision> implements RandomAccess {
    private final LoggedDecisions log;
    private final double[][] values;
    private final Column weights = new Column();
    private final Column expected = new Column();
    private final Column unlogged = new Column();
    private final Column unfitted = new Column();
    private final BitSet matched = new BitSet();
    private int size;

    /** Begins the weighted decisions of a log, whose even and odd decisions are predicted by the two rows of values. */
    WeightedDecisions(LoggedDecisions log, double[][] values) {
        this.log = log;
        this.values = values;
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
