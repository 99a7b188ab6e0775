package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.io.OutputStream;
import kelvin.contract.Stability;

/** Writes journals anew, one after the other, with the links of a hash chain that begins with the first of them. */
@Stability(MAY_CHANGE)
public final class LinkedLines {
    private final HashChain chain = new HashChain(HashChain.FIRST);
    private OutputStream out = OutputStream.nullOutputStream();
    private long length;
    private int unlinked;

    /**
     * Begins a journal.
     *
     * @param to receives its bytes
     */
    public void begin(OutputStream to) {
        out = to;
        length = 0;
    }

    /**
     * Writes a line.
     *
     * @param line its bytes, line break included
     * @throws IOException if the disk refuses
     */
    public void add(byte[] line) throws IOException {
        out.write(line);
        length += line.length;
        chain.add(line, 0, line.length);
        unlinked++;
        link(Journal.FLUSH_LINES);
    }

    /**
     * Ends a journal: writes the link of the lines that have none yet.
     *
     * @throws IOException if the disk refuses
     */
    public void end() throws IOException {
        link(1);
    }

    private void link(int least) throws IOException {
        if (unlinked >= least) {
            byte[] link = SealedLine.link(chain.next());
            out.write(link);
            length += link.length;
            unlinked = 0;
        }
    }

    /**
     * Returns the latest link, which the next journal goes on from after {@link #end}.
     *
     * @return the link
     */
    public String link() {
        return chain.link();
    }

    /**
     * Returns the length of the journal so far.
     *
     * @return its length in bytes, which is where the next line begins
     */
    public long length() {
        return length;
    }
}
