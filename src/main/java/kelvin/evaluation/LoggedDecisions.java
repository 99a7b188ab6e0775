package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import kelvin.contract.Stability;

/**
 * A log of decisions by columns: 24 bytes per decision, and its set of open actions where it has one. Decisions are added and
 * replaced, never removed.
 */
@Stability(MAY_CHANGE)
public final class LoggedDecisions extends AbstractList<LoggedDecision> implements RandomAccess {
    private final Column actions = new Column();
    private final Column rewards = new Column();
    private final Column propensities = new Column();
    private final Map<Integer, BitSet> open = new HashMap<>();
    private LogContexts contexts = LogContexts.NONE;
    private int size;

    /** Returns a log itself where it is one by columns, else a copy. */
    static LoggedDecisions of(List<LoggedDecision> log) {
        if (log instanceof LoggedDecisions columns) {
            return columns;
        }
        LoggedDecisions copy = new LoggedDecisions();
        copy.addAll(log);
        return copy;
    }

    /**
     * Says in which contexts the decisions were made.
     *
     * @param seen the contexts of all decisions, also of those that are added later
     */
    public void setContexts(LogContexts seen) {
        contexts = seen;
    }

    /**
     * Returns the contexts in which the decisions were made.
     *
     * @return those that were set, else {@link LogContexts#NONE}
     */
    public LogContexts contexts() {
        return contexts;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public LoggedDecision get(int index) {
        Objects.checkIndex(index, size);
        BitSet among = open.isEmpty() ? null : open.get(index);
        return new LoggedDecision(action(index), reward(index), propensities.get(index), among);
    }

    @Override
    public void add(int index, LoggedDecision decision) {
        Objects.checkIndex(index, index == size ? size + 1 : 0); // at the end only
        size = Math.addExact(size, 1);
        put(index, decision);
    }

    @Override
    public LoggedDecision set(int index, LoggedDecision decision) {
        LoggedDecision former = get(index);
        put(index, decision);
        return former;
    }

    private void put(int index, LoggedDecision decision) {
        actions.set(index, decision.action());
        rewards.set(index, decision.reward());
        propensities.set(index, decision.propensity());
        if (decision.open() != null) {
            open.put(index, decision.open());
        } else if (!open.isEmpty()) {
            open.remove(index);
        }
    }

    int action(int index) {
        return (int) actions.get(index);
    }

    double reward(int index) {
        return rewards.get(index);
    }

    double propensity(int index) {
        return propensities.get(index);
    }
}
