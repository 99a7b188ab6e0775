package kelvin.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decisions of journals with what was learned for them, to look back on; a decision maker may be writing meanwhile. */
public final class JournalLog {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> latest = new HashMap<>();
    private final BitSet open = new BitSet();
    private int arms;

    private JournalLog() {}

    /**
     * One decision of a journal.
     *
     * @param decision the decision
     * @param open the arms it was made among, not to be changed
     * @param reward what was learned for it; null if nothing was
     */
    public record Entry(
            Decision decision, BitSet open, @Nullable Double reward) {}

    /**
     * Reads one journal, or all journals of a folder, oldest first.
     *
     * @param path a journal, or a decision maker's folder
     * @return what they hold
     * @throws DamagedFile if a line is not as it was written
     * @throws IOException if a file cannot be read
     */
    public static JournalLog read(Path path) throws IOException {
        JournalLog log = new JournalLog();
        for (Path journal : Files.isDirectory(path) ? Generations.journals(path) : List.of(path)) {
            JournalReader.read(journal, log::line);
        }
        return log;
    }

    private void line(Fields line) {
        if (line.has(Line.DECISION)) {
            BitSet among = (BitSet) open.clone();
            BitSet asked = line.actions("open");
            if (asked != null) {
                among.and(asked);
            }
            Decision decision = StateTree.decision(line);
            latest.put(decision.id(), entries.size());
            entries.add(new Entry(decision, among, null));
        } else if (line.has(Line.REWARD)) {
            Integer place = latest.get(line.text(Line.REWARD));
            if (place != null && line.text("outcome").equals(Outcome.LEARNED.word())) {
                Entry entry = entries.get(place);
                entries.set(place, new Entry(entry.decision(), entry.open(), line.real("value")));
            }
        } else if (line.has(Line.ARM)) {
            int action = Math.toIntExact(line.whole(Line.ARM));
            arms = Math.max(arms, action + 1);
            open.set(action, line.truth("open"));
        } else {
            arms = Math.toIntExact(line.whole("arms"));
            BitSet now = line.actions("open");
            open.clear();
            open.or(now == null ? new BitSet() : now);
        }
    }

    /**
     * The decisions in their order.
     *
     * @return a list that does not change
     */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * How many arms there were at the end.
     *
     * @return their number, closed ones included
     */
    public int arms() {
        return arms;
    }
}
