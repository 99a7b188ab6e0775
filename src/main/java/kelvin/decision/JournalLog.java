package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kelvin.contract.Stability;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.SealedLine;
import kelvin.decision.memory.RewardRule;
import org.jspecify.annotations.Nullable;

/**
 * Reads the decisions of journals with their rewards, also while a decision maker is writing. Of a decision no more
 * than its reward is held in memory, so that journals may be of any length.
 *
 * <p>A reward that came too late to be learned counts too, for the latest decision of its name before it. Several rewards of a
 * decision are joined by the rule of its settings, all that the journals hold. Any reward replaces the default one.
 */
@Stability(MAY_CHANGE)
public final class JournalLog {
    private static final String CONTEXT = "context";
    private final Path path;
    private final Map<String, LoggedRewards> rewards = new HashMap<>();
    private final Map<String, Map<Integer, String>> names = new HashMap<>();
    private RewardRule rule = RewardRule.FIRST;
    private boolean late;
    private int arms;

    private JournalLog(Path path) {
        this.path = path;
    }

    /**
     * One decision of a journal.
     *
     * @param decision the decision
     * @param open the arms it was made among, not to be changed; by the kill switch, the baseline alone
     * @param reward what it gave; null if nothing came, and where it shows a slate
     * @param scores the values that the caller gave for it, not to be changed; null if none
     * @param features the numbers of the context it was made in, not to be changed; null if none
     * @param name the name of its decision maker in a family; empty for a decision maker that is alone
     * @param rewards what came for the action taken, or for those of the slate, by action; not to be changed
     */
    public record Entry(
            Decision decision,
            BitSet open,
            @Nullable Double reward,
            double @Nullable [] scores,
            double @Nullable [] features,
            String name,
            Map<Integer, Double> rewards) {}

    /**
     * Reads the rewards of one journal, or of all journals of a folder, oldest first.
     *
     * @param path a journal, a decision maker's folder, or the root folder of a family
     * @return what they hold
     * @throws kelvin.decision.journal.DamagedFile if a line is not as it was written, or a journal between two others is missing
     * @throws IOException if a file cannot be read
     */
    public static JournalLog read(Path path) throws IOException {
        JournalLog log = new JournalLog(path);
        log.read(log::learn);
        if (log.late) {
            log.read(log::find);
            log.rewards.values().forEach(LoggedRewards::settle);
        }
        return log;
    }

    private void read(JournalReader.Reader reader) throws IOException {
        try {
            if (Files.isDirectory(path)) {
                for (Path folder : JournalSequence.folders(path)) {
                    JournalSequence.read(
                            folder, StateFiles.first(folder), null, StateFiles.last(folder), reader, new ArrayList<>());
                }
            } else {
                JournalReader.read(path, null, null, reader);
            }
        } catch (IOException e) {
            throw JournalSequence.reworded(e);
        }
    }

    private static String context(JsonMembers line) {
        return line.has(CONTEXT) ? line.text(CONTEXT) : "";
    }

    private LoggedRewards rewards(String context) {
        return rewards.computeIfAbsent(context, name -> new LoggedRewards());
    }

    private void learn(JsonMembers line) {
        if (line.has(CONTEXT)) {
            rewards(context(line)).beginning().take(line);
        }
        name(line);
        if (line.has(JournalRecord.DECISION) || line.has(JournalRecord.REWARD)) {
            late |= rewards(context(line)).learn(line, rule);
        } else if (line.has(JournalRecord.ARM)) {
            arms = Math.max(arms, Math.toIntExact(line.whole(JournalRecord.ARM)) + 1);
        } else if (line.has(JournalRecord.STATE)) {
            arms = Math.max(arms, StateTree.armsOf(line).size());
        } else if (line.has(SealedLine.START)) {
            arms = line.has("arms")
                    ? Math.toIntExact(line.whole("arms"))
                    : Math.max(arms, Math.toIntExact(line.fields("rules").whole("arms")));
        }
    }

    /** Notes the names of arms: an arm's own, by its context, and those of the settings, which are for all contexts. */
    private void name(JsonMembers line) {
        String context = context(line);
        if (line.has(JournalRecord.ARM) && line.has("name")) {
            name(context, Math.toIntExact(line.whole(JournalRecord.ARM)), line.text("name"));
        } else if (line.has(JournalRecord.STATE)) {
            List<Object> known = line.fields(JournalRecord.OF).list("arms");
            for (int i = 0; i < known.size(); i++) {
                name(context, i, StateTree.arm(JsonMembers.of(known.get(i))).name());
            }
        } else if (line.has(SealedLine.START)) {
            rule = RecordedSettings.of(line.fields("rules")).rewards();
            List<String> first = RecordedSettings.of(line.fields("rules")).names();
            for (int i = 0; i < first.size(); i++) {
                name("", i, first.get(i));
            }
        }
    }

    private void name(String context, int action, @Nullable String name) {
        if (name != null) {
            names.computeIfAbsent(context, key -> new HashMap<>()).putIfAbsent(action, name);
        }
    }

    /** Remembers a decision as the latest of its id, to find it for late rewards. */
    private void find(JsonMembers line) {
        if (line.has(JournalRecord.DECISION)) {
            rewards(context(line)).find(line);
        }
    }

    /**
     * Reads the journals again and passes the decisions to a consumer in their order.
     *
     * @param taker receives each
     * @throws IOException if a line is not as it was written, a file cannot be read, or journals that have been pruned told among which
     *     arms a decision was made
     */
    public void forEach(Consumer<? super Entry> taker) throws IOException {
        forEach(line -> {}, taker);
    }

    /**
     * Does so, and passes each line to another reader first.
     *
     * @param before takes each line of the journals before the decision that it may tell is passed on
     * @param taker receives each decision
     * @throws IOException as {@link #forEach(Consumer)}
     */
    public void forEach(JournalReader.Reader before, Consumer<? super Entry> taker) throws IOException {
        for (Map.Entry<String, LoggedRewards> each : rewards.entrySet()) {
            each.getValue().beginning().requireTold(path, each.getKey());
        }
        Decisions decisions = new Decisions(taker);
        read(line -> {
            before.line(line);
            decisions.line(line);
        });
    }

    /**
     * {@return all decisions in their order, held in memory}
     *
     * @throws IOException as {@link #forEach(Consumer)}
     */
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        forEach(entries::add);
        return List.copyOf(entries);
    }

    /**
     * {@return the average of each arm's rewards, also those that came too late to be learned, for {@link DecisionMaker#warmStart}}
     *
     * @throws IOException as {@link #forEach(Consumer)}
     */
    public List<ActionEstimate> estimates() throws IOException {
        double[] sums = new double[arms];
        long[] counts = new long[arms];
        read(new Decisions(entry -> {
            entry.rewards().forEach((action, reward) -> {
                sums[action] += reward;
                counts[action]++;
            });
        }));
        return ActionEstimate.ofRewards(sums, counts);
    }

    /** {@return the number of decisions that {@link #forEach} passes on} */
    public int size() {
        return Math.toIntExact(
                rewards.values().stream().mapToLong(LoggedRewards::decisions).sum());
    }

    /** {@return the number of arms at the end of the journals, closed ones included} */
    public int arms() {
        return arms;
    }

    /** {@return whether any arm has been given a name} */
    public boolean hasNames() {
        return !names.isEmpty();
    }

    /** {@return the name that the arm of an action that a decision took was given, then or later; the action's number if there is none} */
    public String name(Entry entry, int action) {
        return names.getOrDefault(entry.name(), Map.of()).getOrDefault(action, name(action));
    }

    /**
     * {@return the name of an action, or its number if there is none; in a family, the one that the settings give it in all contexts}
     *
     * @param action an action, from 0
     */
    public String name(int action) {
        return names.getOrDefault("", Map.of()).getOrDefault(action, String.valueOf(action));
    }

    /** Tracks which arms are open, and joins rewards to decisions. */
    private final class Decisions implements JournalReader.Reader {
        private final Consumer<? super Entry> taker;
        private final Map<String, BitSet> open = new HashMap<>();
        private BitSet initial = new BitSet();
        private BitSet latest = initial;

        Decisions(Consumer<? super Entry> taker) {
            this.taker = taker;
        }

        @Override
        public void line(JsonMembers line) {
            String context = context(line);
            if (line.has(JournalRecord.DECISION)) {
                Decision decision = StateTree.decision(line);
                LoggedRewards own = rewards(context);
                if (own.has(decision.step())) { // what has been written since is left out
                    Request request = StateTree.request(line);
                    BitSet among = among(decision, request, open(context));
                    Double reward = own.reward(decision.step());
                    double[] features = line.reals("features");
                    Map<Integer, Double> slate = own.rewards(decision);
                    taker.accept(new Entry(decision, among, reward, request.scores(), features, context, slate));
                }
            } else if (line.has(JournalRecord.ARM)) {
                BitSet now = (BitSet) open(context).clone();
                now.set(Math.toIntExact(line.whole(JournalRecord.ARM)), line.truth("open"));
                open.put(context, now);
            } else if (line.has(JournalRecord.STATE)) {
                open.put(context, ActionEstimate.open(StateTree.armsOf(line)));
            } else if (line.has(SealedLine.START)) {
                BitSet now = line.actions("open");
                initial = now == null ? initial(line) : now;
                open.remove("");
            } else {
                open(context); // it begins with the arms of these settings
            }
        }

        private BitSet open(String context) {
            return open.computeIfAbsent(
                    context, name -> rewards(name).beginning().open(initial));
        }

        /** Returns the arms of a context before its first line, in a journal that contexts share. */
        private BitSet initial(JsonMembers start) {
            BitSet all = new BitSet();
            all.set(0, Math.toIntExact(start.fields("rules").whole("arms")));
            return all.equals(initial) ? initial : all;
        }

        /** Returns the same set object for successive decisions that were made among the same arms. */
        private BitSet among(Decision decision, Request request, BitSet open) {
            BitSet among = request.among(decision, open);
            latest = among.equals(latest) ? latest : among;
            return latest;
        }
    }
}
