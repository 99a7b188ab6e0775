package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads the decisions of journals with their rewards, also while a decision maker is writing. Of a decision no more
 * than its reward is held in memory, so that journals may be of any length.
 *
 * <p>A reward that came too late to be learned counts too, for the latest decision of its name before it: of several rewards of a
 * decision, the one that was learned, or else the first.
 */
@Stability(MAY_CHANGE)
public final class JournalLog {
    private final Path path;
    private final Map<String, List<Late>> late = new HashMap<>();
    private double[] rewards = new double[1 << 10];
    private long first = -1;
    private int size;
    private int arms;

    private JournalLog(Path path) {
        this.path = path;
    }

    /**
     * One decision of a journal.
     *
     * @param decision the decision
     * @param open the arms it was made among, not to be changed
     * @param reward what it gave; null if nothing came
     * @param scores the values that the caller gave for it, not to be changed; null if none
     * @param features the numbers of the context it was made in, not to be changed; null if none
     */
    public record Entry(
            Decision decision,
            BitSet open,
            @Nullable Double reward,
            double @Nullable [] scores,
            double @Nullable [] features) {}

    /**
     * Reads the rewards of one journal, or of all journals of a folder, oldest first.
     *
     * @param path a journal, or a decision maker's folder
     * @return what they hold
     * @throws DamagedFile if a line is not as it was written, or a journal between two others is missing
     * @throws IOException if a file cannot be read
     */
    public static JournalLog read(Path path) throws IOException {
        JournalLog log = new JournalLog(path);
        log.read(log::learn);
        if (!log.late.isEmpty()) {
            log.read(log::find);
            log.late.values().forEach(each -> each.forEach(log::settle));
            log.late.clear();
        }
        return log;
    }

    private void read(JournalReader.Reader reader) throws IOException {
        try {
            if (Files.isDirectory(path)) {
                JournalSequence.read(
                        path, StateFiles.first(path), null, StateFiles.last(path), reader, new ArrayList<>());
            } else {
                JournalReader.read(path, null, null, reader);
            }
        } catch (IOException e) {
            throw JournalSequence.reworded(e);
        }
    }

    private void learn(JsonMembers line) {
        if (line.has(JournalRecord.DECISION)) {
            long step = line.whole("step");
            first = first < 0 ? step : first;
            size = Math.toIntExact(step - first + 1);
            if (size > rewards.length) {
                rewards = Arrays.copyOf(rewards, (int) Math.min(2L * size, Integer.MAX_VALUE - 8));
            }
            rewards[size - 1] = Double.NaN;
        } else if (line.has(JournalRecord.REWARD) && line.has("step")) {
            long index = line.whole("step") - first;
            if (index >= 0 && index < size) {
                rewards[(int) index] = line.real("value");
            }
        } else if (line.has(JournalRecord.REWARD) && !line.text("outcome").equals(RewardOutcome.DUPLICATE.word())) {
            late.computeIfAbsent(line.text(JournalRecord.REWARD), id -> new ArrayList<>(1))
                    .add(new Late(line.real("value"), size));
        } else if (line.has(JournalRecord.ARM)) {
            arms = Math.max(arms, Math.toIntExact(line.whole(JournalRecord.ARM)) + 1);
        } else if (line.has(SealedLine.START)) {
            arms = Math.toIntExact(line.whole("arms"));
        }
    }

    /** Remembers a decision as the latest of its id, to find it for late rewards. */
    private void find(JsonMembers line) {
        if (line.has(JournalRecord.DECISION)) {
            int index = (int) Math.min(line.whole("step") - first, size);
            for (Late each : late.getOrDefault(line.text(JournalRecord.DECISION), List.of())) {
                each.index = index < each.decisions ? index : each.index;
            }
        }
    }

    private void settle(Late reward) {
        if (reward.index >= 0 && Double.isNaN(rewards[reward.index])) {
            rewards[reward.index] = reward.value;
        }
    }

    /**
     * Reads the journals again and passes the decisions to a consumer in their order.
     *
     * @param taker receives each
     * @throws DamagedFile if a line is not as it was written
     * @throws IOException if a file cannot be read
     */
    public void forEach(Consumer<? super Entry> taker) throws IOException {
        read(new Decisions(taker));
    }

    /**
     * Returns all decisions in their order, held in memory.
     *
     * @return a list that does not change
     * @throws DamagedFile if a line is not as it was written
     * @throws IOException if a file cannot be read
     */
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        forEach(entries::add);
        return List.copyOf(entries);
    }

    /**
     * Returns the sample average of each arm's rewards, those that came too late to be learned included.
     *
     * @return the estimates, with which {@link DecisionMaker#warmStart} starts another decision maker
     * @throws DamagedFile if a line is not as it was written
     * @throws IOException if a file cannot be read
     */
    public List<ActionEstimate> estimates() throws IOException {
        double[] sums = new double[arms];
        long[] counts = new long[arms];
        forEach(entry -> {
            if (entry.reward() != null) {
                sums[entry.decision().action()] += entry.reward();
                counts[entry.decision().action()]++;
            }
        });
        return ActionEstimate.ofRewards(sums, counts);
    }

    /**
     * Returns the number of decisions.
     *
     * @return how many {@link #forEach} passes on
     */
    public int size() {
        return size;
    }

    /**
     * Returns the number of arms at the end of the journals.
     *
     * @return their number, closed ones included
     */
    public int arms() {
        return arms;
    }

    /** Tracks which arms are open, and joins rewards to decisions. */
    private final class Decisions implements JournalReader.Reader {
        private final Consumer<? super Entry> taker;
        private BitSet open = new BitSet();
        private BitSet latest = open;

        Decisions(Consumer<? super Entry> taker) {
            this.taker = taker;
        }

        @Override
        public void line(JsonMembers line) {
            if (line.has(JournalRecord.DECISION)) {
                Decision decision = StateTree.decision(line);
                if (decision.step() - first < size) { // what has been written since is left out
                    Request request = StateTree.request(line);
                    taker.accept(new Entry(
                            decision, among(request), reward(decision), request.scores(), line.reals("features")));
                }
            } else if (line.has(JournalRecord.ARM)) {
                open = (BitSet) open.clone();
                open.set(Math.toIntExact(line.whole(JournalRecord.ARM)), line.truth("open"));
            } else if (line.has(SealedLine.START)) {
                BitSet now = line.actions("open");
                open = now == null ? new BitSet() : now;
            }
        }

        /** Returns the same set object for successive decisions that were made among the same arms. */
        private BitSet among(Request request) {
            if (request.isPlain()) {
                return open;
            }
            BitSet asked = request.allowed(open.length());
            asked.and(open);
            latest = asked.equals(latest) ? latest : asked;
            return latest;
        }

        private @Nullable Double reward(Decision decision) {
            double learned = rewards[(int) (decision.step() - first)];
            return Double.isNaN(learned) ? null : (Double) learned;
        }
    }

    /**
     * A reward that was not learned: the number of decisions before it, and the index of the decision it belongs to.
     */
    private static final class Late {
        private final double value;
        private final int decisions;
        private int index = -1;

        Late(double value, int decisions) {
            this.value = value;
            this.decisions = decisions;
        }
    }
}
