package kelvin.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IoMessageTest {
    static Stream<Arguments> errors() {
        return Stream.of(
                arguments(new NoSuchFileException("a"), "a: there is no such file or folder"),
                arguments(new FileAlreadyExistsException("a"), "a: something else of that name is in the way"),
                arguments(new AccessDeniedException("a"), "a: permission denied"),
                arguments(new DirectoryNotEmptyException("a"), "a: it is a folder that is not empty"),
                arguments(new NotDirectoryException("a"), "a: it is not a folder"),
                arguments(new FileSystemLoopException("a"), "a: its links lead round in a circle"),
                arguments(new AtomicMoveNotSupportedException("a", "b", "Invalid"), "a: it is on another file system"),
                arguments(new FileSystemException("a", null, "Is a directory"), "a: Is a directory"),
                arguments(new FileSystemException("a"), "a: the system gives no reason"),
                arguments(new MalformedInputException(1), "it is not UTF-8 text"),
                arguments(new ClosedByInterruptException(), "interrupted"),
                arguments(new EOFException(), "it ends too early"),
                arguments(new IOException("No space left on device"), "No space left on device"),
                arguments(new IOException("b: not written", new NoSuchFileException("a")), "b: not written"),
                arguments(new IOException(new NoSuchFileException("a")), "a: there is no such file or folder"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void everyErrorIsAReason(IOException error, String words) {
        assertThat(IoMessage.of(error)).isEqualTo(words).doesNotContain("Exception");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anUncheckedErrorWithoutWordsOfItsOwnIsItsCause(IOException error, String words) {
        assertThat(IoMessage.of(new UncheckedIOException(error))).isEqualTo(words);
        assertThat(IoMessage.of(new UncheckedIOException("reading: " + error, error)))
                .isEqualTo(words);
    }

    @Test
    void wordsThatWereFoundBeforeAreKept() {
        assertThat(IoMessage.of(new UncheckedIOException("x: cannot be read", new NoSuchFileException("a"))))
                .isEqualTo("x: cannot be read");
    }

    @Test
    void aFileThatCannotBeReadIsNamedOnce() {
        assertThat(IoMessage.unreadable(Path.of("a"), new NoSuchFileException("a")))
                .isEqualTo("a: cannot be read: there is no such file or folder");
        assertThat(IoMessage.unreadable(Path.of("a"), new NoSuchFileException("b")))
                .isEqualTo("a: cannot be read: b: there is no such file or folder");
    }

    @Test
    void aTemporaryFolderThatCannotBeUsedIsNamedWithTheWayToAnother() {
        assertThat(IoMessage.ofTemporary(new AccessDeniedException("/t/x")))
                .isEqualTo(
                        "the temporary folder " + System.getProperty("java.io.tmpdir")
                                + " cannot be used: /t/x: permission denied; set JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR for another");
    }

    /** An error that is added to a text as it is shows the name of its class. */
    @Test
    void noOtherCodeShowsErrorsAsTheyAre() throws IOException {
        Pattern shown = Pattern.compile("\"\\s*\\+\\s*e(?=[,;)\\s])(?!\\s*[-+*/^])|new UncheckedIOException\\(\\w+\\)");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                assertThat(shown.matcher(Files.readString(file)).results().map(match -> file + ": " + match.group()))
                        .isEmpty();
            }
        }
    }
}
