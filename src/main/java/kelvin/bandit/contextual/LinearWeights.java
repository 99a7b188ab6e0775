package kelvin.bandit.contextual;

import java.util.List;
import java.util.Locale;
import kelvin.contract.Require;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The weights of a world whose arms pay by a linear function of the context.
 *
 * <pre>
 *   η[a] = θ[a]·(x, z[a])   disjoint,     θ·(x, z[a])   shared,     θ[a]·x + β·z[a]   hybrid
 * </pre>
 *
 * @param arms K
 * @param features d shared features x, k of each arm z[a]
 * @param layout which weights arms share
 * @param rows the means of the weights: K rows of d + k where disjoint, one where shared, K of d and then β where hybrid; none for zeros
 * @param stdDev the standard deviation of the weights around their means
 */
record LinearWeights(int arms, Features features, Layout layout, List<List<Double>> rows, double stdDev) {
    LinearWeights {
        Require.atLeast("arms", 1, arms);
        Require.that(features.any(), "shared", 0, ">= 1, or perAction");
        Require.that(
                layout != Layout.HYBRID || (features.shared() > 0 && features.perAction() > 0),
                "layout",
                "hybrid",
                "disjoint or shared, unless there are both shared features and features per action");
        Require.notNegative("weightStdDev", stdDev);
        Require.that(!rows.isEmpty() || stdDev > 0, "weights", rows, "given, unless weightStdDev is > 0");
        int count = count(layout, arms);
        Require.that(
                rows.isEmpty() || rows.size() == count,
                "weights",
                rows.size() + " rows",
                count + " in a " + layout.name().toLowerCase(Locale.ROOT) + " layout");
        for (int row = 0; row < rows.size(); row++) {
            int length = length(row, layout, arms, features);
            Require.that(
                    rows.get(row).size() == length,
                    "row " + (row + 1) + " of weights",
                    rows.get(row),
                    length + " numbers");
            for (double weight : rows.get(row)) {
                Require.finite("weights", weight);
            }
        }
    }

    private static int count(Layout layout, int arms) {
        return switch (layout) {
            case DISJOINT -> arms;
            case SHARED -> 1;
            case HYBRID -> arms + 1;
        };
    }

    private static int length(int row, Layout layout, int arms, Features features) {
        if (layout != Layout.HYBRID) {
            return features.total();
        }
        return row < arms ? features.shared() : features.perAction();
    }

    /** Draws the weights of all arms. */
    LinearPredictor draw(Seed seed) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(seed.generator());
        double[][] drawn = new double[count(layout, arms)][];
        for (int row = 0; row < drawn.length; row++) {
            drawn[row] = new double[length(row, layout, arms, features)];
            for (int i = 0; i < drawn[row].length; i++) {
                double mean = rows.isEmpty() ? 0 : rows.get(row).get(i);
                drawn[row][i] = stdDev > 0 ? mean + stdDev * normal.sample() : mean;
            }
        }
        return new LinearPredictor(layout, features.shared(), drawn);
    }
}
