package kelvin.decision.family;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kelvin.decision.DecisionCounts;
import kelvin.decision.DecisionHealth;

/** The contexts of one shard that are in memory, and the counts of those that were. */
final class LiveContexts {
    private final Set<Context> all = ConcurrentHashMap.newKeySet();
    private long decisions;
    private DecisionCounts counts = DecisionCounts.NONE;

    void add(Context context) {
        all.add(context);
    }

    /** Returns the contexts, those included that are just being read back. */
    List<Context> all() {
        return List.copyOf(all);
    }

    /** Removes contexts that are closed, and keeps what they have counted. */
    synchronized void remove(List<Context> gone) {
        for (Context context : gone) {
            DecisionHealth now = context.health();
            if (all.remove(context)) {
                decisions += now.decisions() - context.before().decisions();
                counts = counts.plus(now.counts(), 1).plus(context.before().counts(), -1);
            }
        }
    }

    /** Adds all counts to the health of the family. */
    synchronized FamilyHealth in(FamilyHealth family) {
        FamilyHealth sum = family.and(decisions, counts);
        for (Context context : all) {
            sum = sum.and(context.health(), context.before());
        }
        return sum;
    }
}
