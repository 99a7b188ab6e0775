package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/** Reads one journal from its beginning as a stream and verifies its checksums and links. */
@Stability(MAY_CHANGE)
public final class JournalReader {
    private final Path file;
    private final Reader reader;
    private final @Nullable JournalEnd anchor;
    private HashChain chain = new HashChain(HashChain.FIRST);
    private long number;
    private long linkedUntil;
    private long length;
    private boolean anchored;

    /** Takes one line; rejects it by an {@link IllegalArgumentException}. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Takes one line.
         *
         * @param line its members
         */
        void line(JsonMembers line);

        /**
         * Takes one line with its place.
         *
         * @param line its members
         * @param at the offset of its first byte
         */
        default void line(JsonMembers line, long at) {
            line(line);
        }
    }

    /** Takes each line with its place. */
    public interface PlacedReader extends Reader {
        @Override
        default void line(JsonMembers line) {
            throw new IllegalStateException("lines are read with their places");
        }

        @Override
        void line(JsonMembers line, long at);
    }

    /**
     * The end of a journal.
     *
     * @param length how many bytes its whole lines have
     * @param rest how many bytes come behind them, which were being written when the program ended
     * @param link the last link of the chain
     * @param next the link that covers the lines since; null if there are none
     */
    public record End(
            long length, long rest, String link, @Nullable String next) {}

    private JournalReader(Path file, @Nullable JournalEnd anchor, Reader reader) {
        this.file = file;
        this.reader = reader;
        this.anchor = anchor;
    }

    /**
     * Passes each line to a reader, except the links of the chain. Lines at the very end that are not whole were being
     * written when the program was killed, before anyone was told that they are safe: they are left out. One with a
     * good line behind it is damage, and so are lines whose link of the chain does not fit.
     *
     * @param file the journal
     * @param link the link that it must go on from; null for any
     * @param anchor how far it is known to have been safe; null if that is not known
     */
    public static End read(Path file, @Nullable String link, @Nullable JournalEnd anchor, Reader reader)
            throws IOException {
        return new JournalReader(file, anchor, reader).read(link);
    }

    /** Returns the first line of a journal. */
    public static JsonMembers first(Path file) throws IOException {
        try (LineReader lines = new LineReader(file, LineReader.MAX_LINE_BYTES)) {
            JsonMembers first = lines.next() ? parse(file, 1, lines) : null;
            if (first == null) {
                throw edited(file, 1);
            }
            String format = first.has("format") ? String.valueOf(first.map().get("format")) : "1";
            if (!first.has(SealedLine.START) || !SealedLine.reads(format)) {
                throw new DamagedFile(file + ": found a journal of format " + format + SealedLine.readableFormats());
            }
            return first;
        }
    }

    private End read(@Nullable String link) throws IOException {
        String before = first(file).text(SealedLine.CHAIN);
        if (link != null && !link.equals(before)) {
            throw new DamagedFile(file + ":1: found a journal that goes on from " + before + ", must go on from " + link
                    + ", where the files before it end: one of them was cut off, edited or replaced");
        }
        chain = new HashChain(before);
        long firstBad = 0;
        try (LineReader lines = new LineReader(file, LineReader.MAX_LINE_BYTES)) {
            while (lines.next()) {
                number++;
                JsonMembers line = parse(file, number, lines);
                if (line == null) {
                    firstBad = firstBad == 0 ? number : firstBad;
                } else if (firstBad > 0) {
                    throw edited(file, firstBad);
                } else {
                    take(line, lines);
                }
            }
        }
        String last = chain.link();
        End end = new End(length, Files.size(file) - length, last, chain.linked() ? null : chain.next());
        reaches(end);
        return end;
    }

    private static @Nullable JsonMembers parse(Path file, long number, LineReader lines) throws DamagedFile {
        try {
            return lines.whole() ? SealedLine.read(lines.array(), lines.from(), lines.length()) : null;
        } catch (IllegalArgumentException e) {
            throw new DamagedFile(file + ":" + number + ": " + e.getMessage());
        }
    }

    private static DamagedFile edited(Path file, long number) {
        return new DamagedFile(file + ":" + number
                + ": found a line whose checksum does not fit, must be as it was written: it was edited or damaged");
    }

    private void take(JsonMembers line, LineReader lines) throws DamagedFile {
        length = lines.position();
        try {
            if (line.has(SealedLine.LINK)) {
                link(line.text(SealedLine.LINK));
            } else {
                chain.add(lines.array(), lines.from(), lines.length());
                reader.line(line, length - lines.length());
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DamagedFile(file + ":" + number + ": " + e.getMessage());
        }
    }

    private void link(String found) {
        String wanted = chain.next();
        if (!found.equals(wanted)) {
            throw new IllegalArgumentException("found the link " + found + ", must be " + wanted
                    + " after the lines from " + (linkedUntil + 1) + " on: one of them was edited, added or taken out");
        }
        linkedUntil = number;
        anchored |= anchor != null && anchor.length() == length && anchor.link().equals(found);
    }

    private void reaches(End end) throws DamagedFile {
        if (anchor != null && !anchored) {
            throw new DamagedFile(file + ": found " + end.length + " bytes of whole lines"
                    + (end.rest > 0 ? " and " + end.rest + " that are not" : "") + ", must be the "
                    + anchor.length()
                    + " that were safe when it was last closed: its end was cut off, edited or damaged");
        }
    }
}
