package kelvin.bench;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.policy.ActionSelector;
import kelvin.policy.Annealed;
import kelvin.policy.PolicySchedule;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import kelvin.schedule.InverseSqrt;
import kelvin.simulation.Simulation;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** The work that is measured. */
final class Work {
    static final int HORIZON = 1000;
    static final PolicySchedule FIXED = new Softmax(0.2);
    static final PolicySchedule WARM = new Softmax(1);
    static final PolicySchedule GATES = new SigmoidGate(0.5, 0.2);
    private static final GaussianTestbed TESTBED = new GaussianTestbed(10, 0, 1, 1);
    static final PolicySchedule COOLING = new Annealed(new Softmax(1), "temperature", new InverseSqrt(1));

    private Work() {}

    /** Arguments: {@code learners} or {@code rewards}, and the number of repetitions. */
    public static void main(String... arguments) {
        int repetitions = Integer.parseInt(arguments[1]);
        System.out.println(arguments[0].equals("learners") ? learners(repetitions) : rewards(repetitions));
    }

    /** Ten Gaussian arms, every step reported; the mean regret at the horizon. */
    static double testbed(PolicySchedule policy, int repetitions, int threads, LongConsumer progress) {
        LearnerSpec learner = learner(policy);
        long[] everyStep = LongStream.rangeClosed(1, HORIZON).toArray();
        Simulation simulation = new Simulation(TESTBED, Map.of("learner", learner), everyStep, repetitions, Seed.of(1));
        Results results = simulation.play("", threads, progress);
        return results.series(Metric.REGRET).get(0).mean()[HORIZON - 1];
    }

    private static LearnerSpec learner(PolicySchedule policy) {
        return new ValueLearner(policy, 0, new InverseCount(1), false);
    }

    /** The same runs without what a simulation notes down; the sum of rewards. */
    static double learners(int repetitions) {
        double sum = 0;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            Seed seed = Seed.of(1).child(repetition);
            Bandit bandit = TESTBED.open(seed.child("bandit"), HORIZON);
            Learner learner = learner(FIXED)
                    .create(
                            new BanditTask(bandit.arms(), HORIZON),
                            seed.child("learner").generator());
            for (int step = 1; step <= HORIZON; step++) {
                int action = learner.select(step);
                double reward = bandit.pull(action);
                learner.observe(step, action, reward);
                sum += reward;
            }
        }
        return sum;
    }

    /** As many rewards of as many bandits, without a decision; their sum. */
    static double rewards(int repetitions) {
        double sum = 0;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            Bandit bandit = TESTBED.open(Seed.of(1).child(repetition).child("bandit"), HORIZON);
            for (int step = 1; step <= HORIZON; step++) {
                sum += bandit.pull(step % bandit.arms());
            }
        }
        return sum;
    }

    /** Actions with normal rewards about means of their own, and the averages of what was seen of them. */
    static final class World {
        private final double[] means;
        private final double[] sums;
        private final int[] counts;
        private final ContinuousSampler normal;

        World(int actions, UniformRandomProvider random) {
            normal = ZigguratSampler.NormalizedGaussian.of(random);
            means = normal.samples(actions).toArray();
            sums = new double[actions];
            counts = new int[actions];
        }

        /** The average of the rewards of an action, with one more. */
        double observe(int action) {
            sums[action] += means[action] + normal.sample();
            return sums[action] / ++counts[action];
        }
    }

    /** One decision and one observation after the other; the sum of the actions. */
    static long decide(ActionSelector selector, World world, long first, int decisions) {
        long sum = 0;
        for (long step = first; step < first + decisions; step++) {
            int action = selector.select(step);
            selector.set(action, world.observe(action));
            sum += action;
        }
        return sum;
    }

    /** All probabilities at temperature 0.2 by the plainest loop around {@link Math#exp}. */
    static double[] plainProbabilities(double[] values, double[] out) {
        double best = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            best = Math.max(best, value);
        }
        double sum = 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.exp((values[i] - best) / 0.2);
            sum += out[i];
        }
        for (int i = 0; i < out.length; i++) {
            out[i] /= sum;
        }
        return out;
    }

    /** The same, all weights made anew for every decision. */
    static long recompute(double[] values, World world, UniformRandomProvider random, int decisions) {
        Softmax policy = new Softmax(0.2);
        long sum = 0;
        for (int i = 0; i < decisions; i++) {
            int action = policy.select(values, random);
            values[action] = world.observe(action);
            sum += action;
        }
        return sum;
    }

    /** Processor time of this thread, in nanoseconds. */
    static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
