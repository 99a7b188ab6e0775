package kelvin.decision.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.decision.journal.JsonMembers;
import kelvin.json.Json;

/** The number and the sum of the rewards of each arm that one context has learned itself, without any prior. */
final class OwnRewards {
    /**
     * The key, in the line of a reward, of the number and sum of the context's rewards of that arm before it; in a state record, of a
     * list of these for each arm.
     */
    static final String KEY = "own";

    private long[] counts = {};
    private double[] sums = {};

    /** Takes a line of the context that has been read back. */
    void take(JsonMembers line) {
        if (!line.has(KEY)) {
            return;
        } else if (isIn(line)) {
            add(before(line));
        } else {
            List<Object> rows = line.list(KEY);
            counts = new long[rows.size()];
            sums = new double[rows.size()];
            for (int action = 0; action < rows.size(); action++) {
                Reward row = reward(action, rows.get(action), 0);
                counts[action] = row.count;
                sums[action] = row.sum;
            }
        }
    }

    /**
     * A reward and what its context had learned of the arm before it.
     *
     * @param action the arm
     * @param count how many rewards
     * @param sum their sum
     * @param value the reward
     */
    record Reward(int action, long count, double sum, double value) {
        String json() {
            return Json.canonical(List.of(count, sum));
        }
    }

    /** Returns true for the line of a reward that tells what was before it. */
    static boolean isIn(JsonMembers line) {
        return line.has(KEY) && line.has("reward");
    }

    /** Returns the reward of a line that tells what was before it. */
    static Reward before(JsonMembers line) {
        return reward(Math.toIntExact(line.whole("action")), line.list(KEY), line.real("value"));
    }

    private static Reward reward(int action, Object row, double value) {
        if (row instanceof List<?> list
                && list.size() == 2
                && list.get(0) instanceof Long count
                && count >= 0
                && list.get(1) instanceof Double sum) {
            return new Reward(action, count, sum, value);
        }
        throw new IllegalArgumentException(KEY + ": found " + row + ", must be [count, sum]");
    }

    /** Returns a reward of an arm with what was learned of it before. */
    Reward next(int action, double value) {
        return action < counts.length
                ? new Reward(action, counts[action], sums[action], value)
                : new Reward(action, 0, 0, value);
    }

    /** Adds a reward. */
    void add(Reward reward) {
        if (reward.action >= counts.length) {
            counts = Arrays.copyOf(counts, reward.action + 1);
            sums = Arrays.copyOf(sums, reward.action + 1);
        }
        counts[reward.action] = reward.count + 1;
        sums[reward.action] = reward.sum + reward.value;
    }

    /** Returns the numbers and sums of all arms as JSON. */
    String json() {
        List<Object> rows = new ArrayList<>();
        for (int action = 0; action < counts.length; action++) {
            rows.add(List.of(counts[action], sums[action]));
        }
        return Json.canonical(rows);
    }
}
