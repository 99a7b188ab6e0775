package kelvin.decision;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * One append-only file of lines. Appending only fills memory; a commit writes whatever has been appended, by whatever thread, and
 * forces it to disk once for all who wait (group commit).
 *
 * <p>Where the disk refuses, the lines are kept and every commit tries again, up to {@value #MOST} bytes of them; beyond that they
 * are given up, and every later commit says so.
 *
 * @implNote A {@code FileChannel} would be closed by the interrupt of any thread that writes; a {@code RandomAccessFile} is not. A
 *     write that failed half way is written over by the next.
 */
final class Journal implements Closeable {
    static final int BLOCK = 1 << 20;
    static final int MOST = 64 << 20;

    private final Path file;
    private final RandomAccessFile out;
    private final Object disk = new Object();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private long appended;
    private byte[] held = {};
    private long length;
    private volatile long durable;
    private volatile boolean lost;

    /** Goes on after the first {@code length} bytes of a file, which is made if missing. */
    Journal(Path file, long length) throws IOException {
        this.file = file;
        this.length = length;
        this.appended = length;
        this.durable = length;
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
        return durable;
    }

    void append(byte[] line) {
        boolean full;
        synchronized (waiting) {
            waiting.writeBytes(line);
            appended += line.length;
            full = waiting.size() >= BLOCK;
        }
        if (full) {
            writeEarly();
        }
    }

    /** Keeps memory small where nobody commits; whoever commits next learns of a failure, since it tries again. */
    private void writeEarly() {
        try {
            commit();
        } catch (IOException e) {
            // said by the next commit
        }
    }

    /** Returns when all that was appended before is safe. */
    void commit() throws IOException {
        long wanted;
        synchronized (waiting) {
            wanted = appended;
        }
        if (durable >= wanted && !lost) {
            return;
        }
        synchronized (disk) {
            if (durable < wanted || lost) {
                write();
            }
        }
    }

    private void write() throws IOException {
        take();
        if (lost) {
            throw new IOException(file + ": could not be written for so long that lines were given up; decisions go on,"
                    + " and save() starts a new journal");
        }
        try {
            out.seek(length);
            out.write(held);
            out.getFD().sync();
        } catch (IOException e) {
            throw refused(file, e);
        }
        length += held.length;
        held = new byte[0];
        durable = length;
    }

    private void take() {
        synchronized (waiting) {
            if (lost || held.length + waiting.size() > MOST) {
                lost = true;
                held = new byte[0];
            } else {
                ByteArrayOutputStream all = new ByteArrayOutputStream(held.length + waiting.size());
                all.writeBytes(held);
                all.writeBytes(waiting.toByteArray());
                held = all.toByteArray();
            }
            waiting.reset();
        }
    }

    static IOException refused(Path file, IOException e) {
        return new IOException(
                file + ": cannot be written: " + e.getMessage()
                        + "; decisions go on, unwritten ones are kept in memory",
                e);
    }

    @Override
    public void close() throws IOException {
        synchronized (disk) {
            out.close();
        }
    }
}
