package kelvin.file;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * Writes files atomically: to a temporary file beside the target, which is then renamed onto it. Who reads, or comes
 * back after a crash, finds the old file or the new one.
 */
@Stability(INTERNAL)
public final class WholeFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private WholeFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the content.
         *
         * @param beside where to, for the time being
         * @throws IOException if it cannot be written
         */
        void write(Path beside) throws IOException;
    }

    /**
     * Returns the path of the temporary file of an atomic write; a killed process may leave it behind.
     *
     * @param file its name
     * @return {@code .name.partial} in the same folder
     */
    public static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".partial");
    }

    /**
     * Writes or replaces a file atomically, without an fsync.
     *
     * @param file its name; what stands beside it, {@code .name.partial}, is overwritten
     * @param content what it is to hold
     * @return the file
     * @throws IOException if it cannot be written: the very one that said so. A file of that name is then as it was, and what was
     *     begun is gone
     */
    public static Path write(Path file, Content content) throws IOException {
        Path beside = beside(file);
        try {
            content.write(beside);
            return Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            discard(beside, e);
            throw e;
        }
    }

    /**
     * Writes or replaces a file atomically and durably: data and folder are forced to disk (fsync) before this returns.
     * An interrupt of the thread does not keep it from being written, and is still there afterwards.
     *
     * @param file its name, as for {@link #write}
     * @param bytes what it is to hold
     * @throws IOException if it cannot be written, as for {@link #write}
     */
    public static void force(Path file, byte[] bytes) throws IOException {
        force(file, out -> out.write(bytes));
    }

    /** Writes the content of a file, as often as it is called. */
    @FunctionalInterface
    public interface Stream {
        /**
         * Writes the content.
         *
         * @param out where to; buffered, and closed by others
         * @throws IOException if it cannot be written
         */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes or replaces a file of any length as {@link #force(Path, byte[])} does.
     *
     * @param file its name, as for {@link #write}
     * @param content what it is to hold
     * @throws IOException if it cannot be written, as for {@link #write}
     */
    public static void force(Path file, Stream content) throws IOException {
        uninterrupted(() -> {
            write(file, beside -> {
                try (FileChannel channel = FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
                    content.write(out);
                    out.flush();
                    channel.force(true);
                }
            });
            forceFolder(file.toAbsolutePath().getParent());
        });
    }

    /** An operation that can be repeated from its beginning. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** Repeats an operation whose channel was closed by an interrupt. */
    private static void uninterrupted(Work work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            boolean done = false;
            while (!done) {
                try {
                    work.run();
                    done = true;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Forces the folder's entry of a new name to disk; where folders cannot be forced, as on Windows, the operating
     * system does it.
     */
    private static void forceFolder(@Nullable Path folder) throws IOException {
        if (folder != null
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void discard(Path beside, Exception reason) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
