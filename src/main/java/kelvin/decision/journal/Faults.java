package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Stability;

/** The faults found in files, a line each; of many only the first thousand are listed. */
@Stability(MAY_CHANGE)
public final class Faults {
    private static final int MAX_LISTED = 1000;

    private final List<String> first = new ArrayList<>();
    private long count;

    /**
     * Adds a fault.
     *
     * @param fault where it is, and what
     */
    public void add(String fault) {
        count++;
        if (first.size() < MAX_LISTED) {
            first.add(fault);
        }
    }

    /**
     * Returns the number of faults.
     *
     * @return how many have been added
     */
    public long count() {
        return count;
    }

    /**
     * Lists the faults.
     *
     * @return the first thousand, and how many more there are
     */
    public List<String> list() {
        List<String> all = new ArrayList<>(first);
        if (count > MAX_LISTED) {
            all.add("and " + (count - MAX_LISTED) + " more");
        }
        return all;
    }
}
