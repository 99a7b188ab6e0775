package kelvin.decision;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalEnd;
import kelvin.decision.journal.JournalReader;
import kelvin.file.IoMessage;
import org.jspecify.annotations.Nullable;

/** Reads the journals of a folder one after the other. */
final class JournalSequence {
    /** The advice that ends every message about a corrupt file. */
    static final String WAY_OUT =
            "; kelvin decisions FOLDER --salvage NEWFOLDER writes what is whole into a new folder";

    private JournalSequence() {}

    /** Rewords an error that Java describes by its class alone. */
    static IOException reworded(IOException e) {
        return e instanceof FileSystemException ? new IOException(IoMessage.of(e), e) : e;
    }

    /**
     * The end of the newest journal.
     *
     * @param generation its number
     * @param at its end
     */
    record End(long generation, JournalReader.End at) {}

    /**
     * Reads all journals from a given one on. Each must go on where the one before ended, and the newest that snapshots
     * and the anchor know of must be there.
     *
     * @param folder where they are
     * @param from the number of the first
     * @param link the link of the chain that it goes on from; null for any
     * @param notes receives a line where the end of an interrupted write is left out
     */
    static End read(Path folder, long from, @Nullable String link, JournalReader.Reader reader, List<String> notes)
            throws IOException {
        JournalEnd anchor = JournalEnd.of(folder, notes);
        long last = Math.max(StateFiles.last(folder), anchor == null ? 0 : anchor.generation());
        String before = link;
        JournalReader.End end = null;
        for (long n = from; n <= last; n++) {
            Path file = StateFiles.journal(folder, n);
            if (!Files.exists(file)) {
                throw new DamagedFile(file + ": is missing, must be there: what it told is in no other file" + WAY_OUT);
            }
            end = JournalReader.read(file, before, anchor != null && anchor.generation() == n ? anchor : null, reader);
            before = end.link();
            if (end.rest() > 0) {
                notes.add(file + ": the last " + end.rest()
                        + " bytes were being written when the program ended; left out");
            }
        }
        if (end == null) {
            throw new DamagedFile(folder + ": there is no journal from number " + from + " on" + WAY_OUT);
        }
        return new End(last, end);
    }
}
