package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackoffLockTest {
    @Test
    void whoFindsItTakenSleepsUntilItIsLetGo() throws InterruptedException {
        BackoffLock lock = new BackoffLock();
        AtomicBoolean entered = new AtomicBoolean();
        lock.lock();
        Thread other = new Thread(() -> {
            lock.lock();
            entered.set(true);
            lock.unlock();
        });
        other.start();
        while (other.getState() != Thread.State.WAITING && other.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(entered).isFalse();
        lock.unlock();
        other.join();
        assertThat(entered).isTrue();
        lock.lock();
        lock.unlock();
    }
}
