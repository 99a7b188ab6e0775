package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/** Reads a damaged journal: passes on the lines that are as they were written, and reports the others. */
@Stability(MAY_CHANGE)
public final class IntactLines {
    private IntactLines() {}

    /** Receiver of the lines that are whole, except the links of the chain. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes one line.
         *
         * @param line its members
         * @param bytes its bytes, line break included
         * @param at the offset of its first byte
         * @param where the file and the number of the line, for messages
         * @throws IOException if it cannot be copied
         */
        void line(JsonMembers line, byte[] bytes, long at, String where) throws IOException;
    }

    /**
     * Reads a journal.
     *
     * @param file the journal
     * @param before the link with which the journal before it ends, and from which it must go on; null for any
     * @param anchor how far it is known to have been safe; null if that is not known
     * @param lost receives what is missing or not as it was written
     * @param taker receives the whole lines
     * @return the link with which it ends; null if that is lost
     * @throws IOException if the file cannot be read
     */
    public static @Nullable String read(
            Path file, @Nullable String before, @Nullable JournalEnd anchor, Faults lost, Taker taker)
            throws IOException {
        HashChain chain = new HashChain(HashChain.FIRST);
        boolean begun = false;
        boolean reached = anchor == null;
        boolean bad = false;
        long number = 0;
        try (LineReader lines = new LineReader(file, LineReader.MAX_LINE_BYTES)) {
            while (lines.next()) {
                number++;
                String where = file + ":" + number;
                JsonMembers line = whole(lines);
                if (line == null) {
                    bad = true;
                    lost.add(where + ": " + lines.length() + " bytes that are not a line as it was written");
                } else if (line.has(SealedLine.LINK)) {
                    if (!bad && begun && !chain.next().equals(line.text(SealedLine.LINK))) {
                        lost.add(
                                where + ": the lines since the link before do not fit this one: one of them was edited,"
                                        + " added or taken out; they are kept as they are");
                    }
                    chain = new HashChain(line.text(SealedLine.LINK));
                    bad = false;
                    reached |= anchor != null && lines.position() == anchor.length();
                } else {
                    if (!begun
                            && !bad
                            && before != null
                            && !before.equals(line.map().get(SealedLine.CHAIN))) {
                        lost.add(
                                where + ": does not go on from the end of the journal before it: one of the two was cut"
                                        + " off, edited or replaced");
                    }
                    chain = begun || !line.has(SealedLine.CHAIN) ? chain : new HashChain(line.text(SealedLine.CHAIN));
                    chain.add(lines.array(), lines.from(), lines.length());
                    taker.line(line, lines.copy(), lines.position() - lines.length(), where);
                    begun = true;
                }
            }
        }
        if (!reached) {
            lost.add(file + ": ends before the place up to which it was safe when it was last closed");
        } else if (number == 0) {
            lost.add(file + ": is empty");
        }
        return begun && !bad ? chain.link() : null;
    }

    private static @Nullable JsonMembers whole(LineReader lines) {
        try {
            return lines.whole() ? SealedLine.read(lines.array(), lines.from(), lines.length()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
