package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kelvin.decision.Decision;
import kelvin.decision.Settings;
import kelvin.policy.Floor;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Decision makers come and go without a loss, and without waiting for each other. */
class EvictionTest {
    private static final Settings RULES =
            new Settings(new Softmax(0.3), 4, Seed.of(7)).remembered(50).maxAge(Duration.ofSeconds(1));

    @TempDir
    private Path folder;

    /** Opens the gate's first visitor only when told to, so that opening takes as long as a test wants. */
    private record Gate(CountDownLatch reached, CountDownLatch open) implements Policy {
        @Override
        public void probabilities(double[] values, double[] out) {
            if (Thread.currentThread().getName().equals("slow")) {
                reached.countDown();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            new Softmax(1).probabilities(values, out);
        }

        @Override
        public String toString() {
            return "Gate";
        }
    }

    private static void use(DecisionMakers makers, String name, int decisions) throws IOException {
        makers.with(name, maker -> {
            for (int i = 0; i < decisions; i++) {
                maker.decide("id " + i);
            }
            return 0;
        });
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDecisionMakerThatIsBeingOpenedHoldsUpNobodyElse()
            throws IOException, InterruptedException, ExecutionException {
        Gate gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
        ExecutorService slow = Executors.newSingleThreadExecutor(work -> new Thread(work, "slow"));
        try (DecisionMakers makers = new DecisionMakers(folder, new Settings(gate, 3, Seed.of(1)), 2)) {
            use(makers, "hot", 1);
            Future<Long> opened =
                    slow.submit(() -> makers.with("slow", maker -> maker.state().decisions()));
            gate.reached.await();
            use(makers, "hot", 10);
            makers.with("new", maker -> maker.decide("1"));
            assertThat(opened).isNotDone();
            gate.open.countDown();
            assertThat(opened.get()).isZero();
        } finally {
            slow.shutdownNow();
        }
    }

    @Test
    void aDecisionMakerOpenedByManyAtOnceIsOpenedOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (DecisionMakers makers = new DecisionMakers(folder, RULES, 1)) {
            for (int i = 0; i < 100; i++) {
                String id = "id " + i;
                String name = "maker " + i % 3;
                Future<Decision> one = threads.submit(() -> makers.with(name, maker -> maker.decide(id)));
                Future<Decision> other = threads.submit(() -> makers.with(name, maker -> maker.decide(id)));
                assertThat(one.get()).isEqualTo(other.get());
            }
            long all = 0;
            for (int number = 0; number < 3; number++) {
                all += makers.with("maker " + number, maker -> maker.state().decisions());
            }
            assertThat(all).isEqualTo(100);
            assertThat(makers.inMemory()).isLessThanOrEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLongJournalIsNotReplayedWhenItsDecisionMakerComesBack() throws IOException {
        Path own = folder.resolve("context-big");
        try (DecisionMakers makers = new DecisionMakers(folder, RULES, 1)) {
            use(makers, "big", 3000);
            use(makers, "other", 1);
            assertThat(own.resolve("state-000002.json")).exists();
            assertThat(own.resolve("journal-000002.jsonl").toFile().length()).isLessThan(1000);
            use(makers, "big", 10);
            use(makers, "other", 1);
            assertThat(own.resolve("state-000003.json")).doesNotExist();
            long decisions = makers.with("big", maker -> maker.state().decisions());
            assertThat(decisions).isEqualTo(3010);
        }
    }

    @Test
    void whatTheDiskRefusesStaysInMemory() throws IOException {
        Path own = folder.resolve("context-a");
        try (DecisionMakers makers = new DecisionMakers(folder, RULES, 1)) {
            use(makers, "a", 1);
            Files.delete(own.resolve("journal-000001.jsonl")); // what was deleted cannot be gone on with
            makers.with("a", maker -> maker.decide("not on disk"));
            assertThatIOException().isThrownBy(() -> use(makers, "b", 1)).withMessageContaining("cannot be written");
            assertThat(folder.resolve("context-b")).doesNotExist();
            long decisions = makers.with("a", maker -> {
                maker.save();
                return maker.state().decisions();
            });
            assertThat(decisions).isEqualTo(2);
            use(makers, "b", 1);
            assertThat(makers.inMemory()).isEqualTo(1);
        }
    }

    @Test
    void aDecisionMakerThatCannotBeOpenedIsNotHeld() throws IOException {
        Settings impossible = new Settings(new Floor(new Softmax(1), 0.5), 3, Seed.of(1));
        try (DecisionMakers makers = new DecisionMakers(folder, impossible, 2)) {
            assertThatIllegalArgumentException().isThrownBy(() -> use(makers, "a", 1));
            assertThat(makers.inMemory()).isZero();
        }
        try (DecisionMakers makers = new DecisionMakers(folder, RULES, 2)) {
            use(makers, "a", 1);
        }
    }

    @Test
    void aNameConsistsOfWholeCharacters() throws IOException {
        try (DecisionMakers makers = new DecisionMakers(folder, RULES, 2)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> use(makers, "\ud800", 1))
                    .withMessageStartingWith("name = half of a surrogate pair, U+D800, as character 1");
            use(makers, "\ud83d\ude00", 1);
        }
        assertThat(folder.toFile().list()).containsExactly("context-%F0%9F%98%80");
    }
}
