package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.concurrent.locks.ReentrantLock;
import kelvin.contract.Stability;

/**
 * A lock that backs off under contention, for critical sections shorter than the transfer of a cache line between
 * cores. Who finds it taken looks again only after some microseconds, so that the owner of the moment does many pieces
 * of work in a row with the data in its own cache.
 *
 * @implNote Where a cache line took 245 ns from core to core, two threads made 1.2 to 1.9 times as many decisions as under
 *     {@code synchronized} with one in ten rewarded, and twice as many with all rewarded.
 */
@Stability(MAY_CHANGE)
public final class BackoffLock {
    private static final int MIN_SPINS = 256;
    private static final int MAX_SPINS = 1024;

    private final ReentrantLock lock = new ReentrantLock();

    /** Takes the lock, and waits for it if need be. */
    public void lock() {
        for (int spins = MIN_SPINS; !lock.tryLock(); spins *= 2) {
            if (spins > MAX_SPINS) {
                lock.lock();
                return;
            }
            for (int i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
        }
    }

    /** Lets the lock go. */
    public void unlock() {
        lock.unlock();
    }
}
