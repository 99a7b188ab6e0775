package kelvin.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.metric.RewardHistogram;

/** Histograms of what arms pay, from pulls that no learner sees; the very rewards that learners meet in the first repetition. */
final class RewardDraws {
    private static final int MOST_ARMS = 12;
    private static final int MOST_VALUES = 24;
    private static final int BINS = 40;
    private static final double TAIL = 0.005;

    private RewardDraws() {}

    /** Draws histograms of the best arms, at most {@value #MOST_ARMS}. */
    static List<RewardHistogram> of(Bandit bandit, int draws) {
        int[] order =
                Arrays.stream(RankedArms.of(bandit).order()).limit(MOST_ARMS).toArray();
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

    /** Where bins begin and end: the values themselves where they are few, else from the least to the largest of what most pulls pay. */
    private static double[][] bins(double[][] drawn) {
        double[] values = Arrays.stream(drawn)
                .flatMapToDouble(Arrays::stream)
                .distinct()
                .sorted()
                .limit(MOST_VALUES + 1L)
                .toArray();
        if (values.length <= MOST_VALUES) {
            return new double[][] {values, values};
        }
        double first = quantiles(drawn, TAIL).min().orElseThrow();
        double width = (quantiles(drawn, 1 - TAIL).max().orElseThrow() - first) / BINS;
        return new double[][] {
            IntStream.range(0, BINS).mapToDouble(i -> first + i * width).toArray(),
            IntStream.range(0, BINS).mapToDouble(i -> first + (i + 1) * width).toArray()
        };
    }

    /** A quantile of each arm. */
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
