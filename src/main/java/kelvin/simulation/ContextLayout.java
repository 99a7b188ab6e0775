package kelvin.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.bandit.Testbed;
import kelvin.contract.Rewards;
import kelvin.metric.Coefficient;
import kelvin.metric.ContextResults;
import kelvin.metric.GroupRegret;
import kelvin.metric.ReliabilityBin;
import kelvin.numeric.Moments;

/**
 * The layout of what a run records about contexts, in the row after its trace: coefficients by action and feature, then counts and sums
 * of predictions and true means by bin, then decisions and regret by group. What is not recorded takes no place.
 *
 * @param start the length of the trace
 * @param actions the number of actions of which coefficients are recorded; 0 for none
 * @param features the number of coefficients per action
 * @param bins the number of bins of predictions; 0 for none
 * @param groups the number of groups of contexts
 */
record ContextLayout(int start, int actions, int features, int bins, int groups) {
    private static final int BINS = 10;
    private static final int MAX_COEFFICIENTS = 100_000;

    /**
     * Returns the layout for a testbed: coefficients and predictions only where something is traced, nothing in blind worlds; no
     * coefficients where every repetition is another problem, of which their means would say nothing.
     */
    static ContextLayout of(Testbed testbed, TraceLayout trace) {
        boolean single = testbed.features().any() && testbed.slates().most() == 1;
        boolean traced = single && trace.length() > 0;
        int features = testbed.features().total();
        boolean few = (long) testbed.size() * features <= MAX_COEFFICIENTS;
        return new ContextLayout(
                trace.length(),
                traced && few && !testbed.meansVary() ? testbed.size() : 0,
                features,
                traced && testbed.meansKnown() && Rewards.UNIT_INTERVAL.include(testbed.rewards()) ? BINS : 0,
                single ? testbed.groups().size() : 0);
    }

    /** Returns the place of the coefficients of an action. */
    int coefficients(int action) {
        return start + action * features;
    }

    /** Returns the place of the count of a bin, before those of the sums of predictions and of true means. */
    int bin(int bin) {
        return coefficients(actions) + 3 * bin;
    }

    /** Returns the place of the decisions of a group, before that of its regret. */
    int group(int group) {
        return bin(bins) + 2 * group;
    }

    /** Returns the length of a row. */
    int length() {
        return group(groups);
    }

    /** Returns the bin of a prediction. */
    int binOf(double prediction) {
        return (int) Math.max(0, Math.min(bins - 1, Math.floor(prediction * bins)));
    }

    /** Returns the results of a player, from the rows of its runs; what no run recorded is left out. */
    ContextResults results(String label, Testbed testbed, Moments rows) {
        if (length() == start || rows.count() == 0) {
            return ContextResults.NONE;
        }
        double[] means = rows.means();
        double[] errors = rows.standardErrors();
        return new ContextResults(
                true,
                testbed.fixedComparator(),
                testbed.armNames(),
                coefficients(label, testbed.featureNames(), means, errors, Math.sqrt(rows.count())),
                reliability(label, means),
                IntStream.range(0, groups)
                        .mapToObj(g -> new GroupRegret(
                                label,
                                testbed.groups().get(g),
                                means[group(g)],
                                means[group(g) + 1],
                                errors[group(g) + 1]))
                        .toList());
    }

    private List<Coefficient> coefficients(
            String label, List<String> names, double[] means, double[] errors, double root) {
        List<Coefficient> all = new ArrayList<>();
        for (int action = 0; action < actions; action++) {
            for (int i = 0; i < features; i++) {
                int place = coefficients(action) + i;
                if (!Double.isNaN(means[place])) {
                    all.add(new Coefficient(label, action, names.get(i), means[place], root * errors[place]));
                }
            }
        }
        return all;
    }

    private List<ReliabilityBin> reliability(String label, double[] means) {
        double count = IntStream.range(0, bins).mapToDouble(b -> means[bin(b)]).sum();
        return IntStream.range(0, bins)
                .filter(b -> means[bin(b)] > 0)
                .mapToObj(b -> new ReliabilityBin(
                        label,
                        b == 0 ? Double.NEGATIVE_INFINITY : (double) b / bins,
                        b == bins - 1 ? Double.POSITIVE_INFINITY : (b + 1.0) / bins,
                        means[bin(b) + 1] / means[bin(b)],
                        means[bin(b) + 2] / means[bin(b)],
                        means[bin(b)] / count))
                .toList();
    }
}
