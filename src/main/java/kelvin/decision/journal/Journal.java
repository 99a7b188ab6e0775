package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

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
import kelvin.contract.Stability;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * An append-only, checksummed file of lines, forced to disk (fsync) by group commit; each write ends with a link of the
 * {@link HashChain}. Appending only fills memory; a commit writes whatever has been appended, by whatever thread, for all who wait:
 * one of them writes, the others sleep until their lines are safe, and those that have come meanwhile have the next write to themselves.
 *
 * <p>Where the disk refuses, the lines are kept and every commit tries again, up to {@value #MAX_UNWRITTEN_BYTES} bytes of them;
 * beyond that they are given up, and every later commit says so.
 *
 * @implNote A {@code FileChannel} would be closed by the interrupt of any thread that writes; a {@code RandomAccessFile} is not. A
 *     write that failed half way is written over by the next.
 */
@Stability(MAY_CHANGE)
public final class Journal implements Closeable {
    /** The number of buffered lines at which an append flushes them without a commit. */
    public static final int FLUSH_LINES = 1 << 13;

    /** The number of buffered lines at which appending waits for the disk. */
    public static final int MAX_WAITING_LINES = 16 * FLUSH_LINES;

    /** The size of the buffered records above which they are discarded, in bytes. */
    public static final int MAX_UNWRITTEN_BYTES = 64 << 20;

    /** The size in bytes above which a journal is rotated. */
    public static final long ROTATION_BYTES = 64L << 20;

    private final Path file;
    private final Guard guard;
    private final RandomAccessFile out;
    private final @Nullable Object key;
    private final Object queue = new Object();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private List<JournalLine> waiting = new ArrayList<>();
    private long appended;
    private byte[] unwritten = {};
    private byte[] unwrittenHead;
    private String link;
    private volatile boolean writing;
    private volatile long committed;
    private volatile long length;
    private volatile boolean refused;
    private volatile boolean lost;

    /** Runs before each write and may forbid it. */
    @FunctionalInterface
    public interface Guard {
        /** Throws where the write must not be. */
        void check() throws IOException;
    }

    /**
     * Opens a journal for appending and truncates it to its valid length; an unfinished line has to be copied before.
     *
     * @param file the journal
     * @param end where it ends
     * @param guard is asked before each write
     */
    public Journal(Path file, JournalReader.End end, Guard guard) throws IOException {
        this.file = file;
        this.guard = guard;
        length = end.length();
        link = end.next() == null ? end.link() : end.next();
        unwrittenHead = end.next() == null ? new byte[0] : SealedLine.link(end.next());
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

    /** Creates a journal by an atomic write of its first line and a link. */
    public static Journal begin(Path file, String link, byte[] start, Guard guard) throws IOException {
        HashChain chain = new HashChain(link);
        chain.add(start, 0, start.length);
        byte[] end = SealedLine.link(chain.next());
        byte[] bytes = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, bytes, start.length, end.length);
        try {
            WholeFile.force(file, bytes);
        } catch (IOException e) {
            throw refused(file, e);
        }
        return new Journal(file, new JournalReader.End(bytes.length, 0, chain.link(), null), guard);
    }

    /** Returns the length on disk, in bytes. */
    public long length() {
        return length;
    }

    /** Returns the end of the data on disk, once no thread writes. */
    public JournalReader.End end() {
        lock.lock();
        try {
            while (writing) {
                written.awaitUninterruptibly();
            }
            return new JournalReader.End(length, 0, link, null);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the position up to which the journal is complete; empty while lines of an interrupted write have no link
     * yet.
     */
    public Optional<JournalEnd> anchor(long number) {
        JournalReader.End end = end();
        return unwrittenHead.length > 0
                ? Optional.empty()
                : Optional.of(new JournalEnd(number, end.length(), end.link()));
    }

    /** Buffers a line and returns the number of buffered lines. */
    public int append(JournalLine line) {
        synchronized (queue) {
            waiting.add(line);
            appended++;
            return waiting.size();
        }
    }

    /** Flushes the buffer where it is too full, given its number of lines; a failure is reported by the next commit. */
    public void flushIfBehind(int lines) {
        if ((lines >= MAX_WAITING_LINES && !refused) || (lines >= FLUSH_LINES && !writing)) {
            try {
                commit();
            } catch (IOException e) {
                // said by the next commit, since it tries again
            }
        }
    }

    /** Returns when all lines appended before are on disk (group commit: one thread writes and fsyncs for all that wait). */
    public void commit() throws IOException {
        long target;
        synchronized (queue) {
            target = appended;
        }
        if (!done(target) && claimsWrite(target)) {
            try {
                write();
            } finally {
                wakeTheOthers();
            }
        }
    }

    private void wakeTheOthers() {
        lock.lock();
        try {
            writing = false;
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean done(long target) {
        return committed >= target && !lost;
    }

    /**
     * Returns true if this thread has to write; waits while another one writes, and returns false if that write was
     * enough.
     */
    private boolean claimsWrite(long target) {
        lock.lock();
        try {
            while (writing && !done(target)) {
                written.awaitUninterruptibly();
            }
            boolean claimsWrite = !done(target);
            writing = writing || claimsWrite;
            return claimsWrite;
        } finally {
            lock.unlock();
        }
    }

    private void write() throws IOException {
        long all = takeWaiting();
        if (lost) {
            throw new IOException(file + ": could not be written for so long that lines were given up; decisions go on,"
                    + " and save() starts a new journal");
        }
        HashChain chain = new HashChain(link);
        chain.add(unwritten, 0, unwritten.length);
        byte[] end = SealedLine.link(chain.next());
        try {
            guard.check();
            unchanged();
            out.seek(length);
            out.write(unwrittenHead);
            out.write(unwritten);
            out.write(end);
            out.getFD().sync();
            refused = false;
        } catch (IOException e) {
            refused = true;
            throw refused(file, e);
        }
        link = chain.link();
        long until = length + unwrittenHead.length + unwritten.length + end.length;
        length = until;
        unwrittenHead = new byte[0];
        unwritten = new byte[0];
        committed = all;
    }

    /** Verifies that the file still exists and was not changed by another program. */
    private void unchanged() throws IOException {
        if (!Objects.equals(key, FolderLock.key(file))) {
            throw new IOException("the file was deleted or replaced while it was written; save() starts a new journal");
        } else if (!refused && out.length() != length) {
            throw new IOException("found " + out.length() + " bytes, must be " + length
                    + ": another program has changed the file; save() starts a new journal");
        }
    }

    /** Takes the buffered lines and returns the number of lines appended until then. */
    private long takeWaiting() {
        List<JournalLine> lines;
        long all;
        synchronized (queue) {
            lines = waiting;
            waiting = new ArrayList<>();
            all = appended;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(unwritten.length + 192 * lines.size());
        bytes.writeBytes(unwritten);
        for (JournalLine line : lines) {
            if (!lost) {
                bytes.writeBytes(line.bytes());
                lost = bytes.size() > MAX_UNWRITTEN_BYTES;
            }
        }
        unwritten = lost ? new byte[0] : bytes.toByteArray();
        return all;
    }

    private static IOException refused(Path file, IOException e) {
        return new IOException(
                file + ": cannot be written: " + IoMessage.of(e)
                        + "; decisions go on, unwritten ones are kept in memory",
                e);
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            while (writing) {
                written.awaitUninterruptibly();
            }
            out.close();
        } finally {
            lock.unlock();
        }
    }
}
