package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Estimate of one action: its value, and the number of rewards behind it.
 *
 * @param value its estimated value, in reward units; finite
 * @param sum the rewards in all, those that the prior stands for included
 * @param count how many rewards that is; at least 0
 * @param open whether it may be chosen
 * @param name the action's name, 1 to 256 characters; null where it was given none, and its number stands for it
 */
@Stability(MAY_CHANGE)
public record ActionEstimate(
        double value,
        double sum,
        long count,
        boolean open,
        @Nullable String name) {
    private static final Schedule SAMPLE_AVERAGE = new InverseCount(1);
    private static final int MAX_NAME_CHARACTERS = 256;

    public ActionEstimate {
        Require.finite("value", value);
        Require.finite("sum", sum);
        Require.atLeast("count", 0, count);
        if (name != null) {
            requireName("name", name);
        }
    }

    /**
     * Creates the estimate of an action without a name.
     *
     * @param value its estimated value, in reward units; finite
     * @param sum the rewards in all, those that the prior stands for included
     * @param count how many rewards that is; at least 0
     * @param open whether it may be chosen
     */
    public ActionEstimate(double value, double sum, long count, boolean open) {
        this(value, sum, count, open, null);
    }

    @Override
    public String toString() {
        return "ActionEstimate[value=" + value + ", sum=" + sum + ", count=" + count + ", open=" + open
                + (name == null ? "" : ", name=" + name) + "]";
    }

    /**
     * Returns the estimates of open actions from the sums and counts of their rewards: the sample averages, 0 where there is none.
     *
     * @param sums the sum of the rewards of each action, in reward units; finite
     * @param counts how many rewards that is; at least 0
     * @return an estimate for each action
     */
    public static List<ActionEstimate> ofRewards(double[] sums, long[] counts) {
        return IntStream.range(0, sums.length)
                .mapToObj(i -> new ActionEstimate(counts[i] == 0 ? 0 : sums[i] / counts[i], sums[i], counts[i], true))
                .toList();
    }

    /**
     * Returns the same value with the weight of at most so many rewards, which lets new rewards outweigh old ones sooner.
     *
     * @param most the largest count; at least 0
     * @return this estimate if its count is no larger
     */
    public ActionEstimate atMost(long most) {
        Require.atLeast("most", 0, most);
        return count <= most ? this : new ActionEstimate(value, value * most, most, open, name);
    }

    /** Returns an open arm whose value counts as some rewards. */
    static ActionEstimate prior(double value, long weight) {
        return new ActionEstimate(value, value * weight, weight, true);
    }

    /** Returns this arm after one more reward; a sample average is kept as sum and count, which keeps exact ties. */
    ActionEstimate learn(double reward, Schedule stepSize) {
        long n = count + 1;
        double total = sum + reward;
        double next = stepSize.equals(SAMPLE_AVERAGE) ? total / n : value + stepSize.at(n) * (reward - value);
        return new ActionEstimate(next, total, n, open, name);
    }

    ActionEstimate withOpen(boolean isOpen) {
        return new ActionEstimate(value, sum, count, isOpen, name);
    }

    ActionEstimate withName(@Nullable String given) {
        return new ActionEstimate(value, sum, count, open, given);
    }

    /** Requires a name of 1 to 256 characters, each whole. */
    static void requireName(String parameter, String name) {
        Require.notNull(parameter, name);
        Require.that(
                !name.isEmpty() && name.length() <= MAX_NAME_CHARACTERS,
                parameter,
                name.length() + " characters",
                "1 to " + MAX_NAME_CHARACTERS + " characters");
        Require.wholeCharacters(parameter, name);
    }

    /** Returns the name of an action: the one it was given, or else its number. */
    static String name(List<ActionEstimate> arms, int action) {
        Require.that(action >= 0 && action < arms.size(), "action", action, "in [0, " + (arms.size() - 1) + "]");
        String name = arms.get(action).name;
        return name == null ? String.valueOf(action) : name;
    }

    /** Returns the action of a name. */
    static int action(List<ActionEstimate> arms, String name) {
        Require.notNull("name", name);
        return IntStream.range(0, arms.size())
                .filter(action -> name(arms, action).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("name", name, "that of an arm"));
    }

    /** Rejects arms of which two have the same name, given or by number. */
    static void requireDistinctNames(List<ActionEstimate> arms) {
        if (arms.stream().allMatch(arm -> arm.name == null)) {
            return;
        }
        Map<String, Integer> actions = new HashMap<>();
        for (int i = 0; i < arms.size(); i++) {
            Integer other = actions.putIfAbsent(name(arms, i), i);
            Require.that(other == null, "name of arm " + i, name(arms, i), "another than that of arm " + other);
        }
    }

    /** Returns arms of which the first have the given names, unless they have names already. */
    static List<ActionEstimate> named(List<ActionEstimate> arms, List<String> names) {
        return IntStream.range(0, arms.size())
                .mapToObj(i -> i < names.size() && arms.get(i).name == null
                        ? arms.get(i).withName(names.get(i))
                        : arms.get(i))
                .toList();
    }

    /** Changes an arm, or adds the next one. */
    static void put(List<ActionEstimate> arms, int action, ActionEstimate arm) {
        if (action == arms.size()) {
            arms.add(arm);
        } else {
            arms.set(action, arm);
        }
    }

    /** Returns true if an arm other than this one is open. */
    static boolean isAnotherOpen(List<ActionEstimate> arms, int action) {
        return IntStream.range(0, arms.size()).anyMatch(i -> i != action && arms.get(i).open);
    }

    /** Returns the open arms. */
    static BitSet open(List<ActionEstimate> arms) {
        BitSet open = new BitSet();
        for (int i = 0; i < arms.size(); i++) {
            open.set(i, arms.get(i).open);
        }
        return open;
    }

    /**
     * Returns arms as a warm start makes them: estimates seen elsewhere, or else the present or the first one of each arm. Present
     * arms keep their names, further ones bring theirs.
     */
    static List<ActionEstimate> warm(List<ActionEstimate> arms, List<ActionEstimate> seen, double initialValue) {
        return IntStream.range(0, Math.max(arms.size(), seen.size()))
                .mapToObj(action -> {
                    ActionEstimate present = action < arms.size() ? arms.get(action) : prior(initialValue, 0);
                    return action < seen.size() && seen.get(action).count > 0
                            ? seen.get(action)
                                    .withOpen(present.open)
                                    .withName(action < arms.size() ? present.name : seen.get(action).name)
                            : present;
                })
                .toList();
    }
}
