package kelvin.decision.family;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import kelvin.decision.journal.FolderLock;
import kelvin.decision.journal.Journal;

/** Keeps a family's folder locked before each write, and logs the first of the writes that fail in a row, then the one that succeeds. */
final class LoggedWrites implements Journal.Guard {
    private static final Logger LOG = System.getLogger("kelvin.decision");

    private final FolderLock lock;
    private final AtomicLong failures = new AtomicLong();

    LoggedWrites(FolderLock lock) {
        this.lock = lock;
    }

    @Override
    public void check() throws IOException {
        lock.renew();
    }

    @Override
    public void wrote(long lines, long bytes) {
        long before = failures.getAndSet(0);
        if (before > 0) {
            LOG.log(Level.INFO, "the disk writes again, after " + before + " failed writes");
        }
    }

    @Override
    public void failed(IOException failure) {
        if (failures.getAndIncrement() == 0) {
            LOG.log(Level.WARNING, failure.getMessage());
        }
    }
}
