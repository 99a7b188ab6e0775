package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.evaluation.Interval;
import kelvin.evaluation.sequential.AsymptoticDifferenceSequence;
import kelvin.evaluation.sequential.ConfidenceSequence;
import kelvin.evaluation.sequential.DifferenceSequence;
import kelvin.evaluation.sequential.GroupSequence;
import kelvin.evaluation.sequential.MeanSequence;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of the control group of a decision maker with its other decisions, from its journals, also while it is writing. The
 * intervals hold at all times at once, so it may be asked for after every reward.
 *
 * <p>Rewards count in the order in which they were learned, for decisions since the policy, that of the control group, or its share
 * last changed. Decisions by the kill switch and in shadow mode do not count. A decision whose reward has not come counts as none: where
 * no reward means 0, give a default reward.
 *
 * @param treatment the decisions by the policy or learner of the settings
 * @param control the decisions of the control group
 * @param share the probability of a decision to be in the control group
 * @param difference the estimated difference of the mean rewards, treatment less control, over the same decisions; {@code NaN} without
 *     rewards
 * @param interval its interval
 * @param level the probability with which the interval of the difference holds at all times at once
 * @param asymptotic true if the intervals hold in large samples only, as no bounds of rewards are known
 */
@Stability(MAY_CHANGE)
public record GroupComparison(
        Group treatment,
        Group control,
        double share,
        double difference,
        Interval interval,
        double level,
        boolean asymptotic) {
    /**
     * One of the two groups.
     *
     * @param policy the text of what decides
     * @param decisions how many decisions it has made
     * @param rewards how many of them have a reward
     * @param mean their mean reward; {@code NaN} if there is none
     * @param interval the interval of the mean, which holds by itself at all times at once
     */
    public record Group(String policy, long decisions, long rewards, double mean, Interval interval) {}

    /**
     * Compares the groups in a folder.
     *
     * @param folder a decision maker's folder
     * @param low the least possible reward; finite
     * @param high the largest possible reward; finite, above {@code low}
     * @param level the probability with which the intervals hold at all times at once, in (0, 1), such as 0.95
     * @return the comparison
     * @throws BadInput if there is no control group, a reward is outside of the bounds, or a file cannot be read or is damaged
     * @throws IllegalArgumentException if a number is out of range
     */
    public static GroupComparison of(Path folder, double low, double high, double level) {
        requireLevel(level);
        new MeanSequence(low, high, 1 - level); // refuses bounds that are none, also where there is no decision
        return read(folder, share -> new DifferenceSequence(low, high, share, 1 - level), level, false);
    }

    /**
     * Compares the groups in a folder by rewards without known bounds, such as revenue: the intervals are asymptotic, those of {@link
     * AsymptoticDifferenceSequence}, and the whole line as long as there are too few rewards.
     *
     * @param folder a decision maker's folder
     * @param level the probability with which the intervals hold at all times at once, in (0, 1), such as 0.95
     * @return the comparison
     * @throws BadInput if there is no control group, or a file cannot be read or is damaged
     * @throws IllegalArgumentException if the level is out of range
     */
    public static GroupComparison unbounded(Path folder, double level) {
        requireLevel(level);
        return read(folder, share -> new AsymptoticDifferenceSequence(share, 1 - level), level, true);
    }

    private static void requireLevel(double level) {
        Require.that(level > 0 && level < 1, "level", level, "in (0, 1)");
    }

    private static GroupComparison read(
            Path folder, DoubleFunction<GroupSequence> sequence, double level, boolean asymptotic) {
        Journals journals = new Journals(folder, sequence);
        try {
            if (!Files.isDirectory(folder)) {
                throw new BadInput(folder + ": must be the folder of a decision maker");
            }
            List<Long> numbers = JournalSequence.numbers(folder);
            if (!numbers.isEmpty()) {
                JournalSequence.read(
                        folder, numbers.get(0), null, numbers.get(numbers.size() - 1), journals, new ArrayList<>());
            }
        } catch (IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        return journals.compared(level, asymptotic);
    }

    /** The policies and the share that a section of journals goes by. */
    private record Rule(String treatment, String control, double share) {
        static @Nullable Rule of(JsonMembers rules) {
            return rules.has("control")
                    ? new Rule(
                            rules.text(rules.has("learner") ? "learner" : "policy"),
                            rules.text("control"),
                            rules.real("controlShare"))
                    : null;
        }
    }

    /** Reads journals: of each decision since the rule last changed, two bits are in memory. */
    private static final class Journals implements JournalReader.Reader {
        private static final String DECISION = "decision";
        private static final String STEP = "step";

        private final Path folder;
        private final DoubleFunction<GroupSequence> sequence;
        private final BitSet treated = new BitSet();
        private final BitSet controlled = new BitSet();
        private @Nullable Rule rule;
        private @Nullable GroupSequence rewards;
        private long first = 1;
        private long treatments;
        private long controls;

        Journals(Path folder, DoubleFunction<GroupSequence> sequence) {
            this.folder = folder;
            this.sequence = sequence;
        }

        @Override
        public void line(JsonMembers line) {
            if (line.has("start")) {
                start(line);
            } else if (rewards != null && line.has(DECISION) && !line.has("acted")) {
                decide(line);
            } else if (rewards != null && line.has("reward") && line.has(STEP)) {
                learn(line, rewards);
            }
        }

        private void start(JsonMembers line) {
            Rule now = Rule.of(line.fields("rules"));
            if (!Objects.equals(now, rule)) {
                rule = now;
                rewards = now == null ? null : sequence.apply(now.share());
                treated.clear();
                controlled.clear();
                treatments = 0;
                controls = 0;
                first = line.whole("decisions") + 1;
            }
        }

        private void decide(JsonMembers line) {
            int index = Math.toIntExact(line.whole(STEP) - first);
            if (!line.has("group")) {
                treated.set(index);
                treatments++;
            } else if (line.text("group").equals("control")) {
                controlled.set(index);
                controls++;
            }
        }

        /** Adds the reward of a decision, once. */
        private void learn(JsonMembers line, GroupSequence into) {
            long index = line.whole(STEP) - first;
            if (index >= 0 && (treated.get((int) index) || controlled.get((int) index))) {
                try {
                    into.add(controlled.get((int) index), line.real("value"));
                } catch (IllegalArgumentException e) {
                    throw new BadInput(folder + ": " + e.getMessage());
                }
                treated.clear((int) index);
                controlled.clear((int) index);
            }
        }

        GroupComparison compared(double level, boolean asymptotic) {
            Rule last = rule;
            GroupSequence all = rewards;
            if (last == null || all == null) {
                throw new BadInput(
                        folder + ": found no control group in the settings in force, must have one: Settings.control");
            }
            return new GroupComparison(
                    group(last.treatment(), treatments, all.treatment()),
                    group(last.control(), controls, all.control()),
                    last.share(),
                    all.mean(),
                    all.interval(),
                    level,
                    asymptotic);
        }

        private static Group group(String policy, long decisions, ConfidenceSequence rewards) {
            return new Group(policy, decisions, rewards.count(), rewards.mean(), rewards.interval());
        }
    }
}
