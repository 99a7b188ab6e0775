package kelvin.decision;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One append-only file of lines. Appending only fills memory; a commit writes whatever has been appended, by whatever thread, and
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

    private final Path file;
    private final RandomAccessFile out;
    private final Object queue = new Object();
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition written = turn.newCondition();
    private List<Line> waiting = new ArrayList<>();
    private long appended;
    private byte[] held = {};
    private boolean writing;
    private volatile long safe;
    private volatile long length;
    private volatile boolean refused;
    private volatile boolean lost;

    /** Goes on after the first {@code length} bytes of a file, which is made if missing. */
    Journal(Path file, long length) throws IOException {
        this.file = file;
        this.length = length;
        try {
            out = new RandomAccessFile(file.toFile(), "rw");
            if (out.length() > length) {
                out.setLength(length);
            }
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /** How long the file is as far as it is safe. */
    long length() {
        return length;
    }

    /** Adds a line and tells how many are waiting. */
    int append(Line line) {
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
        try {
            out.seek(length);
            out.write(held);
            out.getFD().sync();
            refused = false;
        } catch (IOException e) {
            refused = true;
            throw refused(file, e);
        }
        long end = length + held.length;
        length = end;
        held = new byte[0];
        safe = all;
    }

    /** Takes what is waiting and tells how many lines have been appended until then. */
    private long take() {
        List<Line> lines;
        long all;
        synchronized (queue) {
            lines = waiting;
            waiting = new ArrayList<>();
            all = appended;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(held.length + 192 * lines.size());
        bytes.writeBytes(held);
        for (Line line : lines) {
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
                file + ": cannot be written: " + e.getMessage()
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
