package kelvin.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;

/** The names of the files of a {@link Store}, and the listing of those that exist. */
final class StateFiles {
    private static final Pattern SNAPSHOT = Pattern.compile("state-([0-9]{6,18})\\.json");

    private StateFiles() {}

    /**
     * The snapshot and journal to resume from.
     *
     * @param generation the number of the first journal to read
     * @param snapshot the state before it, and the link of the chain that it goes on from
     */
    record Found(long generation, Snapshot snapshot) {
        /**
         * Recovers the state of a folder. What a learner has learned is in the snapshot; where it is not, as in a folder
         * that was salvaged, it is learned again from the first journal on, if nothing is missing there.
         */
        Recovered recovered(Path folder, Settings rules, List<String> notes) throws IOException {
            State state = snapshot.state();
            boolean learned = rules.learner() == null
                    || state.learner() != null
                    || state.decisions() == 0
                    || !state.policy().equals(Chooser.text(rules));
            if (learned) {
                return replayed(folder, rules, notes);
            }
            try {
                return oldest(folder).replayed(folder, rules, notes);
            } catch (DamagedFile e) {
                notes.add("what the learner had learned is lost, and it starts anew: " + e.getMessage());
                return replayed(folder, rules, notes);
            }
        }

        private Recovered replayed(Path folder, Settings rules, List<String> notes) throws IOException {
            AtomicLong others = new AtomicLong();
            JournalReplay replay =
                    new JournalReplay(snapshot, recorded -> recorded.reading(List.of(rules)), (logged, choice) -> {
                        if (choice.action() != logged.action()) {
                            others.incrementAndGet();
                        }
                    });
            JournalSequence.End end =
                    JournalSequence.read(folder, generation, snapshot.link(), last(folder), replay, notes);
            if (others.get() > 0) {
                notes.add(others
                        + " decisions of the journals would be made otherwise now: the learner is not the one that made"
                        + " them; it has learned from them as they were made");
            }
            return new Recovered(replay, end);
        }
    }

    /**
     * The state of a folder, recovered from a snapshot and the journals from there on.
     *
     * @param replay holds the state
     * @param end the end of the newest journal
     */
    record Recovered(JournalReplay replay, JournalSequence.End end) {}

    static Path snapshot(Path folder, long generation) {
        return folder.resolve(String.format(Locale.ROOT, "state-%06d.json", generation));
    }

    static Path journal(Path folder, long generation) {
        return JournalSequence.file(folder, generation);
    }

    /** Returns the journals of a folder, oldest first. */
    static List<Path> journals(Path folder) throws IOException {
        return JournalSequence.numbers(folder).stream()
                .map(number -> journal(folder, number))
                .toList();
    }

    /** Returns the numbers of all snapshots and journals. */
    static List<Long> all(Path folder) throws IOException {
        List<Long> numbers = new ArrayList<>(JournalSequence.numbers(folder, SNAPSHOT));
        numbers.addAll(JournalSequence.numbers(folder));
        return numbers.stream().distinct().sorted().toList();
    }

    /** Returns the numbers of all snapshots and journals; rejects a folder that has none. */
    static List<Long> requireAny(Path folder) throws IOException {
        List<Long> numbers = all(folder);
        if (numbers.isEmpty()) {
            throw new IOException(
                    folder + ": found no journal and no snapshot, must be the folder of a decision maker");
        }
        return numbers;
    }

    /** Returns the number of the newest snapshot or journal; 0 if there is none. */
    static long last(Path folder) throws IOException {
        List<Long> numbers = all(folder);
        return numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
    }

    /** Returns the number of the oldest journal; 1 if there is none. */
    static long first(Path folder) throws IOException {
        List<Long> numbers = JournalSequence.numbers(folder);
        return numbers.isEmpty() ? 1 : numbers.get(0);
    }

    /** Returns the newest snapshot that can be read, or else the state before the first journal. */
    static Found newestReadable(Path folder, List<String> notes) throws IOException {
        DamagedFile first = null;
        List<Long> numbers = JournalSequence.numbers(folder, SNAPSHOT);
        for (int i = numbers.size() - 1; i >= 0; i--) {
            try {
                return new Found(numbers.get(i), Snapshot.read(snapshot(folder, numbers.get(i))));
            } catch (DamagedFile e) {
                first = first == null ? e : first;
                notes.add(e.getMessage()
                        + (i > 0 ? "; the snapshot before it and the journals are" : "; the journals are")
                        + " used instead");
            }
        }
        if (first != null && !Files.exists(journal(folder, 1))) {
            throw first;
        }
        return beginning(folder);
    }

    /** Returns the start of the record: the state before the first journal, or else the oldest snapshot. */
    static Found oldest(Path folder) throws IOException {
        List<Long> numbers = JournalSequence.numbers(folder, SNAPSHOT);
        if (numbers.isEmpty() || Files.exists(journal(folder, 1))) {
            return beginning(folder);
        }
        return new Found(numbers.get(0), Snapshot.read(snapshot(folder, numbers.get(0))));
    }

    /** Returns the state before the first journal, as its first line records it. */
    private static Found beginning(Path folder) throws IOException {
        Path file = journal(folder, 1);
        requireAny(folder);
        if (!Files.exists(file)) {
            throw new DamagedFile(folder + ": there is neither a snapshot nor the first journal");
        }
        JsonMembers first = requireOwn(folder, JournalReader.first(file));
        try {
            RecordedSettings rules = RecordedSettings.of(first.fields("rules"));
            return new Found(1, new Snapshot(rules.initial(), rules, HashChain.FIRST));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DamagedFile(file + ":1: " + e.getMessage());
        }
    }

    /** Returns the first line of a journal; rejects that of a journal that contexts share, which is read by its family's root. */
    static JsonMembers requireOwn(Path folder, JsonMembers first) throws IOException {
        if (first.has("shard")) {
            throw new IOException(folder + ": is one shard of a family, must be the family's root folder, "
                    + Objects.requireNonNullElse(folder.toAbsolutePath().getParent(), folder));
        }
        return first;
    }

    static void removeSnapshotsBefore(Path folder, long generation) throws IOException {
        long first = first(folder);
        for (long number : JournalSequence.numbers(folder, SNAPSHOT)) {
            boolean begins =
                    number == first && first > 1; // the journals before it have been removed: a replay begins here
            if (number < generation && !begins) {
                Files.deleteIfExists(snapshot(folder, number));
            }
        }
    }
}
