package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.numeric.Moments;
import kelvin.numeric.Pow;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Compares learners with a baseline by paired t-tests with Holm's correction: in one repetition all of them met the same arms and rewards.
 *
 * <p>Regret is compared at several steps, by Student's paired test at each alone; every metric is compared at the horizon,
 * also by Wilcoxon's signed-rank test. There Student's p-values are adjusted by Holm's method; the family is all learners
 * but the baseline, in one metric. The verdict goes by the mean difference, which is what regret is about; ranks may point
 * the other way where a few repetitions lose much, and the verdict says when they do.
 *
 * <p>Where the data could have ended the playing at one of several {@link InterimLooks}, every p-value is multiplied by their number first.
 *
 * <p>Differences that are the same in every repetition have no standard error: p is 1 if they are 0, else 2·½ⁿ, which is that of the
 * sign test for n repetitions.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">Holm (1979), A simple sequentially rejective multiple test
 *     procedure</a>
 */
@Stability(MAY_CHANGE)
public final class Comparisons {
    private Comparisons() {}

    /**
     * Compares all learners with a baseline; the cost is a few sorts of the repetitions per learner.
     *
     * @param baseline the label of the learner to compare with
     * @param trials the values at the horizon per learner and metric, with equally many repetitions each
     * @param paths the regret of every repetition over time, per learner; may be empty
     * @param horizon the last step
     * @return for each learner but the baseline, regret at the steps of its path, then every metric that both have at the
     *     horizon
     */
    public static List<Comparison> of(String baseline, List<RunValues> trials, List<RegretPaths> paths, long horizon) {
        List<Comparison> all = new ArrayList<>();
        Optional<RegretPaths> reference =
                paths.stream().filter(path -> path.learner().equals(baseline)).findFirst();
        if (reference.isPresent()) {
            InterimLooks looks = trials.get(0).looks();
            paths.stream()
                    .filter(path -> !path.learner().equals(baseline))
                    .forEach(path -> all.addAll(before(path, reference.get(), looks)));
        }
        for (Metric metric : Metric.values()) {
            all.addAll(atHorizon(
                    baseline, trials.stream().filter(t -> t.metric() == metric).toList(), horizon));
        }
        List<String> order = trials.stream().map(RunValues::learner).distinct().toList();
        all.sort(Comparator.comparingInt(comparison -> order.indexOf(comparison.learner())));
        return all;
    }

    private static List<Comparison> before(RegretPaths path, RegretPaths baseline, InterimLooks looks) {
        return IntStream.range(0, path.steps().length - 1)
                .mapToObj(i -> before(path.at(i).minus(baseline.at(i)), baseline.learner(), path.steps()[i], looks))
                .toList();
    }

    private static Comparison before(RunValues difference, String baseline, long step, InterimLooks looks) {
        Moments.Mean mean = Moments.of(difference.values());
        double t = statistic(mean.value(), mean.standardError());
        double p = looks.p(pValue(t, mean.count()));
        return new Comparison(
                difference.learner(),
                baseline,
                difference.metric(),
                step,
                mean.value(),
                mean.standardError(),
                mean.count(),
                looks,
                t,
                p,
                Double.NaN,
                Double.NaN,
                Optional.empty());
    }

    private static List<Comparison> atHorizon(String baseline, List<RunValues> trials, long horizon) {
        Optional<RunValues> reference =
                trials.stream().filter(t -> t.learner().equals(baseline)).findFirst();
        if (reference.isEmpty()) {
            return List.of();
        }
        List<RunValues> differences = trials.stream()
                .filter(each -> !each.learner().equals(baseline))
                .map(each -> each.minus(reference.get()))
                .toList();
        List<RunSummary> summaries = differences.stream().map(RunSummary::of).toList();
        double[] t = summaries.stream()
                .mapToDouble(s -> statistic(s.mean(), s.standardError()))
                .toArray();
        double[] p = new double[t.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = differences.get(i).looks().p(pValue(t[i], summaries.get(i).repetitions()));
        }
        double[] holm = holm(p);
        List<Comparison> all = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            RunValues d = differences.get(i);
            RunSummary s = summaries.get(i);
            SignedRanks ranks = SignedRanks.of(d.values(), d.looks());
            all.add(new Comparison(
                    d.learner(),
                    baseline,
                    d.metric(),
                    horizon,
                    s.mean(),
                    s.standardError(),
                    s.repetitions(),
                    d.looks(),
                    t[i],
                    p[i],
                    holm[i],
                    ranks.p(),
                    Optional.of(Verdict.of(d, s, holm[i], ranks))));
        }
        return all;
    }

    private static double statistic(double mean, double error) {
        return mean == 0 && error == 0 ? 0 : mean / error;
    }

    private static double pValue(double t, long pairs) {
        if (pairs < 2) {
            return Double.NaN;
        }
        return Double.isInfinite(t)
                ? Pow.of(0.5, pairs - 1.0)
                : 2 * TDistribution.of(pairs - 1.0).survivalProbability(Math.abs(t));
    }

    /** Returns Holm's adjusted p-values; undefined ones stay so and do not count. */
    static double[] holm(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
        double[] adjusted = new double[p.length];
        long left = Arrays.stream(p).filter(each -> !Double.isNaN(each)).count();
        double largest = 0;
        for (int i : order) {
            largest = Math.max(largest, Math.min(1, left * p[i]));
            adjusted[i] = Double.isNaN(p[i]) ? Double.NaN : largest;
            left--;
        }
        return adjusted;
    }
}
