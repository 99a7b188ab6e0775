package kelvin.shard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.file.IoMessage;

/**
 * Collects the played nodes of a shard and writes them into part files, one about every second, so that a shard writes its share of
 * {@value #MAX_FILES} at most.
 */
final class PartWriter implements AutoCloseable {
    private static final long FILE_NANOS = 1_000_000_000;
    private static final int MAX_FILES = 10_000;
    /** The interval between two files doubles whenever a shard has written this part of its files. */
    private static final int DOUBLINGS = 8;

    private final ShardFolder folder;
    private final Shard shard;
    private final List<PartFile.Played> batch = new ArrayList<>();
    private int files;
    private long due;

    /** A writer of the files after those that the shard has written before. */
    PartWriter(ShardFolder folder, Shard shard) {
        this.folder = folder;
        this.shard = shard;
        while (Files.exists(folder.part(shard, files))) {
            files++;
        }
        due = System.nanoTime() + interval();
    }

    /** Adds a node to those of the next file. */
    void add(PartFile.Played played) {
        batch.add(played);
    }

    /** Writes a file if it is time to. */
    void writeIfDue() {
        if (System.nanoTime() - due >= 0) {
            close();
            due = System.nanoTime() + interval();
        }
    }

    private long interval() {
        int perDoubling = Math.max(1, MAX_FILES / shard.count() / DOUBLINGS);
        return FILE_NANOS << Math.min(files / perDoubling, 30);
    }

    /** Writes what has been added since the last file. */
    @Override
    public void close() {
        if (!batch.isEmpty()) {
            Path file = folder.part(shard, files++);
            try {
                PartFile.write(file, batch);
            } catch (IOException e) {
                throw new UncheckedIOException(file + ": cannot be written: " + IoMessage.of(e), e);
            }
            batch.clear();
        }
    }
}
