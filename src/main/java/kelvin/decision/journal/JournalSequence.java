package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.file.IoMessage;
import org.jspecify.annotations.Nullable;

/** Names the journals of a folder, lists them and reads them one after the other. */
@Stability(MAY_CHANGE)
public final class JournalSequence {
    /** The advice that ends every message about a corrupt file. */
    public static final String WAY_OUT =
            "; kelvin decisions FOLDER --salvage NEWFOLDER writes what is whole into a new folder";

    private static final Pattern NAME = Pattern.compile("journal-([0-9]{6,18})\\.jsonl");

    private static final Pattern SHARD = Pattern.compile("shard-[0-9]{4}");

    private JournalSequence() {}

    /**
     * Returns the path of a journal.
     *
     * @param folder where it is
     * @param number its number, from 1
     * @return its path
     */
    public static Path file(Path folder, long number) {
        return folder.resolve(String.format(Locale.ROOT, "journal-%06d.jsonl", number));
    }

    /**
     * Returns the folders below a root that hold its journals: those of the shards of a family, else the root alone.
     *
     * @param root a decision maker's folder, or the root folder of a family
     * @return the folders, in the order of their names
     * @throws IOException if the root cannot be read
     */
    public static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            List<Path> shards = files.filter(
                            file -> SHARD.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
            return shards.isEmpty() ? List.of(root) : shards;
        }
    }

    /**
     * Returns true for the name of a journal.
     *
     * @param name a file's name
     * @return whether it is one
     */
    public static boolean isJournal(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Returns the numbers of all journals of a folder.
     *
     * @param folder where they are
     * @return their numbers, ascending
     * @throws IOException if the folder cannot be read
     */
    public static List<Long> numbers(Path folder) throws IOException {
        return numbers(folder, NAME);
    }

    /**
     * Returns the numbers in the names of the files of a folder that match a pattern.
     *
     * @param folder where they are
     * @param name matches the whole name; its first group is the number
     * @return the numbers, ascending
     * @throws IOException if the folder cannot be read
     */
    public static List<Long> numbers(Path folder, Pattern name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> name.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(match -> Long.valueOf(match.group(1)))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /**
     * Rewords an error that Java describes by its class alone.
     *
     * @param e the error
     * @return an error that says more, or the same one
     */
    public static IOException reworded(IOException e) {
        return e instanceof FileSystemException ? new IOException(IoMessage.of(e), e) : e;
    }

    /**
     * The end of the newest journal.
     *
     * @param generation its number
     * @param at its end
     */
    public record End(long generation, JournalReader.End at) {}

    /**
     * Reads all journals from a given one on. Each must go on where the one before ended, and the newest that is known of
     * must be there.
     *
     * @param folder where they are
     * @param from the number of the first
     * @param link the link of the chain that it goes on from; null for any
     * @param known the newest journal that other files of the folder know of; 0 for none
     * @param reader takes each line
     * @param notes receives a line where the end of an interrupted write is left out
     * @return where the newest ends
     * @throws DamagedFile if one is not as it was written, or missing
     * @throws IOException if one cannot be read
     */
    public static End read(
            Path folder, long from, @Nullable String link, long known, JournalReader.Reader reader, List<String> notes)
            throws IOException {
        FolderSwap.requireFinished(folder);
        JournalEnd anchor = JournalEnd.of(folder, notes);
        List<Long> numbers = numbers(folder);
        long newest = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
        long last = Math.max(Math.max(newest, known), anchor == null ? 0 : anchor.generation());
        if (last == 0) {
            throw new IOException(folder + ": found no journal, must be the folder of a decision maker");
        }
        String before = link;
        JournalReader.End end = null;
        for (long n = from; n <= last; n++) {
            Path journal = file(folder, n);
            if (!Files.exists(journal)) {
                throw new DamagedFile(
                        journal + ": is missing, must be there: what it told is in no other file" + WAY_OUT);
            }
            end = JournalReader.read(
                    journal, before, anchor != null && anchor.generation() == n ? anchor : null, reader);
            before = end.link();
            if (end.rest() > 0) {
                notes.add(journal + ": the last " + end.rest()
                        + " bytes were being written when the program ended; left out");
            }
        }
        if (end == null) {
            throw new DamagedFile(folder + ": there is no journal from number " + from + " on" + WAY_OUT);
        }
        return new End(last, end);
    }
}
