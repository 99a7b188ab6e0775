package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.contract.Stability;
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
@Stability(MAY_CHANGE)
public record JournalEnd(long generation, long length, String link) {
    private static final String NAME = "journal.end";
    private static final String UNNOTICED = "; whether a journal was cut off at its end cannot be told";

    /** Reads the position of a folder; returns null, with a note, if the file is missing or corrupt. */
    public static @Nullable JournalEnd of(Path folder, List<String> notes) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            notes.add(file + ": is missing" + UNNOTICED);
            return null;
        }
        try {
            byte[] bytes = LineReader.all(file);
            JsonMembers line = SealedLine.read(bytes, 0, bytes.length);
            if (line != null) {
                return new JournalEnd(line.whole(SealedLine.END), line.whole("length"), line.text(SealedLine.CHAIN));
            }
            notes.add(file + ": is not as it was written" + UNNOTICED);
        } catch (IllegalArgumentException e) {
            notes.add(file + ": " + e.getMessage() + UNNOTICED);
        }
        return null;
    }

    /** Returns true if a folder has the file. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /** Writes the position into the file of a folder, forced to disk. */
    public void save(Path folder) throws IOException {
        WholeFile.force(folder.resolve(NAME), bytes());
    }

    private byte[] bytes() {
        return new SealedLine(SealedLine.END, generation)
                .put("length", length)
                .quoted(SealedLine.CHAIN, link)
                .sealed();
    }
}
