package kelvin.bench;

import java.util.concurrent.TimeUnit;
import kelvin.policy.ActionSelector;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision and one observation, by the number of actions; and the probabilities of as many. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionBenchmark {
    /** The number of actions. */
    @Param({"2", "10", "100", "1000", "10000", "100000", "1000000"})
    public int actions;

    private UniformRandomProvider random = Seed.of(1).generator();
    private Work.World world = new Work.World(1, random);
    private ActionSelector fixed = new ActionSelector(Work.FIXED, new double[1], random);
    private ActionSelector cooling = new ActionSelector(Work.COOLING, new double[1], random);
    private double[] values = {};
    private double[] out = {};
    private long step;

    /** Starts with all values 0. */
    @Setup
    public void start() {
        random = Seed.of(1).generator();
        world = new Work.World(actions, random);
        fixed = new ActionSelector(Work.FIXED, new double[actions], random);
        cooling = new ActionSelector(Work.COOLING, new double[actions], random);
        values = random.doubles(actions).toArray();
        out = new double[actions];
    }

    /** At temperature 0.2. */
    @Benchmark
    public long fixed() {
        return Work.decide(fixed, world, ++step, 1);
    }

    /** At temperature 1/√step. */
    @Benchmark
    public long cooling() {
        return Work.decide(cooling, world, ++step, 1);
    }

    /** All probabilities at temperature 0.2. */
    @Benchmark
    public double[] probabilities() {
        new Softmax(0.2).probabilities(values, out);
        return out;
    }

    /** All probabilities by the plainest loop around {@link Math#exp}. */
    @Benchmark
    public double[] plainLoop() {
        return Work.plainProbabilities(values, out);
    }
}
