package kelvin.decision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.memory.RewardRule;
import org.jspecify.annotations.Nullable;

/**
 * The rewards of the decisions of one decision maker by their steps, as its journal tells them: those learned, and those that came
 * too late; and the arms that it began with.
 */
final class LoggedRewards {
    private static final int INITIAL_DECISIONS = 4;

    private final Beginning beginning = new Beginning();
    private final BitSet defaulted = new BitSet();
    private @Nullable Map<String, List<Late>> late;
    private @Nullable Map<Integer, Shown> slates;
    private double[] rewards = new double[INITIAL_DECISIONS];
    private long first = -1;
    private int size;
    private int decisions;

    Beginning beginning() {
        return beginning;
    }

    /** Returns the number of decisions; of damaged journals fewer than there were steps. */
    int decisions() {
        return decisions;
    }

    /**
     * Takes a decision or a reward; returns true where the decision of a reward is still to be found.
     *
     * @param rule how several rewards of a decision count, where this line was written
     */
    boolean learn(JsonMembers line, RewardRule rule) {
        if (line.has(JournalRecord.DECISION)) {
            decisions++;
            long step = line.whole("step");
            first = first < 0 ? step : first;
            size = Math.toIntExact(step - first + 1);
            if (size > rewards.length) {
                rewards = Arrays.copyOf(rewards, (int) Math.min(2L * size, Integer.MAX_VALUE - 8));
            }
            rewards[size - 1] = Double.NaN;
            defaulted.clear(size - 1);
            if (line.has(JournalRecord.SLATE)) {
                slates = slates == null ? new HashMap<>() : slates;
                slates.put(size - 1, new Shown());
            }
        } else if (line.has(JournalRecord.REWARD) && line.has("step")) {
            long index = line.whole("step") - first;
            if (index >= 0 && index < size) {
                RewardOutcome outcome = RewardOutcome.of(line.text("outcome"));
                learn((int) index, action(line), line.real("value"), outcome, rule);
            }
        } else if (line.has(JournalRecord.REWARD) && !line.text("outcome").equals(RewardOutcome.DUPLICATE.word())) {
            late = late == null ? new HashMap<>() : late;
            late.computeIfAbsent(line.text(JournalRecord.REWARD), id -> new ArrayList<>(1))
                    .add(new Late(line.real("value"), action(line), size, rule));
            return true;
        }
        return false;
    }

    private static int action(JsonMembers line) {
        return line.has("action") ? Math.toIntExact(line.whole("action")) : -1;
    }

    private void learn(int index, int action, double reward, RewardOutcome outcome, RewardRule rule) {
        Shown shown = slates == null ? null : slates.get(index);
        if (!outcome.learns()) {
            join(index, action, reward, rule);
        } else if (shown == null) {
            rewards[index] = reward;
            defaulted.set(index, outcome == RewardOutcome.DEFAULTED);
        } else {
            shown.rewards.put(action, reward);
            if (outcome == RewardOutcome.DEFAULTED) {
                shown.defaulted.add(action);
            }
        }
    }

    /** Joins a reward with those before; any replaces a default reward. Of an action of a slate, the first counts. */
    private void join(int index, int action, double reward, RewardRule rule) {
        Shown shown = slates == null ? null : slates.get(index);
        if (shown == null) {
            boolean only = Double.isNaN(rewards[index]) || defaulted.get(index);
            rewards[index] = only ? reward : rule.join(rewards[index], reward);
            defaulted.clear(index);
        } else if (shown.defaulted.remove(action) || !shown.rewards.containsKey(action)) {
            shown.rewards.put(action, reward);
        }
    }

    /** Takes a decision again, which may be that of a late reward. */
    void find(JsonMembers line) {
        if (late != null) {
            int index = (int) Math.min(line.whole("step") - first, size);
            for (Late each : late.getOrDefault(line.text(JournalRecord.DECISION), List.of())) {
                each.index = index < each.decisions ? index : each.index;
            }
        }
    }

    /** Gives the late rewards to their decisions, once all have been taken again. */
    void settle() {
        if (late != null) {
            late.values().forEach(each -> each.forEach(this::settle));
            late = null;
        }
    }

    private void settle(Late reward) {
        if (reward.index >= 0) {
            join(reward.index, reward.action, reward.value, reward.rule);
        }
    }

    /** Returns true if the decision of a step was there when the rewards were read. */
    boolean has(long step) {
        return step - first < size;
    }

    @Nullable
    Double reward(long step) {
        double reward = rewards[(int) (step - first)];
        return Double.isNaN(reward) ? null : (Double) reward;
    }

    /** Returns the rewards of a decision by action. */
    Map<Integer, Double> rewards(Decision decision) {
        Double reward = reward(decision.step());
        if (decision.slate() == null) {
            return reward == null ? Map.of() : Map.of(decision.actionTaken(), reward);
        }
        int index = (int) (decision.step() - first);
        Map<Integer, Double> shown =
                new TreeMap<>(slates == null ? Map.of() : slates.getOrDefault(index, new Shown()).rewards);
        shown.keySet().retainAll(decision.slate().actions()); // others were given for a decision that was forgotten
        return shown;
    }

    /** The rewards of the actions of a slate, by action, and those that have the default one only. */
    private static final class Shown {
        private final Map<Integer, Double> rewards = new TreeMap<>();
        private final Set<Integer> defaulted = new HashSet<>();
    }

    /** A reward that was not learned: its action, −1 for none, the decisions before it, and the index of the one it belongs to. */
    private static final class Late {
        private final double value;
        private final int action;
        private final int decisions;
        private final RewardRule rule;
        private int index = -1;

        Late(double value, int action, int decisions, RewardRule rule) {
            this.value = value;
            this.action = action;
            this.decisions = decisions;
            this.rule = rule;
        }
    }

    /** The arms that are open at the first line of a context: those of its first state record where lines before have been pruned. */
    static final class Beginning {
        /** The key of the place of the context's line before. */
        private static final String BACK = "back";

        private int set = -1;
        private @Nullable BitSet open;
        private int doubtful = -1;
        private boolean begun;
        private boolean decided;
        private boolean told;

        /** Returns the arms; those given, which are of the settings, where the context begins in these journals. */
        BitSet open(BitSet settings) {
            return open == null ? settings : open;
        }

        /** Rejects decisions made among arms that only pruned journals told. */
        void requireTold(Path journals, String name) throws IOException {
            if (doubtful >= 0) {
                throw new IOException(journals + ": " + name + " decided, and then set arm " + doubtful
                        + ", before its first state record: whether the arm was open at those decisions was told by journals"
                        + " that have been pruned; pruning with a later moment removes these decisions too");
            }
        }

        void take(JsonMembers line) {
            if (told) {
                return;
            }
            boolean first = !begun && !line.has(BACK);
            begun = true;
            if (line.has(JournalRecord.STATE)) {
                told = true;
                open = ActionEstimate.open(StateTree.armsOf(line));
                doubtful = set;
            } else if (first) {
                told = true;
            } else if (line.has(JournalRecord.ARM) && decided) {
                set = Math.toIntExact(line.whole(JournalRecord.ARM));
            } else {
                decided |= line.has(JournalRecord.DECISION);
            }
        }
    }
}
