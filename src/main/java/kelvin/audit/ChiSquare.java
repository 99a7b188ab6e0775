package kelvin.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Pearson's χ² test of counts against probabilities that sum to 1. */
final class ChiSquare {
    /** The least expected count of a cell of the χ² test. */
    private static final double MIN_EXPECTED_COUNT = 5;

    private ChiSquare() {}

    /**
     * Returns the p-value: the probability of counts at least as far off. The statistic is scaled to the χ²
     * distribution with its exact mean and variance, which for rare outcomes differs from the textbook's k − 1 degrees
     * of freedom.
     *
     * @see <a href="https://doi.org/10.1093/biomet/29.1-2.133">Haldane (1937), The exact value of the moments of the
     *     distribution of χ², used as a test of goodness of fit, when expectations are small</a>
     */
    static double pValue(double[] probabilities, int[] counts, int draws) {
        double[][] cells = pooled(probabilities, counts, draws);
        int k = cells.length;
        if (k < 2) {
            return 1;
        }
        double statistic = 0;
        double inverses = 0;
        for (double[] cell : cells) {
            double off = cell[1] - cell[0];
            statistic += off * off / cell[0];
            inverses += draws / cell[0];
        }
        double variance = 2.0 * (k - 1) + (inverses - (double) k * k - 2.0 * k + 2) / draws;
        double freedom = 2.0 * (k - 1) * (k - 1) / variance;
        return ChiSquaredDistribution.of(freedom).survivalProbability(statistic * freedom / (k - 1));
    }

    /**
     * Pools outcomes: pairs of expected and observed counts, the rarest put together until each pair is expected five
     * times.
     */
    private static double[][] pooled(double[] probabilities, int[] counts, int draws) {
        double[][] cells = IntStream.range(0, counts.length)
                .mapToObj(i -> new double[] {probabilities[i] * draws, counts[i]})
                .filter(cell -> cell[0] > 0)
                .sorted(Comparator.comparingDouble(cell -> cell[0]))
                .toArray(double[][]::new);
        int first = 0;
        while (first < cells.length - 1 && (isRare(cells[first]) || isRare(cells[first + 1]))) {
            cells[first + 1][0] += cells[first][0];
            cells[first + 1][1] += cells[first][1];
            first++;
        }
        return Arrays.copyOfRange(cells, first, cells.length);
    }

    private static boolean isRare(double[] cell) {
        return cell[0] < MIN_EXPECTED_COUNT;
    }
}
