package kelvin.decision.family;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.SealedLine;

/** Removes the old journals of a shard, after the contexts that are read back from them have written their states into newer ones. */
final class Pruning {
    /** The key of the record that tells of it, whose value is the number of the newest journal removed. */
    static final String KEY = "pruned";

    private final Path folder;
    private final ShardLog log;

    Pruning(Path folder, ShardLog log) {
        this.folder = folder;
        this.log = log;
    }

    /** Returns the newest journal whose lines are all older than a moment, the next having begun by then; 0 if there is none. */
    long newestOlderThan(Instant before) throws IOException {
        long newest = 0;
        List<Long> journals = JournalSequence.numbers(folder);
        for (int i = 1; i < journals.size(); i++) {
            long began = JournalReader.first(JournalSequence.file(folder, journals.get(i)))
                    .whole(SealedLine.START);
            newest = Instant.ofEpochMilli(began).isAfter(before) ? newest : journals.get(i - 1);
        }
        return newest;
    }

    /** Returns the contexts whose state is told by lines up to a journal. */
    List<String> needing(long journal) throws IOException {
        List<String> needing = new ArrayList<>();
        List<String> names = new ArrayList<>();
        log.names(names::add);
        for (String name : names) {
            if (Place.journal(log.lines(name).oldest()) <= journal) {
                needing.add(name);
            }
        }
        return needing;
    }

    static byte[] record(long journal, long time) {
        return new SealedLine(KEY, journal).put("time", time).sealed();
    }

    /** Removes all journals up to a number, oldest first, and returns how many. */
    int remove(long journal) throws IOException {
        int removed = 0;
        for (long each : JournalSequence.numbers(folder)) {
            if (each <= journal) {
                Files.delete(JournalSequence.file(folder, each));
                removed++;
            }
        }
        return removed;
    }
}
