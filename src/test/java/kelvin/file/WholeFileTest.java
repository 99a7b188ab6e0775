package kelvin.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Path beside = Path.of("");

    @BeforeEach
    void writeTheOldOne() throws IOException {
        file = Files.writeString(folder.resolve("file"), "old");
        beside = folder.resolve(".file.partial");
    }

    @Test
    void theNewFileStandsUnderItsNameAlone() throws IOException {
        assertThat(WholeFile.write(file, path -> Files.writeString(path, "new")))
                .isEqualTo(file);
        assertThat(file).hasContent("new");
        assertThat(beside).doesNotExist();
    }

    @Test
    void theOldFileStandsUntilTheNewOneIsWhole() throws IOException {
        WholeFile.write(file, path -> {
            Files.writeString(path, "ne");
            assertThat(file).hasContent("old");
            Files.writeString(path, "new");
        });
        assertThat(file).hasContent("new");
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() {
        IOException full = new IOException("No space left on device");
        assertThatThrownBy(() -> WholeFile.write(file, path -> {
                    Files.writeString(path, "half");
                    throw full;
                }))
                .isSameAs(full);
        assertThat(file).hasContent("old");
        assertThat(beside).doesNotExist();
    }

    @Test
    void aMistakeOfTheWriterIsHandedOnToo() {
        assertThatThrownBy(() -> WholeFile.write(file, path -> {
                    Files.writeString(path, "half");
                    throw new IllegalStateException("oh");
                }))
                .hasMessage("oh");
        assertThat(beside).doesNotExist();
    }

    @Test
    void whatACrashLeftIsOverwritten() throws IOException {
        Files.writeString(beside, "much longer than what comes now");
        WholeFile.force(file, "new".getBytes(StandardCharsets.UTF_8));
        assertThat(file).hasContent("new");
        assertThat(beside).doesNotExist();
    }

    /** {@code /dev/full} refuses every write as a full disk does. */
    @Test
    void aFullDiskIsSaidInItsOwnWords() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        Files.createSymbolicLink(beside, Path.of("/dev/full"));
        assertThatIOException()
                .isThrownBy(() -> WholeFile.force(file, new byte[] {1}))
                .withMessage("No space left on device");
        assertThat(file).hasContent("old");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path lost = folder.resolve("lost");
        assertThatThrownBy(() -> WholeFile.force(lost.resolve("file"), new byte[] {1}))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(lost.resolve(".file.partial").toString());
    }

    @Test
    void aReadOnlyFolderIsNamed() throws IOException {
        assumeThat(folder.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(folder)).isFalse(); // the system's own user may write everywhere
        assertThatThrownBy(() -> WholeFile.force(file, new byte[] {1}))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(beside.toString());
        assertThat(file).hasContent("old");
    }
}
