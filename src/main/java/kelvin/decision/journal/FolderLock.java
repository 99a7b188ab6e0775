package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import kelvin.contract.Stability;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
import org.jspecify.annotations.Nullable;

/**
 * An exclusive lock on a folder: one decision maker at a time may write into it. It goes with the process, however that
 * ends: the system holds a lock on the file {@code lock}, and one on the newest journal, so that who deletes the former
 * does not let a second one in. Before each write the owner looks whether the file is still its own, and makes it again
 * if it is gone.
 *
 * @implNote The system's locks belong to the process, and go when it closes the file by whatever channel. So who opens a folder of
 *     its own process is turned away before it touches the file.
 */
@Stability(MAY_CHANGE)
public final class FolderLock implements Closeable {
    private static final Set<Path> HERE = new HashSet<>();
    private static final long LOCKED_POSITION = Long.MAX_VALUE - 1;

    /** The time after which a refused lock is tried once more: {@link #isHeld} may have held it for a moment. */
    private static final long PAUSE_NANOS = 20_000_000;

    private final Path folder;
    private final Path known;
    private FileChannel channel;
    private @Nullable Object key;

    private FolderLock(Path folder, Path known) throws IOException {
        this.folder = folder;
        this.known = known;
        channel = locked();
        key = key(file());
    }

    /** Locks a folder that is there; refuses one that is missing or in use. */
    public static FolderLock existing(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": found " + (Files.exists(folder) ? "a file" : "nothing")
                    + ", must be the folder of a decision maker");
        }
        return of(folder);
    }

    /** Locks a folder, which is made if missing; refuses one that is in use. */
    public static FolderLock of(Path folder) throws IOException {
        Path known;
        try {
            Folders.make(folder);
            known = folder.toRealPath();
        } catch (IOException e) {
            throw new IOException(folder + ": cannot be written: " + IoMessage.of(e), e);
        }
        synchronized (HERE) {
            if (!HERE.add(known)) {
                throw inUse(folder);
            }
        }
        try {
            return new FolderLock(folder, known);
        } catch (IOException | RuntimeException e) {
            leave(known);
            throw e;
        }
    }

    /** Returns true if a folder is in use by this process or another; an owner is not disturbed. */
    public static boolean isHeld(Path folder) throws IOException {
        Path lock = folder.resolve("lock");
        synchronized (HERE) {
            if (HERE.contains(folder.toRealPath())) {
                return true;
            } else if (!Files.exists(lock)) {
                return false;
            }
            try (FileChannel opened = FileChannel.open(lock, StandardOpenOption.READ);
                    FileLock looked = opened.tryLock(0, 1, true)) {
                return looked == null;
            }
        }
    }

    private static void leave(Path known) {
        synchronized (HERE) {
            HERE.remove(known);
        }
    }

    private Path file() {
        return folder.resolve("lock");
    }

    private FileChannel locked() throws IOException {
        FileChannel opened;
        try {
            opened = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(folder + ": cannot be written: " + IoMessage.of(e), e);
        }
        try {
            lock(opened, 0, folder);
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Locks a region of a journal that holds no data, until the channel is closed. */
    public static void lock(FileChannel journal, Path folder) throws IOException {
        lock(journal, LOCKED_POSITION, folder);
    }

    private static void lock(FileChannel file, long position, Path folder) throws IOException {
        try {
            if (file.tryLock(position, 1, false) == null) {
                LockSupport.parkNanos(PAUSE_NANOS);
                if (file.tryLock(position, 1, false) == null) {
                    throw inUse(folder);
                }
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(folder);
        }
    }

    private static IOException inUse(Path folder) {
        return new IOException(folder + ": is in use by another decision maker, must be this one's own");
    }

    /** Locks the folder again if its lock file was deleted or replaced. */
    public synchronized void renew() throws IOException {
        if (!Objects.equals(key, key(file()))) {
            FileChannel again = locked();
            channel.close();
            channel = again;
            key = key(file());
        }
    }

    /**
     * Returns the file key (device and inode) that tells two files of one name apart; null where there is no file, or
     * the system has no keys.
     */
    public static @Nullable Object key(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            channel.close();
        } finally {
            leave(known);
        }
    }
}
