package kelvin.decision;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * One append-only file of lines, of which each write ends with a link of the {@link HashChain}. Appending only fills memory; a commit writes whatever has been appended, by whatever thread, and
 * forces it to disk once for all who wait (group commit): one of them writes, the others sleep until their lines are safe, and
 * those that have come meanwhile have the next write to themselves.
 *
 * <p>Where the disk refuses, the lines are kept and every commit tries again, up to {@value #MOST} bytes of them; beyond that they
 * are given up, and every later commit says so.
 *
 * @implNote A {@code FileChannel} would be closed by the interrupt of any thread that writes; a {@code RandomAccessFile} is not. A
 *     write that failed half way is written over by the next.
 */
final class Journal implements Closeable {
    /** So many lines are written without a commit, by whoever notices. */
    static final int MANY = 1 << 13;

    /** So many wait for a disk that is slow but does not refuse. */
    static final int TOO_MANY = 16 * MANY;

    static final int MOST = 64 << 20;

    /** A journal that is longer is followed by the next. */
    static final long LARGEST = 64L << 20;

    private final Path file;
    private final Guard guard;
    private final RandomAccessFile out;
    private final @Nullable Object key;
    private final Object queue = new Object();
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition written = turn.newCondition();
    private List<JournalRecord> waiting = new ArrayList<>();
    private long appended;
    private byte[] held = {};
    private byte[] owed;
    private String link;
    private boolean writing;
    private volatile long safe;
    private volatile long length;
    private volatile boolean refused;
    private volatile boolean lost;

    /** Is asked before each write whether it may be done. */
    @FunctionalInterface
    interface Guard {
        void check() throws IOException;
    }

    /**
     * Goes on where a journal ends; what comes behind is cut off, so whoever wants it must have put it aside.
     *
     * @param file the journal
     * @param end where it ends
     * @param guard is asked before each write
     */
    Journal(Path file, JournalReader.End end, Guard guard) throws IOException {
        this.file = file;
        this.guard = guard;
        length = end.length();
        link = end.next() == null ? end.link() : end.next();
        owed = end.next() == null ? new byte[0] : JournalRecord.link(end.next());
        try {
            out = new RandomAccessFile(file.toFile(), "rw");
        } catch (IOException e) {
            throw refused(file, e);
        }
        try {
            FolderLock.lock(out.getChannel(), file.resolveSibling(""));
            key = FolderLock.key(file);
            if (out.length() > length) {
                out.setLength(length);
            }
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
    }

    /** Begins a journal, which is there with its first line and a link from its first moment on. */
    static Journal begin(Path file, String link, byte[] start, Guard guard) throws IOException {
        HashChain chain = new HashChain(link);
        chain.add(start, 0, start.length);
        byte[] end = JournalRecord.link(chain.next());
        byte[] bytes = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, bytes, start.length, end.length);
        try {
            WholeFile.force(file, bytes);
        } catch (IOException e) {
            throw refused(file, e);
        }
        return new Journal(file, new JournalReader.End(bytes.length, 0, chain.link(), null), guard);
    }

    /** How long the file is as far as it is safe. */
    long length() {
        return length;
    }

    /** Where the file ends as far as it is safe, once nobody writes. */
    JournalReader.End end() {
        turn.lock();
        try {
            while (writing) {
                written.awaitUninterruptibly();
            }
            return new JournalReader.End(length, 0, link, null);
        } finally {
            turn.unlock();
        }
    }

    /** How far it reaches; empty where lines of an interrupted write are still without a link. */
    Optional<JournalEnd> anchor(long number) {
        JournalReader.End end = end();
        return owed.length > 0 ? Optional.empty() : Optional.of(new JournalEnd(number, end.length(), end.link()));
    }

    /** Adds a line and tells how many are waiting. */
    int append(JournalRecord line) {
        synchronized (queue) {
            waiting.add(line);
            appended++;
            return waiting.size();
        }
    }

    /** Keeps memory small where nobody commits, given how many lines wait; whoever commits next learns of a failure. */
    void relieve(int lines) {
        if ((lines >= TOO_MANY && !refused) || (lines >= MANY && !isWriting())) {
            try {
                commit();
            } catch (IOException e) {
                // said by the next commit, since it tries again
            }
        }
    }

    private boolean isWriting() {
        turn.lock();
        try {
            return writing;
        } finally {
            turn.unlock();
        }
    }

    /** Returns when all that was appended before is safe. */
    void commit() throws IOException {
        long wanted;
        synchronized (queue) {
            wanted = appended;
        }
        if (!done(wanted) && mine(wanted)) {
            try {
                write();
            } finally {
                wakeTheOthers();
            }
        }
    }

    private void wakeTheOthers() {
        turn.lock();
        try {
            writing = false;
            written.signalAll();
        } finally {
            turn.unlock();
        }
    }

    private boolean done(long wanted) {
        return safe >= wanted && !lost;
    }

    /** Whether to write oneself; waits while another does, and is false where that was enough. */
    private boolean mine(long wanted) {
        turn.lock();
        try {
            while (writing && !done(wanted)) {
                written.awaitUninterruptibly();
            }
            boolean mine = !done(wanted);
            writing |= mine;
            return mine;
        } finally {
            turn.unlock();
        }
    }

    private void write() throws IOException {
        long all = take();
        if (lost) {
            throw new IOException(file + ": could not be written for so long that lines were given up; decisions go on,"
                    + " and save() starts a new journal");
        }
        HashChain chain = new HashChain(link);
        chain.add(held, 0, held.length);
        byte[] end = JournalRecord.link(chain.next());
        try {
            guard.check();
            unchanged();
            out.seek(length);
            out.write(owed);
            out.write(held);
            out.write(end);
            out.getFD().sync();
            refused = false;
        } catch (IOException e) {
            refused = true;
            throw refused(file, e);
        }
        link = chain.link();
        long until = length + owed.length + held.length + end.length;
        length = until;
        owed = new byte[0];
        held = new byte[0];
        safe = all;
    }

    /** Refuses to write into a file that is no longer there, or that another program has written into. */
    private void unchanged() throws IOException {
        if (!Objects.equals(key, FolderLock.key(file))) {
            throw new IOException("the file was deleted or replaced while it was written; save() starts a new journal");
        } else if (!refused && out.length() != length) {
            throw new IOException("found " + out.length() + " bytes, must be " + length
                    + ": another program has changed the file; save() starts a new journal");
        }
    }

    /** Takes what is waiting and tells how many lines have been appended until then. */
    private long take() {
        List<JournalRecord> lines;
        long all;
        synchronized (queue) {
            lines = waiting;
            waiting = new ArrayList<>();
            all = appended;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(held.length + 192 * lines.size());
        bytes.writeBytes(held);
        for (JournalRecord line : lines) {
            if (!lost) {
                bytes.writeBytes(line.bytes());
                lost = bytes.size() > MOST;
            }
        }
        held = lost ? new byte[0] : bytes.toByteArray();
        return all;
    }

    static IOException refused(Path file, IOException e) {
        return new IOException(
                file + ": cannot be written: " + IoMessage.of(e)
                        + "; decisions go on, unwritten ones are kept in memory",
                e);
    }

    @Override
    public void close() throws IOException {
        turn.lock();
        try {
            while (writing) {
                written.awaitUninterruptibly();
            }
            out.close();
        } finally {
            turn.unlock();
        }
    }
}
