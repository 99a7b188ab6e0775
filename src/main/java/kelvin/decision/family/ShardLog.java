package kelvin.decision.family;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import kelvin.decision.ContextMaker;
import kelvin.decision.RecordedSettings;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalEnd;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.LineReader;
import kelvin.decision.journal.SealedLine;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/** Reads the journals of a shard: all of them to find the newest line of each context, or the few lines of one context. */
final class ShardLog {
    private final Path folder;
    private final Seed seed;
    private volatile ContextIndex index = new ContextIndex();
    private volatile Sections sections = new Sections();
    private @Nullable SharedSums sums;
    private boolean withoutIndex;

    /**
     * Creates the reader of a shard.
     *
     * @param folder the shard's folder
     * @param seed the family's seed, the key of the hashes of names
     */
    ShardLog(Path folder, Seed seed) {
        this.folder = folder;
        this.seed = seed;
    }

    boolean isEmpty() throws IOException {
        return JournalSequence.numbers(folder).isEmpty()
                && IndexFile.numbers(folder).isEmpty()
                && !JournalEnd.isIn(folder);
    }

    /** Returns true if several journals had to be read for want of an index. */
    boolean isWithoutIndex() {
        return withoutIndex;
    }

    ContextIndex index() {
        return index;
    }

    Sections sections() {
        return sections;
    }

    /** Returns the sums that the contexts share at the end of the journals; null if they share none. */
    @Nullable
    SharedSums sums() {
        return sums;
    }

    /** Begins the sums of a new shard, where its contexts share anything. */
    void share(boolean any) {
        sums = any ? new SharedSums() : null;
    }

    long hash(String name) {
        return Shard.hash(seed, name);
    }

    /** Reads the newest readable index and the journals from there on; verifies their checksums and links. */
    JournalSequence.End read(List<String> notes) throws IOException {
        List<Long> numbers = IndexFile.numbers(folder);
        List<Long> journals = JournalSequence.numbers(folder);
        long from = journals.isEmpty() ? 1 : journals.get(0);
        String link = null;
        for (int i = numbers.size() - 1; i >= 0 && link == null; i--) {
            try {
                IndexFile file = IndexFile.read(folder, numbers.get(i));
                index = ContextIndex.of(file.pairs());
                sections = file.sections();
                from = file.number();
                link = file.link();
            } catch (DamagedFile e) {
                notes.add(e.getMessage() + "; the journals are read instead");
            }
        }
        withoutIndex = link == null && from > 0 && (journals.size() > 1 || from > 1);
        long known = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
        if (!journals.isEmpty() && journals.get(0) > 1) {
            notes.add(folder + ": journals before number " + journals.get(0)
                    + " have been pruned; a replay begins there, for" + " each context with its first state record");
        }
        return JournalSequence.read(folder, from, link, known, new Tail(from - 1), notes);
    }

    /** Returns a reader that builds an index and sections anew from all journals, whose first is given. */
    JournalReader.PlacedReader renewed(long first) {
        withoutIndex = true;
        return new Tail(first - 1);
    }

    /** Takes the index and the sections of another reader of the same lines at new places. */
    void move(ShardLog to) {
        index = to.index;
        sections = to.sections;
    }

    /** Moves each context of the lines that are read to its newest line. */
    private final class Tail implements JournalReader.PlacedReader {
        private final long first;
        private long journal;

        Tail(long before) {
            first = before + 1;
            journal = before;
        }

        @Override
        public void line(JsonMembers line, long at) {
            journal += at == 0 ? 1 : 0;
            long place = Place.of(journal, at);
            if (line.has(SealedLine.START)) {
                sections.add(place, RecordedSettings.of(line.fields("rules")).readable());
                SharedSums then = SharedSums.of(line);
                sums = then == null ? sums : then;
            } else if (line.has(Context.KEY)) {
                context(line, place);
            }
        }

        private void context(JsonMembers line, long place) {
            if (sums != null && OwnRewards.isIn(line)) {
                sums.add(OwnRewards.before(line));
            }
            if (!"context".equals(line.map().get("erased"))) {
                long back = Place.back(line);
                boolean pruned = withoutIndex && Place.journal(back) < first;
                index.put(hash(line.text(Context.KEY)), pruned ? 0 : back, place);
            }
        }
    }

    /** Reads the lines of a context that tell its state; none for a name that is new. */
    ContextLines lines(String name) throws IOException {
        for (long place : index.find(hash(name))) {
            JsonMembers newest = line(place);
            if (newest.text(Context.KEY).equals(name)) {
                return lines(name, newest, place);
            }
        }
        return new ContextLines(0, 0, List.of());
    }

    private ContextLines lines(String name, JsonMembers newest, long place) throws IOException {
        Deque<ContextMaker.Told> told = new ArrayDeque<>();
        JsonMembers line = newest;
        long at = place;
        long oldest = place;
        while (at != 0) {
            if (!line.text(Context.KEY).equals(name)) {
                throw new DamagedFile(where(at) + ": found a line of another context, must be one of " + name);
            }
            told.addFirst(new ContextMaker.Told(sections.at(at), line));
            long back = ContextMaker.isState(line) ? 0 : Place.back(line);
            if (back >= at) {
                throw new DamagedFile(where(at) + ": found a line before it at " + Place.json(back));
            }
            oldest = at;
            at = back;
            line = at == 0 ? line : line(at);
        }
        return new ContextLines(place, oldest, List.copyOf(told));
    }

    private String where(long place) {
        return JournalSequence.file(folder, Place.journal(place)) + ": byte " + Place.offset(place);
    }

    private JsonMembers line(long place) throws IOException {
        Path file = JournalSequence.file(folder, Place.journal(place));
        try (LineReader lines = new LineReader(file, Place.offset(place))) {
            return line(lines, place);
        } catch (IOException e) {
            throw JournalSequence.reworded(e);
        }
    }

    private JsonMembers line(LineReader lines, long place) throws IOException {
        @Nullable JsonMembers line = null;
        try {
            if (lines.next() && lines.whole()) {
                line = SealedLine.read(lines.array(), lines.from(), lines.length());
            }
        } catch (IllegalArgumentException e) {
            throw new DamagedFile(where(place) + ": " + e.getMessage());
        }
        if (line == null || !line.has(Context.KEY)) {
            throw new DamagedFile(where(place) + ": found no whole line of a context, must be as it was written"
                    + JournalSequence.WAY_OUT);
        }
        return line;
    }

    /** Passes the name of each context to a consumer, in the order of their newest lines: each journal is read once. */
    void names(Consumer<String> taker) throws IOException {
        long[] places = index.places();
        int next = 0;
        while (next < places.length) {
            long journal = Place.journal(places[next]);
            try (LineReader lines = new LineReader(JournalSequence.file(folder, journal), LineReader.MAX_LINE_BYTES)) {
                for (; next < places.length && Place.journal(places[next]) == journal; next++) {
                    long offset = Place.offset(places[next]);
                    boolean more = true;
                    while (more && lines.position() < offset) {
                        more = lines.next();
                    }
                    taker.accept(line(lines, places[next]).text(Context.KEY));
                }
            } catch (IOException e) {
                throw JournalSequence.reworded(e);
            }
        }
    }
}
