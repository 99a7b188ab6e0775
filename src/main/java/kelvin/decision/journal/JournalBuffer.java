package kelvin.decision.journal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a journal that are not on disk yet: those appended since the last write, and the bytes of writes that the disk
 * refused. Any thread appends; one at a time takes.
 */
final class JournalBuffer {
    /** The size of the bytes kept from refused writes above which they are discarded. */
    static final int MAX_UNWRITTEN_BYTES = 64 << 20;

    private static final int BYTES_PER_LINE = 192;

    private final Object queue = new Object();
    private List<JournalLine> waiting = new ArrayList<>();
    private long appended;
    private volatile long committed;
    private volatile byte[] unwritten = {};
    private volatile boolean lost;
    private List<JournalLine.Placed> placed = new ArrayList<>();

    /** Buffers a line and returns the number of lines since the last write. */
    int append(JournalLine line) {
        synchronized (queue) {
            waiting.add(line);
            appended++;
            return waiting.size();
        }
    }

    /** Returns the number of lines appended so far. */
    long appended() {
        synchronized (queue) {
            return appended;
        }
    }

    /** Returns the number of lines that are not on disk. */
    long waitingLines() {
        synchronized (queue) {
            return appended - committed;
        }
    }

    /** Returns true if the first so many lines are on disk. */
    boolean holds(long lines) {
        return committed >= lines && !lost;
    }

    /** Returns true if the disk refused for so long that lines were given up. */
    boolean lost() {
        return lost;
    }

    /**
     * Makes the bytes of all buffered lines, those of refused writes first, and returns the number of lines appended until then.
     *
     * @param at the offset in the journal of the first byte taken
     */
    long take(long at) {
        List<JournalLine> lines;
        long all;
        synchronized (queue) {
            lines = waiting;
            waiting = new ArrayList<>();
            all = appended;
        }
        byte[] before = unwritten;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(before.length + BYTES_PER_LINE * lines.size());
        bytes.writeBytes(before);
        boolean tooMany = lost;
        for (JournalLine line : lines) {
            if (!tooMany) {
                bytes.writeBytes(bytes(line, at + bytes.size()));
                tooMany = bytes.size() > MAX_UNWRITTEN_BYTES;
            }
        }
        unwritten = tooMany ? new byte[0] : bytes.toByteArray();
        lost = tooMany;
        return all;
    }

    private byte[] bytes(JournalLine line, long at) {
        if (line instanceof JournalLine.Placed here) {
            placed.add(here);
            return here.bytes(at);
        }
        return line.bytes();
    }

    /** Returns the bytes taken and not yet known to be on disk. */
    byte[] taken() {
        return unwritten;
    }

    /** Notes that all bytes taken are on disk, tells the lines that want to know, and returns the number of lines among them. */
    long written(long lines) {
        long now = lines - committed;
        unwritten = new byte[0];
        List<JournalLine.Placed> written = placed;
        placed = new ArrayList<>();
        written.forEach(JournalLine.Placed::written);
        committed = lines;
        return now;
    }
}
