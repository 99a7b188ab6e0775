package kelvin.bench;

import java.util.Arrays;
import java.util.stream.LongStream;
import kelvin.simulation.ReportSteps;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.L64X128Mix;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The ten-armed testbed as one plain loop that does everything a run of Kelvin promises: the yardstick of {@link TestbedReport}.
 *
 * <p>It keeps common random numbers (the n-th reward of an arm depends on repetition, arm and n alone), sums the weights afresh for
 * every draw, divides sums of rewards by counts, checks rewards, and takes down regret, reward and optimal action at every reported
 * step with their squared deviations (Welford), and how often each rank was chosen since the last one.
 *
 * <p>Arguments: {@code plain} for weights exp(q/τ), which overflow where q/τ exceeds 709, or {@code shifted} for exp((q − r)/τ) with
 * a reference r that moves, as a softmax needs that is right for all values; the horizon; the number of reported steps; the number of
 * repetitions. Prints the mean regret at the horizon.
 */
final class PlainLoop {
    private static final int ARMS = 10;
    private static final double TEMPERATURE = 0.2;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final boolean shifted;
    private final long[] report;
    private final Rewards rewards = new Rewards();
    private final ZigguratSampler.NormalizedGaussian noise = ZigguratSampler.NormalizedGaussian.of(rewards);
    private final double[] means = new double[ARMS];
    private final double[] gaps = new double[ARMS];
    private final int[] ranks = new int[ARMS];
    private final long[] keys = new long[ARMS];
    private final double[] sums = new double[ARMS];
    private final long[] counts = new long[ARMS];
    private final double[] weights = new double[ARMS];
    private final Curve regret;
    private final Curve reward;
    private final Curve optimal;
    private final long[] chosen;
    private double reference;

    PlainLoop(boolean shifted, long[] report) {
        this.shifted = shifted;
        this.report = report;
        regret = new Curve(report.length);
        reward = new Curve(report.length);
        optimal = new Curve(report.length);
        chosen = new long[report.length * ARMS];
    }

    public static void main(String... arguments) {
        long horizon = Long.parseLong(arguments[1]);
        long[] report = new ReportSteps.AtMost(Integer.parseInt(arguments[2])).steps(horizon);
        PlainLoop loop = new PlainLoop(arguments[0].equals("shifted"), report);
        System.out.println(loop.play(1, Integer.parseInt(arguments[3])));
    }

    /** Plays all repetitions; returns the mean regret at the horizon. */
    double play(long seed, int repetitions) {
        boolean everyStep = report[report.length - 1] == report.length;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            UniformRandomProvider random = new L64X128Mix(seed, repetition, 3, 4);
            open(ZigguratSampler.NormalizedGaussian.of(random), Rewards.mix(seed * GOLDEN + repetition));
            if (everyStep) {
                everyStep(random);
            } else {
                stretches(random);
            }
            double share = 1.0 / (repetition + 1);
            regret.add(share);
            reward.add(share);
            optimal.add(share);
        }
        if (LongStream.of(chosen).sum() != repetitions * report[report.length - 1]) {
            throw new IllegalStateException("a choice was not counted");
        }
        return regret.mean[report.length - 1];
    }

    private void everyStep(UniformRandomProvider random) {
        double lost = 0;
        for (int step = 0; step < report.length; step++) {
            int arm = draw(random);
            reward.row[step] = learn(arm);
            lost += gaps[arm];
            regret.row[step] = lost;
            optimal.row[step] = gaps[arm] == 0 ? 1 : 0;
            chosen[step * ARMS + ranks[arm]]++;
        }
    }

    private void stretches(UniformRandomProvider random) {
        double lost = 0;
        long from = 0;
        for (int point = 0; point < report.length; point++) {
            double paid = 0;
            long best = 0;
            for (long step = from; step < report[point]; step++) {
                int arm = draw(random);
                paid += learn(arm);
                lost += gaps[arm];
                best += gaps[arm] == 0 ? 1 : 0;
                chosen[point * ARMS + ranks[arm]]++;
            }
            regret.row[point] = lost;
            reward.row[point] = paid / (report[point] - from);
            optimal.row[point] = (double) best / (report[point] - from);
            from = report[point];
        }
    }

    private int draw(UniformRandomProvider random) {
        double total = total();
        if (shifted && !(total >= 0x1p-100 && total <= 0x1p100)) {
            shift();
            total = total();
        }
        double u = random.nextDouble() * total;
        int arm = 0;
        double reached = weights[0];
        while (arm < ARMS - 1 && u >= reached) {
            reached += weights[++arm];
        }
        return arm;
    }

    private double total() {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        return total;
    }

    /** Moves the reference to the best average. */
    private void shift() {
        reference = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < ARMS; arm++) {
            reference = Math.max(reference, average(arm));
        }
        for (int arm = 0; arm < ARMS; arm++) {
            weights[arm] = Math.exp((average(arm) - reference) / TEMPERATURE);
        }
    }

    private double average(int arm) {
        return counts[arm] == 0 ? 0 : sums[arm] / counts[arm];
    }

    /** Pulls an arm and moves its weight; returns the reward. */
    private double learn(int arm) {
        rewards.place(keys[arm], counts[arm]);
        double paid = means[arm] + noise.sample();
        if (!(Math.abs(paid) <= Double.MAX_VALUE)) {
            throw new IllegalStateException("arm " + arm + " paid " + paid);
        }
        sums[arm] += paid;
        double average = sums[arm] / ++counts[arm];
        weights[arm] = Math.exp((shifted ? average - reference : average) / TEMPERATURE);
        return paid;
    }

    private void open(ZigguratSampler.NormalizedGaussian prior, long key) {
        double best = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < ARMS; arm++) {
            means[arm] = prior.sample();
            best = Math.max(best, means[arm]);
            keys[arm] = Rewards.mix(key + arm * GOLDEN);
        }
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        Arrays.fill(weights, 1);
        reference = 0;
        for (int arm = 0; arm < ARMS; arm++) {
            gaps[arm] = best - means[arm];
            ranks[arm] = 0;
            for (double mean : means) {
                ranks[arm] += mean > means[arm] ? 1 : 0;
            }
        }
    }

    /** A short stream for each reward, placed by the arm's key and the number of the pull. */
    private static final class Rewards implements UniformRandomProvider {
        private long state;

        static long mix(long z) {
            long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
            long x = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
            return x ^ (x >>> 31);
        }

        void place(long key, long number) {
            state = mix(key + number * GOLDEN);
        }

        @Override
        public long nextLong() {
            state += GOLDEN;
            return mix(state);
        }
    }

    /** A metric of one repetition at the reported steps, and its moments over repetitions. */
    private static final class Curve {
        private final double[] row;
        private final double[] mean;
        private final double[] squares;

        Curve(int points) {
            row = new double[points];
            mean = new double[points];
            squares = new double[points];
        }

        void add(double share) {
            for (int i = 0; i < row.length; i++) {
                double deviation = row[i] - mean[i];
                mean[i] += deviation * share;
                squares[i] += deviation * (row[i] - mean[i]);
            }
        }
    }
}
