package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    private static Throwable thrown(RuntimeException failure) {
        try (WorkerPool pool = new WorkerPool(1)) {
            Supplier<Integer> result = pool.submit(() -> {
                throw failure;
            });
            return catchThrowable(result::get);
        }
    }

    @Test
    void workIsDoneByDaemonsWithAName() {
        try (WorkerPool pool = new WorkerPool(2)) {
            assertThat(pool.submit(() -> Thread.currentThread().isDaemon()).get())
                    .isTrue();
            assertThat(pool.submit(() -> Thread.currentThread().getName()).get())
                    .isEqualTo("kelvin-player");
        }
    }

    @Test
    void whatEndsARunEndsThePlaying() {
        RuntimeException failed = new FailedRun("UCB1", 3, new IllegalStateException("broken"));
        assertThat(thrown(failed)).isSameAs(failed);
        RuntimeException cancelled = new RunCancelled(List.of(), List.of(), 7);
        assertThat(thrown(cancelled)).isSameAs(cancelled);
        assertThat(thrown(new IllegalStateException("broken")))
                .isInstanceOf(FailedRun.class)
                .hasMessageStartingWith("the simulation broke down: ")
                .hasMessageEndingWith("broken");
    }

    @Test
    void memoryThatIsFullIsNotCalledAFailureOfAPlayer() {
        try (WorkerPool pool = new WorkerPool(1)) {
            Supplier<Integer> result = pool.submit(() -> {
                throw new OutOfMemoryError("full");
            });
            assertThatThrownBy(result::get).isInstanceOf(OutOfMemoryError.class).hasMessage("full");
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingStaysInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        try (WorkerPool pool = new WorkerPool(1)) {
            Supplier<Boolean> result = pool.submit(() -> {
                try {
                    never.await();
                    return true;
                } catch (InterruptedException e) {
                    return false;
                }
            });
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(FailedRun.class).isThrownBy(result::get).withMessage("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
