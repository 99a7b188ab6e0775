package kelvin.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of the files of a {@link Store}, and which of them are there. */
final class Generations {
    private static final Pattern SNAPSHOT = Pattern.compile("state-([0-9]{6,18})\\.json");
    private static final Pattern JOURNAL = Pattern.compile("journal-([0-9]{6,18})\\.jsonl");

    private Generations() {}

    /** A snapshot that could be read. */
    record Found(long generation, State state) {}

    static Path snapshot(Path folder, long generation) {
        return folder.resolve(String.format(Locale.ROOT, "state-%06d.json", generation));
    }

    static Path journal(Path folder, long generation) {
        return folder.resolve(String.format(Locale.ROOT, "journal-%06d.jsonl", generation));
    }

    /** The journals of a folder, oldest first. */
    static List<Path> journals(Path folder) throws IOException {
        return numbers(folder, JOURNAL).stream()
                .map(number -> journal(folder, number))
                .toList();
    }

    static @Nullable Long newest(Path folder) throws IOException {
        List<Long> numbers = numbers(folder, SNAPSHOT);
        return numbers.isEmpty() ? null : numbers.get(numbers.size() - 1);
    }

    static Found newestReadable(Path folder, List<String> notes) throws IOException {
        DamagedFile first = null;
        List<Long> numbers = numbers(folder, SNAPSHOT);
        for (int i = numbers.size() - 1; i >= 0; i--) {
            try {
                return new Found(numbers.get(i), State.load(snapshot(folder, numbers.get(i))));
            } catch (DamagedFile e) {
                first = first == null ? e : first;
                notes.add(e.getMessage() + "; the snapshot before it and the journals are used instead");
            }
        }
        throw first == null ? new DamagedFile(folder + ": there is no snapshot") : first;
    }

    static Found oldest(Path folder) throws IOException {
        List<Long> numbers = numbers(folder, SNAPSHOT);
        if (numbers.isEmpty()) {
            throw new DamagedFile(folder + ": there is no snapshot");
        }
        return new Found(numbers.get(0), State.load(snapshot(folder, numbers.get(0))));
    }

    static void removeSnapshotsBefore(Path folder, long generation) throws IOException {
        for (long number : numbers(folder, SNAPSHOT)) {
            if (number < generation) {
                Files.deleteIfExists(snapshot(folder, number));
            }
        }
    }

    private static List<Long> numbers(Path folder, Pattern name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> name.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(match -> Long.valueOf(match.group(1)))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
