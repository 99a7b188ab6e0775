package kelvin.decision.family;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.decision.ContextMaker;
import kelvin.decision.RecordedSettings;
import kelvin.decision.SalvageReport;
import kelvin.decision.journal.Faults;
import kelvin.decision.journal.IntactLines;
import kelvin.decision.journal.JournalEnd;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.LinkedLines;
import kelvin.decision.journal.SealedLine;
import kelvin.file.WholeFile;
import kelvin.json.Json;
import org.jspecify.annotations.Nullable;

/** Copies the whole lines of one shard, with new links and places. A context that lost lines goes on from a state record. */
final class SalvagedShard {
    /** The key, in a state or start record, that tells that lines before it were lost. */
    static final String KEY = "salvaged";

    private static final String ERASED = "erased";
    private static final String CONTEXT_ERASED = "context";

    private final Path folder;
    private final @Nullable Path into;
    private final Faults lost;
    private final LinkedLines written = new LinkedLines();
    private final Map<String, Kept> contexts = new HashMap<>();
    private RecordedSettings rules;
    private @Nullable SharedSums sums;
    private long faultsOfSums;
    private boolean begun;

    /** The link with which the latest journal ends; null if that is lost. */
    private @Nullable String link;

    private long first;
    private long read;
    private long number;
    private long time;
    private long pruned;
    private long gaps;
    private long decisions;
    private long rewards;

    /** The lines of a context that have been kept so far. */
    private static final class Kept {
        private final SalvageReport.Follower follower;
        private final OwnRewards own = new OwnRewards();
        private long oldPlace;
        private long place;
        private long faults = -1;

        /** Set from a fault of the shard on until a line has shown the step and the version. */
        private boolean doubtful;

        Kept(SalvageReport.Follower follower) {
            this.follower = follower;
        }
    }

    /**
     * Creates the copy of a shard.
     *
     * @param folder the shard
     * @param into the new folder, which exists; null to write nothing
     * @param rules the settings of lines before which no start record is whole
     * @param shares whether the contexts share what they learn
     * @param lost receives what is lost
     */
    SalvagedShard(Path folder, @Nullable Path into, RecordedSettings rules, boolean shares, Faults lost) {
        this.sums = shares ? new SharedSums() : null;
        this.folder = folder;
        this.into = into;
        this.rules = rules;
        this.lost = lost;
    }

    long decisions() {
        return decisions;
    }

    long rewards() {
        return rewards;
    }

    void copy() throws IOException {
        faultsOfSums = lost.count();
        List<String> notes = new ArrayList<>();
        JournalEnd anchor = JournalEnd.of(folder, notes);
        notes.forEach(lost::add);
        List<Long> journals = JournalSequence.numbers(folder);
        first = journals.isEmpty() ? 1 : journals.get(0);
        long last = anchor == null ? first : anchor.generation();
        for (List<Long> all : List.of(journals, IndexFile.numbers(folder))) {
            last = all.isEmpty() ? last : Math.max(last, all.get(all.size() - 1));
        }
        for (read = first; read <= last; read++) {
            Path journal = JournalSequence.file(folder, read);
            if (Files.exists(journal)) {
                number++;
                copy(journal, anchor != null && anchor.generation() == read ? anchor : null);
            } else {
                lost.add(journal + ": is missing");
                link = null;
            }
        }
        if (pruned < first - 1) {
            lost.add(folder + ": the journals before number " + first + " are missing");
        }
        if (into != null && number > 0) {
            new JournalEnd(number, written.length(), written.link()).save(into);
        }
    }

    private void copy(Path journal, @Nullable JournalEnd anchor) throws IOException {
        if (into == null) {
            lines(journal, anchor);
        } else {
            WholeFile.force(JournalSequence.file(into, number), (WholeFile.Stream) out -> {
                written.begin(out);
                lines(journal, anchor);
            });
        }
    }

    private void lines(Path journal, @Nullable JournalEnd anchor) throws IOException {
        begun = false;
        link = IntactLines.read(journal, link, anchor, lost, (line, bytes, at, where) -> {
            try {
                line(line, bytes, Place.of(read, at), where);
            } catch (IllegalArgumentException | ArithmeticException e) {
                lost.add(where + ": " + e.getMessage());
            }
        });
        begin();
        written.end();
    }

    /** Writes the start record that a journal must begin with, where its own is lost. */
    private void begin() throws IOException {
        if (!begun) {
            written.add(salvaged(StartLine.bytes(time, written.link(), folder, rules, sums)));
            begun = true;
        }
    }

    private void line(JsonMembers line, byte[] bytes, long oldPlace, String where) throws IOException {
        time = line.has("time") ? line.whole("time") : time;
        if (line.has(SealedLine.START)) {
            rules = RecordedSettings.of(line.fields("rules")).readable();
            time = line.whole(SealedLine.START);
            SharedSums then = SharedSums.of(line);
            sums = then == null ? sums : then;
            if (!begun && line.has(SealedLine.CHAIN)) {
                begun = true;
                written.add(salvaged(SealedLine.rewritten(bytes, line.text(SealedLine.CHAIN), written.link())));
                return;
            }
        }
        begin();
        if (line.has(Context.KEY)) {
            context(line, bytes, oldPlace, where);
        } else {
            pruned = line.has(Pruning.KEY) ? Math.max(pruned, line.whole(Pruning.KEY)) : pruned;
            written.add(line.has(SealedLine.START) ? salvaged(bytes) : bytes);
        }
    }

    private void context(JsonMembers line, byte[] bytes, long oldPlace, String where) throws IOException {
        String name = line.text(Context.KEY);
        Kept kept = contexts.computeIfAbsent(name, key -> new Kept(new SalvageReport.Follower(key, rules)));
        long back = Place.back(line);
        boolean faulty = kept.faults != lost.count() - gaps;
        boolean parted = kept.oldPlace != back;
        boolean doubtful = kept.doubtful || faulty || parted;
        kept.faults = -1;
        kept.doubtful = true;
        List<String> found = kept.follower.line(rules, line, doubtful);
        boolean gap = !found.isEmpty() || (faulty && parted);
        if (gap && !(kept.oldPlace == 0 && Place.journal(back) < first)) {
            gaps++;
            lost.add(where + ": " + name.replaceAll("\\p{Cntrl}", "\uFFFD") + ": "
                    + (found.isEmpty() ? "names a line before it that is lost" : String.join("; ", found))
                    + ": lines before this one are missing or were changed");
        }
        if (sums != null && lost.count() != faultsOfSums) {
            written.add(salvaged(StartLine.bytes(time, null, folder, rules, null)));
        }
        if (gap && !doubtful) {
            return; // it is not as the family wrote it
        } else if (gap && !ContextMaker.isState(line)) {
            boolean erased = CONTEXT_ERASED.equals(line.map().get(ERASED));
            SealedLine state =
                    SealedLine.reopened(kept.follower.state()).put(KEY, "true").quoted(Context.KEY, name);
            if (sums != null) {
                state.put(OwnRewards.KEY, kept.own.json());
            }
            add(kept, (erased ? state.quoted(ERASED, CONTEXT_ERASED) : state).sealed(), "");
        }
        add(kept, bytes, line.has(Place.BACK) ? member(Json.canonical(line.list(Place.BACK))) : "");
        kept.own.take(line);
        if (sums != null && OwnRewards.isIn(line)) {
            sums.add(OwnRewards.before(line));
        }
        kept.oldPlace = oldPlace;
        kept.doubtful = doubtful && !line.has("decision") && !ContextMaker.isState(line);
        kept.faults = lost.count() - gaps;
        decisions += line.has("decision") ? 1 : 0;
        rewards += line.has("reward") && line.has("estimate") ? 1 : 0;
    }

    /** Returns a start record that says so where its sums do not follow from the lines before, since some of these were lost. */
    private byte[] salvaged(byte[] start) {
        if (sums == null || lost.count() == faultsOfSums) {
            return start;
        }
        faultsOfSums = lost.count();
        return SealedLine.reopened(start).put(KEY, "true").sealed();
    }

    private static String member(String place) {
        return ",\"" + Place.BACK + "\":" + place;
    }

    /** Writes a line of a context with the new place of the line before it instead of the old one, if it has any. */
    private void add(Kept kept, byte[] line, String old) throws IOException {
        byte[] placed = line;
        if (!old.isEmpty()) {
            placed = SealedLine.rewritten(line, old, kept.place == 0 ? "" : member(Place.json(kept.place)));
        } else if (kept.place != 0) {
            placed = SealedLine.reopened(line)
                    .put(Place.BACK, Place.json(kept.place))
                    .sealed();
        }
        kept.place = Place.of(number, written.length());
        written.add(placed);
    }
}
