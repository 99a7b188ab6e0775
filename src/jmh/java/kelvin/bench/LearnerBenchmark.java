package kelvin.bench;

import java.util.concurrent.TimeUnit;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.random.Seed;
import kelvin.experiment.Catalog;
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

/** One step of a learner, choosing and learning from a reward of 0 or 1, by the number of arms. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LearnerBenchmark {
    /** The number of arms. */
    @Param({"10", "1000", "1000000"})
    public int arms;

    /** The learner, as an experiment file has it. */
    @Param({
        "{Softmax: {temperature: 0.2}}",
        "{Softmax: {temperature: {InverseSqrt: {start: 1.0}}}}",
        "{SigmoidGate: {threshold: 0.5, temperature: 0.2}}",
        "{EpsilonGreedy: {epsilon: 0.1}}",
        "{Ucb1: {}}",
        "{ThompsonBeta: {}}",
        "{GradientBandit: {stepSize: 0.1, baseline: including}}",
        "{Exp3Anytime: {}}"
    })
    public String learner = "";

    private UniformRandomProvider random = Seed.of(2).generator();
    private Learner player = start("{Uniform: {}}", 1);
    private long step;

    private static Learner start(String yaml, int arms) {
        return new Catalog()
                .learner("benchmark", yaml)
                .create(new BanditTask(arms, Long.MAX_VALUE), Seed.of(1).generator());
    }

    /** Plays as many steps as there are arms: learners that try every arm once do so before measuring. */
    @Setup
    public void start() {
        random = Seed.of(2).generator();
        player = start(learner, arms);
        step = 0;
        while (step < arms) {
            step();
        }
    }

    /** A step. */
    @Benchmark
    public int step() {
        int action = player.select(++step);
        player.observe(step, action, random.nextDouble() < (action + 1.0) / (arms + 1.0) ? 1 : 0);
        return action;
    }
}
