package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path root;

    @Test
    void aLockedFolderIsRefusedUntilItIsLetGo() throws IOException {
        Path folder = root.resolve("new");
        FolderLock lock = FolderLock.of(folder);
        assertThatIOException()
                .isThrownBy(() -> FolderLock.of(root.resolve("new/../new")))
                .withMessageEndingWith("is in use by another decision maker, must be this one's own");
        lock.close();
        FolderLock.of(folder).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNotLocked() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        assertThatIOException()
                .isThrownBy(() -> FolderLock.of(file.resolve("folder")))
                .withMessageStartingWith(file.resolve("folder") + ": cannot be written");
        Path folder = Files.createDirectories(root.resolve("folder"));
        Path lock = Files.createDirectory(folder.resolve("lock"));
        assertThatIOException().isThrownBy(() -> FolderLock.of(folder)).withMessageContaining("cannot be written");
        Files.delete(lock);
        FolderLock.of(folder).close();
    }

    @Test
    void aDeletedLockIsMadeAgainByItsOwner() throws IOException {
        try (FolderLock lock = FolderLock.of(root)) {
            Files.delete(root.resolve("lock"));
            lock.renew();
            Object key = FolderLock.key(root.resolve("lock"));
            lock.renew();
            assertThat(FolderLock.key(root.resolve("lock"))).isNotNull().isEqualTo(key);
        }
    }

    @Test
    void aReplacedLockThatAnotherHoldsIsNotTakenFromIt() throws IOException {
        try (FolderLock lock = FolderLock.of(root)) {
            Path file = root.resolve("lock");
            Files.delete(file);
            try (FileChannel other = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                other.lock(0, 1, false);
                assertThatIOException().isThrownBy(lock::renew).withMessageContaining("is in use");
            }
        }
    }

    @Test
    void aJournalIsLockedBehindItsData() throws IOException {
        Path journal = Files.writeString(root.resolve("journal"), "line\n");
        try (FileChannel one = FileChannel.open(journal, StandardOpenOption.WRITE);
                FileChannel two = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            FolderLock.lock(one, root);
            assertThatIOException()
                    .isThrownBy(() -> FolderLock.lock(two, root))
                    .withMessageStartingWith(root + ": is in use");
            assertThat(two.tryLock(0, 5, false)).isNotNull();
        }
    }

    @Test
    void noFileHasNoKey() throws IOException {
        assertThat(FolderLock.key(root.resolve("none"))).isNull();
    }

    @Test
    void aFolderIsHeldFromItsLockToItsClose() throws IOException {
        assertThat(FolderLock.isHeld(root)).isFalse();
        FolderLock lock = FolderLock.of(root);
        assertThat(FolderLock.isHeld(root)).isTrue();
        lock.close();
        assertThat(root.resolve("lock")).exists();
        assertThat(FolderLock.isHeld(root)).isFalse();
    }
}
