package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSwapTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void oldFiles() throws IOException {
        for (String name : new String[] {"journal", "other", "index-000001", "journal.tail-5"}) {
            Files.writeString(folder.resolve(name), "old");
        }
    }

    private String files() throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(
                        file.getFileName().toString(), Files.isDirectory(file) ? "folder" : Files.readString(file));
            }
        }
        return contents.toString();
    }

    @Test
    void theNewVersionsReplaceTheOldAndWhatWouldPointIntoThemGoes() throws IOException {
        Path prepared = FolderSwap.begin(folder);
        assertThat(prepared).isEqualTo(folder.resolve("rewriting")).isEmptyDirectory();
        Files.writeString(prepared.resolve("journal"), "new");
        FolderSwap.commit(folder);
        assertThat(files()).isEqualTo("{journal=new, other=old}");
    }

    @Test
    void whatWasInterruptedBeforeIsUndone() throws IOException {
        Files.writeString(FolderSwap.begin(folder).resolve("journal"), "new");
        assertThatCode(() -> FolderSwap.requireFinished(folder)).doesNotThrowAnyException();
        assertThat(FolderSwap.begin(folder)).isEmptyDirectory();
        FolderSwap.finish(folder);
        assertThat(files()).isEqualTo("{index-000001=old, journal=old, journal.tail-5=old, other=old}");
    }

    @Test
    void whatWasInterruptedAfterIsCompleted() throws IOException {
        Files.writeString(FolderSwap.begin(folder).resolve("journal"), "new");
        Files.move(folder.resolve("rewriting"), folder.resolve("rewritten"));
        assertThatIOException()
                .isThrownBy(() -> FolderSwap.requireFinished(folder))
                .withMessageStartingWith(
                        folder + ": found rewritten, must be a folder whose files are all of one version");
        assertThat(FolderSwap.begin(folder)).isEmptyDirectory();
        assertThat(files()).isEqualTo("{journal=new, other=old, rewriting=folder}");
    }
}
