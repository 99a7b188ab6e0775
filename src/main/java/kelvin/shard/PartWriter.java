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
    static final int MAX_FILES = 10_000;
    private static final long FILE_NANOS = 1_000_000_000;
    private static final long NEVER = Long.MAX_VALUE / 2;

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
        return interval(files, shard.count());
    }

    /**
     * Returns the nanoseconds to the next file of a shard that has written some: a second, four times as much whenever it has written half of
     * what was left of its share of files, and nothing before the end once one is left.
     */
    static long interval(int files, int shards) {
        int share = MAX_FILES / shards;
        int left = share - files;
        return left <= 1 ? NEVER : FILE_NANOS << (2 * (31 - Integer.numberOfLeadingZeros(share / left)));
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
