package kelvin.file;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.Objects;
import kelvin.contract.Stability;

/**
 * Describes I/O errors in words. Java names most of them by a class alone; here each becomes a clause that a reader
 * understands, after the file it concerns where that is known.
 */
@Stability(INTERNAL)
public final class IoMessage {
    private static final Map<Class<? extends IOException>, String> WORDS = Map.ofEntries(
            Map.entry(NoSuchFileException.class, "there is no such file or folder"),
            Map.entry(FileAlreadyExistsException.class, "something else of that name is in the way"),
            Map.entry(AccessDeniedException.class, "permission denied"),
            Map.entry(DirectoryNotEmptyException.class, "it is a folder that is not empty"),
            Map.entry(NotDirectoryException.class, "it is not a folder"),
            Map.entry(FileSystemLoopException.class, "its links lead round in a circle"),
            Map.entry(AtomicMoveNotSupportedException.class, "it is on another file system"),
            Map.entry(EOFException.class, "it ends too early"));

    private IoMessage() {}

    /**
     * Describes an error of reading or writing.
     *
     * @param e the error; where it has no words of its own for another I/O error that caused it, that one is described
     * @return one line: the file and the reason, or the reason alone where no file is known
     */
    public static String of(IOException e) {
        if (e.getCause() instanceof IOException cause && addsNothing(e, cause)) {
            return of(cause);
        }
        String file = e instanceof FileSystemException f && f.getFile() != null ? f.getFile() + ": " : "";
        return file + reason(e).replaceAll("\\R", " ");
    }

    /**
     * Describes an error of reading or writing.
     *
     * @param e the error
     * @return its own message where it was given one, otherwise that of its cause
     */
    public static String of(UncheckedIOException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "");
        String cause = Objects.requireNonNull(e.getCause()).toString();
        return message.isEmpty() || message.contains(cause) ? of(e.getCause()) : message;
    }

    /**
     * Describes an error of reading a file or folder, which is named once.
     *
     * @param file the file or folder
     * @param e the error
     * @return one line: the file, that it cannot be read, and the reason
     */
    public static String unreadable(Object file, IOException e) {
        String reason = of(e);
        String named = file + ": ";
        return named + "cannot be read: " + (reason.startsWith(named) ? reason.substring(named.length()) : reason);
    }

    /**
     * Describes an error of writing to Java's temporary folder.
     *
     * @param e the error
     * @return one line: the folder, the reason, and how to give another folder
     */
    public static String ofTemporary(IOException e) {
        return "the temporary folder " + System.getProperty("java.io.tmpdir") + " cannot be used: " + of(e)
                + "; set JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR for another";
    }

    /** Returns true if an error only wraps another one whose message says more. */
    private static boolean addsNothing(IOException e, IOException cause) {
        return e.getMessage() == null || e.getMessage().contains(cause.toString()) || e.getClass() != IOException.class;
    }

    private static String reason(IOException e) {
        if (e instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        } else if (e instanceof ClosedChannelException) {
            return "interrupted";
        }
        String told = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return Objects.requireNonNullElse(WORDS.get(e.getClass()), told == null ? "the system gives no reason" : told);
    }
}
