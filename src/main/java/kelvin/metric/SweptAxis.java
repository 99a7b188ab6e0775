package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kelvin.contract.Stability;

/**
 * An axis of a sweep: a parameter of learners, whose values are choices, or a number of the problem, whose values are conditions to
 * compare under.
 *
 * @param name its name
 * @param condition whether a number of the problem is varied, with or without parameters of learners
 * @param learners the labels of the learners of which a parameter is varied
 * @param written values as the experiment file writes them, such as {@code 0.10}; values that it does not write out may be absent
 */
@Stability(MAY_CHANGE)
public record SweptAxis(String name, boolean condition, Set<String> learners, Map<Double, String> written) {
    public SweptAxis {
        learners = Set.copyOf(learners);
        written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
    }

    /**
     * Returns whether a learner may choose among the values.
     *
     * @param learner its label
     * @return true if a parameter of it is varied, and the problem is not
     */
    public boolean isChoice(String learner) {
        return !condition && learners.contains(learner);
    }

    /**
     * Returns a value as the experiment file writes it.
     *
     * @param value a value of the axis
     * @return its text; its first seven digits where the file does not write it out
     */
    public String text(double value) {
        return written.getOrDefault(value, Decimals.value(value));
    }
}
