package kelvin.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.metric.RewardHistogram;

/** Draws histograms of the rewards of arms, from pulls that no learner sees; those of the first repetition. */
final class RewardDraws {
    private static final int MAX_ARMS = 12;
    private static final int MAX_DISTINCT_VALUES = 24;
    private static final int BINS = 40;
    private static final double TAIL_PROBABILITY = 0.005;

    private RewardDraws() {}

    /** Draws histograms of the best arms, at most {@value #MAX_ARMS}. */
    static List<RewardHistogram> of(Bandit bandit, int draws) {
        int[] order =
                Arrays.stream(RankedArms.of(bandit).order()).limit(MAX_ARMS).toArray();
        double[][] drawn = Arrays.stream(order)
                .mapToObj(arm -> IntStream.range(0, draws)
                        .mapToDouble(draw -> bandit.pull(arm))
                        .toArray())
                .toArray(double[][]::new);
        double[][] bins = bins(drawn);
        List<RewardHistogram> histograms = new ArrayList<>();
        for (int rank = 0; rank < order.length; rank++) {
            histograms.add(new RewardHistogram(order[rank], rank, bins[0], bins[1], shares(bins, drawn[rank])));
        }
        return histograms;
    }

    /** Returns the lower and upper edges of the bins: the values themselves where they are few, else equal widths over all but the tails. */
    private static double[][] bins(double[][] drawn) {
        double[] values = Arrays.stream(drawn)
                .flatMapToDouble(Arrays::stream)
                .distinct()
                .sorted()
                .limit(MAX_DISTINCT_VALUES + 1L)
                .toArray();
        if (values.length <= MAX_DISTINCT_VALUES) {
            return new double[][] {values, values};
        }
        double first = quantiles(drawn, TAIL_PROBABILITY).min().orElseThrow();
        double width = (quantiles(drawn, 1 - TAIL_PROBABILITY).max().orElseThrow() - first) / BINS;
        return new double[][] {
            IntStream.range(0, BINS).mapToDouble(i -> first + i * width).toArray(),
            IntStream.range(0, BINS).mapToDouble(i -> first + (i + 1) * width).toArray()
        };
    }

    /** Returns a quantile of the rewards of each arm. */
    private static DoubleStream quantiles(double[][] drawn, double level) {
        return Arrays.stream(drawn)
                .mapToDouble(pulls -> Arrays.stream(pulls).sorted().toArray()[(int) (level * (pulls.length - 1))]);
    }

    private static double[] shares(double[][] bins, double[] drawn) {
        long[] counts = new long[bins[0].length];
        for (double reward : drawn) {
            int place = Arrays.binarySearch(bins[0], reward);
            counts[Math.max(0, place < 0 ? -place - 2 : place)]++;
        }
        return Arrays.stream(counts)
                .mapToDouble(count -> (double) count / drawn.length)
                .toArray();
    }
}
