package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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

    private DecisionMakers family(int inMemory) throws IOException {
        return DecisionMakers.open(folder, RULES, inMemory, 1, InstantSource.system());
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
        try (DecisionMakers makers =
                DecisionMakers.open(folder, new Settings(gate, 3, Seed.of(1)), 2, 1, InstantSource.system())) {
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
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 1, 1, InstantSource.system())) {
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
    void ofALongContextTheStateAloneIsReadBack() throws IOException {
        try (DecisionMakers makers = family(1)) {
            use(makers, "big", 3000);
            use(makers, "other", 1);
            assertThat(told("big")).isEqualTo(1);
            use(makers, "big", 10);
            use(makers, "other", 1);
            assertThat(told("big")).isEqualTo(11);
            long decisions = makers.with("big", maker -> maker.state().decisions());
            assertThat(decisions).isEqualTo(3010);
        }
    }

    /** Returns the number of lines that a context is read back from. */
    private int told(String name) throws IOException {
        ShardLog log = new ShardLog(folder.resolve("shard-0000"), RULES.seed());
        log.read(new ArrayList<>());
        return log.lines(name).told().size();
    }

    @Test
    void whatTheDiskRefusesStaysInMemory() throws IOException {
        try (DecisionMakers makers = family(1)) {
            use(makers, "a", 1);
            Files.delete(folder.resolve("shard-0000/journal-000001.jsonl")); // what was deleted cannot be gone on with
            makers.with("a", maker -> maker.decide("not on disk"));
            assertThatIOException().isThrownBy(() -> use(makers, "b", 1)).withMessageContaining("cannot be written");
            long decisions = makers.with("a", maker -> {
                maker.save();
                return maker.state().decisions();
            });
            assertThat(decisions).isEqualTo(2);
            use(makers, "b", 1);
            assertThat(makers.inMemory()).isEqualTo(1);
            long kept = makers.with("a", maker -> maker.state().decisions());
            assertThat(kept).isEqualTo(2);
        }
    }

    @Test
    void settingsThatCannotBeginLeaveNoFolder() throws IOException {
        Settings impossible = new Settings(new Floor(new Softmax(1), 0.5), 3, Seed.of(1));
        Path none = folder.resolve("none");
        assertThatIllegalArgumentException().isThrownBy(() -> DecisionMakers.open(none, impossible, 2));
        assertThat(none).doesNotExist();
    }

    @Test
    void aNameConsistsOfWholeCharacters() throws IOException {
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 2, 1, InstantSource.system())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> use(makers, "\ud800", 1))
                    .withMessageStartingWith("name = half of a surrogate pair, U+D800, as character 1");
            use(makers, "\ud83d\ude00", 1);
        }
        try (DecisionMakers makers = family(1)) {
            assertThat(makers.names()).containsExactly("\ud83d\ude00");
        }
    }
}
