package kelvin.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** A decision within a whole simulation of ten Gaussian arms with every step reported. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(200 * Work.HORIZON)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TestbedBenchmark {
    /** At temperature 0.2. */
    @Benchmark
    public double fixed() {
        return Work.testbed(Work.FIXED, 200, 1, decisions -> {});
    }

    /** At temperature 1/√step. */
    @Benchmark
    public double cooling() {
        return Work.testbed(Work.COOLING, 200, 1, decisions -> {});
    }
}
