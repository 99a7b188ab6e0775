package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
 * <p>Where the disk refuses, the lines are kept and every commit tries again, up to 64 MiB bytes of them;
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

    /** The size in bytes above which a journal is rotated. */
    public static final long ROTATION_BYTES = 64L << 20;

    private final Path file;
    private final Guard guard;
    private final RandomAccessFile out;
    private final @Nullable Object key;
    private final JournalBuffer buffer = new JournalBuffer();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private byte[] unwrittenHead;
    private String link;
    private volatile boolean writing;
    private volatile long length;
    private volatile boolean refused;

    /** Guards the writes: may forbid each, and is told how it ended. */
    @FunctionalInterface
    public interface Guard {
        /** Throws where the write must not be. */
        void check() throws IOException;

        /** Receives how many lines and bytes a write has put on disk; must neither block nor throw. */
        default void wrote(long lines, long bytes) {}

        /** Receives a write that failed; must neither block nor throw. */
        default void failed(IOException failure) {}
    }

    /**
     * Opens a journal for appending and truncates it to its valid length; an unfinished line has to be copied before.
     *
     * @param file the journal
     * @param end where it ends
     * @param guard is asked before each write and told how it ended
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

    /** Returns the number of lines that are not on disk yet. */
    public long waitingLines() {
        return buffer.waitingLines();
    }

    /** Returns the number of bytes that are being written, or kept from refused writes. */
    public long unwrittenBytes() {
        return buffer.taken().length;
    }

    /** Returns true if the disk refused for so long that lines were given up. */
    public boolean lost() {
        return buffer.lost();
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

    /** Writes the position up to which the journal is complete into its folder, where that does not hold it already. */
    public void saveAnchor(Path folder, long number) throws IOException {
        Optional<JournalEnd> now = anchor(number);
        if (now.isPresent() && !now.get().equals(JournalEnd.of(folder, new ArrayList<>()))) {
            now.get().save(folder);
        }
    }

    /** Buffers a line and returns the number of buffered lines. */
    public int append(JournalLine line) {
        return buffer.append(line);
    }

    /** Flushes the buffer where it is too full, given its number of lines; a failure is reported by the next commit. */
    public void flushIfBehind(int lines) {
        if ((lines >= MAX_WAITING_LINES && !refused) || (lines >= FLUSH_LINES && !writing)) {
            tryCommit();
        }
    }

    /** Commits, and returns false where the disk refuses; the next commit, which tries again, says why. */
    public boolean tryCommit() {
        try {
            commit();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns when all lines appended before are on disk (group commit: one thread writes and fsyncs for all that wait). */
    public void commit() throws IOException {
        long target = buffer.appended();
        if (!buffer.holds(target) && claimsWrite(target)) {
            try {
                write();
            } catch (IOException e) {
                guard.failed(e);
                throw e;
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

    /**
     * Returns true if this thread has to write; waits while another one writes, and returns false if that write was
     * enough.
     */
    private boolean claimsWrite(long target) {
        lock.lock();
        try {
            while (writing && !buffer.holds(target)) {
                written.awaitUninterruptibly();
            }
            boolean claimsWrite = !buffer.holds(target);
            writing = writing || claimsWrite;
            return claimsWrite;
        } finally {
            lock.unlock();
        }
    }

    private void write() throws IOException {
        long all = buffer.take(length + unwrittenHead.length);
        if (buffer.lost()) {
            throw new IOException(file + ": could not be written for so long that lines were given up; decisions go on,"
                    + " and save() starts a new journal");
        }
        byte[] unwritten = buffer.taken();
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
        long before = length;
        long until = before + unwrittenHead.length + unwritten.length + end.length;
        length = until;
        unwrittenHead = new byte[0];
        guard.wrote(buffer.written(all), until - before);
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
