package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * <p>Rewards count in the order in which they were learned, in a family over all contexts in that of their times (which holds its rewards in memory), for
 * decisions since the policy, that of the control group, or its share
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
     * @param folder a decision maker's folder, or the root folder of a family
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
     * @param folder a decision maker's folder, or the root folder of a family
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
        List<Journals> shards = new ArrayList<>();
        try {
            if (!Files.isDirectory(folder)) {
                throw new BadInput(folder + ": must be the folder of a decision maker");
            }
            List<Path> folders = JournalSequence.folders(folder);
            boolean alone = folders.equals(List.of(folder));
            for (Path each : folders) {
                Journals journals = new Journals(folder, alone ? sequence : null);
                List<Long> numbers = JournalSequence.numbers(each);
                if (alone || !numbers.isEmpty()) {
                    long first = numbers.isEmpty() ? 1 : numbers.get(0);
                    JournalSequence.read(each, first, null, 0, journals, new ArrayList<>());
                }
                shards.add(journals);
            }
        } catch (IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        Rule last = shards.stream()
                .max(Comparator.comparingLong(journals -> journals.started))
                .map(journals -> journals.rule)
                .orElse(null);
        if (last == null) {
            throw new BadInput(
                    folder + ": found no control group in the settings in force, must have one: Settings.control");
        }
        List<Journals> same =
                shards.stream().filter(journals -> last.equals(journals.rule)).toList();
        GroupSequence all = Objects.requireNonNullElseGet(
                same.get(0).sequence, () -> merged(folder, same, sequence.apply(last.share())));
        long treated = same.stream().mapToLong(journals -> journals.treatments).sum();
        long controlled = same.stream().mapToLong(journals -> journals.controls).sum();
        return new GroupComparison(
                group(last.treatment(), treated, all.treatment()),
                group(last.control(), controlled, all.control()),
                last.share(),
                all.mean(),
                all.interval(),
                level,
                asymptotic);
    }

    /** Adds the rewards of all shards in the order of their times. */
    private static GroupSequence merged(Path folder, List<Journals> shards, GroupSequence into) {
        shards.stream()
                .flatMap(journals -> journals.rewards.stream())
                .sorted(Comparator.comparingLong(Reward::time))
                .forEach(reward -> reward.addTo(into, folder));
        return into;
    }

    private static Group group(String policy, long decisions, ConfidenceSequence rewards) {
        return new Group(policy, decisions, rewards.count(), rewards.mean(), rewards.interval());
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

    /** A reward that counts, in the order of learning. */
    private record Reward(long time, boolean control, double value) {
        void addTo(GroupSequence rewards, Path folder) {
            try {
                rewards.add(control, value);
            } catch (IllegalArgumentException e) {
                throw new BadInput(folder + ": " + e.getMessage());
            }
        }
    }

    /**
     * Reads the journals of a decision maker or a shard: of each decision since the rule last changed, two bits are in memory; of each
     * reward nothing where it goes straight into a sequence.
     */
    private static final class Journals implements JournalReader.Reader {
        private static final String DECISION = "decision";
        private static final String STEP = "step";

        private final Path folder;
        private final @Nullable DoubleFunction<GroupSequence> direct;
        private final Map<String, Steps> contexts = new HashMap<>();
        private final List<Reward> rewards = new ArrayList<>();
        private @Nullable Rule rule;
        private @Nullable GroupSequence sequence;
        private long started = Long.MIN_VALUE;
        private long treatments;
        private long controls;

        Journals(Path folder, @Nullable DoubleFunction<GroupSequence> direct) {
            this.folder = folder;
            this.direct = direct;
        }

        /** The steps of decisions of one context that have no reward yet, counted from the first. */
        private static final class Steps {
            private final BitSet treated = new BitSet();
            private final BitSet controlled = new BitSet();
            private final long first;

            Steps(long first) {
                this.first = first;
            }
        }

        @Override
        public void line(JsonMembers line) {
            if (line.has("start")) {
                start(line);
            } else if (rule != null && line.has(DECISION) && !line.has("acted")) {
                decide(line);
            } else if (rule != null && line.has("reward") && line.has(STEP)) {
                learn(line);
            }
        }

        private void start(JsonMembers line) {
            Rule now = Rule.of(line.fields("rules"));
            started = line.whole("start");
            if (!Objects.equals(now, rule)) {
                rule = now;
                sequence = now == null || direct == null ? null : direct.apply(now.share());
                contexts.clear();
                rewards.clear();
                treatments = 0;
                controls = 0;
            }
        }

        private static String context(JsonMembers line) {
            return line.has("context") ? line.text("context") : "";
        }

        private void decide(JsonMembers line) {
            Steps steps = contexts.computeIfAbsent(context(line), name -> new Steps(line.whole(STEP)));
            int index = Math.toIntExact(line.whole(STEP) - steps.first);
            if (!line.has("group")) {
                steps.treated.set(index);
                treatments++;
            } else if (line.text("group").equals("control")) {
                steps.controlled.set(index);
                controls++;
            }
        }

        /** Adds the reward of a decision, once. */
        private void learn(JsonMembers line) {
            Steps steps = contexts.get(context(line));
            long index = steps == null ? -1 : line.whole(STEP) - steps.first;
            if (steps != null && index >= 0 && (steps.treated.get((int) index) || steps.controlled.get((int) index))) {
                Reward reward = new Reward(line.whole("time"), steps.controlled.get((int) index), line.real("value"));
                if (sequence == null) {
                    rewards.add(reward);
                } else {
                    reward.addTo(sequence, folder);
                }
                steps.treated.clear((int) index);
                steps.controlled.clear((int) index);
            }
        }
    }
}
