package kelvin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kelvin.decision.Decision;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions per second of one decision maker with ten arms, asked by two threads; a tenth of the decisions is rewarded. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@Threads(2)
public class DecisionMakerBenchmark {
    private static final int BATCH = 1000;
    private static final int REWARDED = 10;

    /** The decision makers that both threads share. */
    @State(Scope.Benchmark)
    public static class Makers {
        private final Settings rules =
                new Settings(new Softmax(0.2), 10, Seed.of(1)).remembered(100_000).maxAge(Duration.ofHours(1));
        private final DecisionMaker inMemory = new DecisionMaker(rules);
        private final Path folder = temporary();
        private final DecisionMaker durable = open(folder, rules);

        private static Path temporary() {
            try {
                return Files.createTempDirectory("decisions");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static DecisionMaker open(Path folder, Settings rules) {
            try {
                return DecisionMaker.open(folder, rules);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * Lets go of the folder and removes it.
         *
         * @throws IOException if that fails
         */
        @TearDown
        public void close() throws IOException {
            durable.close();
            Rounds.remove(folder);
        }
    }

    /** The names of one thread's decisions. */
    @State(Scope.Thread)
    public static class Names {
        private static final Seed UNIQUE = Seed.of(System.nanoTime());

        private final String thread =
                Long.toHexString(UNIQUE.child(System.identityHashCode(this)).low());
        private long next;

        String name() {
            return thread + next++;
        }
    }

    /**
     * In memory alone.
     *
     * @param makers the decision makers
     * @param names the names of this thread's decisions
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void inMemory(Makers makers, Names names) {
        work(makers.inMemory, names);
    }

    /**
     * Each thread commits after a thousand decisions: all of them are then on disk.
     *
     * @param makers the decision makers
     * @param names the names of this thread's decisions
     * @throws IOException if the disk refuses
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void durable(Makers makers, Names names) throws IOException {
        work(makers.durable, names);
        makers.durable.commit();
    }

    private static void work(DecisionMaker maker, Names names) {
        for (int i = 0; i < BATCH; i++) {
            String name = names.name();
            Decision decision = maker.decide(name);
            if (i % REWARDED == 0) {
                maker.reward(name, decision.action() * 0.1);
            }
        }
    }
}
