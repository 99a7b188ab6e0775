package kelvin.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.file.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * The position up to which the journals were complete when a folder was last opened or closed, kept in the file
 * {@code journal.end}; a journal that ends earlier was truncated.
 *
 * @param generation the number of the newest journal then
 * @param length how many bytes of it were safe
 * @param link the link of the chain there
 */
record JournalEnd(long generation, long length, String link) {
    private static final String NAME = "journal.end";
    private static final String UNNOTICED = "; whether a journal was cut off at its end cannot be told";

    /** Reads the position of a folder; returns null, with a note, if the file is missing or corrupt. */
    static @Nullable JournalEnd of(Path folder, List<String> notes) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            notes.add(file + ": is missing" + UNNOTICED);
            return null;
        }
        try {
            byte[] bytes = LineReader.all(file);
            JsonMembers line = JournalRecord.read(bytes, 0, bytes.length);
            if (line != null) {
                return new JournalEnd(
                        line.whole(JournalRecord.END), line.whole("length"), line.text(JournalRecord.CHAIN));
            }
            notes.add(file + ": is not as it was written" + UNNOTICED);
        } catch (IllegalArgumentException e) {
            notes.add(file + ": " + e.getMessage() + UNNOTICED);
        }
        return null;
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    void save(Path folder) throws IOException {
        WholeFile.force(folder.resolve(NAME), JournalRecord.end(this));
    }
}
