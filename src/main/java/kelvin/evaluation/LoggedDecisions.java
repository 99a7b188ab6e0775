package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * A log of decisions by columns: 3 to 24 bytes per decision, and each set of open actions once. Decisions are added and replaced,
 * never removed.
 */
@Stability(MAY_CHANGE)
public final class LoggedDecisions extends AbstractList<LoggedDecision> implements RandomAccess {
    private final Column actions = new Column();
    private final Column rewards = new Column();
    private final Column propensities = new Column();
    private final Column open = new Column();
    private final List<@Nullable BitSet> sets = new ArrayList<>();
    private final Map<@Nullable BitSet, Integer> numbers = new HashMap<>();
    private LogContexts contexts = LogContexts.NONE;
    private @Nullable BitSet latest;
    private int latestNumber;
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
        return new LoggedDecision(
                (int) actions.get(index), rewards.get(index), propensities.get(index), sets.get((int) open.get(index)));
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
        open.set(index, number(decision.open()));
    }

    /** Returns the number of a set of open actions, by order of occurrence. */
    private int number(@Nullable BitSet set) {
        if (sets.isEmpty() || !Objects.equals(set, latest)) {
            latest = set;
            latestNumber = numbers.computeIfAbsent(set, key -> sets.size());
            if (latestNumber == sets.size()) {
                sets.add(set);
            }
        }
        return latestNumber;
    }
}
