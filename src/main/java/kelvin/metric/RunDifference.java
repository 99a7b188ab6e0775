package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.metric.Verdict.Outcome;
import kelvin.numeric.Pow;
import kelvin.random.Seed;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A difference between learners of two experiments, tested as their repetitions allow.
 *
 * <pre>
 *   paired        s = standard error of the mean of x_r − y_r,   ν = pairs − 1
 *   independent   s² = s_x² + s_y²,   ν = s⁴/(s_x⁴/(n_x − 1) + s_y⁴/(n_y − 1))        (Welch and Satterthwaite)
 *   bounded       s = s_x + s_y,      ν = min(n_x, n_y) − 1
 *   t = difference/s,   interval = difference ± t(1 − 0.025/K; ν)·s
 * </pre>
 *
 * <p>s_x and s_y are the standard errors of both means, K is the product of the numbers of looks. The bound contains the paired interval
 * whatever the correlation, where both have as many repetitions: a standard deviation of differences is at most the sum of both. Of
 * independent values so skewed that n ≤ 25·G₁² in either, the interval is a bootstrap interval (BCa), as in {@link RunSummary}. Where s is
 * 0, p is 1 if the difference is 0, else 2·½ⁿ for the smaller number of repetitions, as in {@link Comparisons}.
 *
 * @param comparison the difference with its test; its repetitions are the pairs, or the smaller number where there are none
 * @param pairing the dependence between both
 * @param repetitions how many repetitions the learner's estimate is of
 * @param baselineRepetitions how many the baseline's is of
 * @param degrees ν, the degrees of freedom; {@code NaN} where there is no test
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch (1947), The generalization of Student's problem when several different
 *     population variances are involved</a>
 */
@Stability(MAY_CHANGE)
public record RunDifference(
        Comparison comparison, Pairing pairing, long repetitions, long baselineRepetitions, double degrees) {
    /**
     * Two estimates to compare.
     *
     * @param learner the estimate of the learner
     * @param baseline the estimate that is subtracted, of the same metric at the same step
     * @param sharing whether repetitions of one number share their random streams
     */
    public record Pair(MetricEstimate learner, MetricEstimate baseline, boolean sharing) {}

    /**
     * Compares pairs of estimates; p-values are adjusted by Holm's method over all pairs in one metric.
     *
     * @param pairs what to compare
     * @return a difference per pair, in their order
     */
    public static List<RunDifference> of(List<Pair> pairs) {
        List<Tested> tested = pairs.stream().map(Tested::of).toList();
        double[] holm = new double[tested.size()];
        Map<Metric, List<Integer>> families = new EnumMap<>(Metric.class);
        for (int i = 0; i < holm.length; i++) {
            families.computeIfAbsent(tested.get(i).pair.learner().metric(), metric -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> family : families.values()) {
            double[] adjusted = Comparisons.holm(
                    family.stream().mapToDouble(i -> tested.get(i).p()).toArray());
            for (int i = 0; i < adjusted.length; i++) {
                holm[family.get(i)] = adjusted[i];
            }
        }
        List<RunDifference> all = new ArrayList<>();
        for (int i = 0; i < holm.length; i++) {
            all.add(tested.get(i).concluded(holm[i]));
        }
        return all;
    }

    /**
     * Returns the verdict.
     *
     * @return the conclusion, with the interval
     */
    public Verdict verdict() {
        return comparison.verdict().orElseThrow();
    }

    /** A pair with its t statistic, before the adjustment of p-values. */
    private record Tested(Pair pair, Pairing pairing, double mean, double error, double degrees, InterimLooks looks) {
        static Tested of(Pair pair) {
            MetricEstimate x = pair.learner();
            MetricEstimate y = pair.baseline();
            InterimLooks looks = new InterimLooks(x.looks().count() * y.looks().count());
            if (pair.sharing() && x.values().isPresent() && y.values().isPresent()) {
                MetricEstimate d = MetricEstimate.of(paired(pair, looks), x.step());
                return new Tested(pair, Pairing.PAIRED, d.mean(), d.standardError(), d.repetitions() - 1.0, looks);
            }
            double mean = x.mean() - y.mean();
            double smaller = Math.min(x.repetitions(), y.repetitions()) - 1.0;
            if (pair.sharing()) {
                double error = x.standardError() + y.standardError();
                return new Tested(pair, Pairing.BOUNDED, mean, error, smaller, looks);
            }
            double a = x.standardError() * x.standardError();
            double b = y.standardError() * y.standardError();
            double degrees = a + b == 0
                    ? smaller
                    : (a + b) * (a + b) / (a * a / (x.repetitions() - 1.0) + b * b / (y.repetitions() - 1.0));
            return new Tested(pair, Pairing.INDEPENDENT, mean, Math.sqrt(a + b), degrees, looks);
        }

        /** Returns the differences of the first repetitions, as many as both have. */
        private static RunValues paired(Pair pair, InterimLooks looks) {
            RunValues x = pair.learner().values().orElseThrow();
            RunValues y = pair.baseline().values().orElseThrow();
            int pairs = Math.min(x.values().length, y.values().length);
            double[] differences = x.first(pairs).minus(y.first(pairs)).values();
            return new RunValues(x.learner(), x.metric(), differences, looks);
        }

        private long repetitions() {
            return Math.min(pair.learner().repetitions(), pair.baseline().repetitions());
        }

        private boolean known() {
            return !Double.isNaN(error);
        }

        double t() {
            return mean == 0 && error == 0 ? 0 : mean / error;
        }

        double p() {
            if (!known()) {
                return Double.NaN;
            }
            return looks.p(
                    Double.isInfinite(t())
                            ? Pow.of(0.5, repetitions() - 1.0)
                            : 2 * TDistribution.of(degrees).survivalProbability(Math.abs(t())));
        }

        RunDifference concluded(double holm) {
            SignedRanks ranks = new SignedRanks(Double.NaN, 0);
            Verdict verdict;
            if (pairing == Pairing.PAIRED) {
                RunValues differences = paired(pair, looks);
                ranks = SignedRanks.of(differences.values(), looks);
                verdict = Verdict.of(differences, RunSummary.of(differences), holm, ranks);
            } else {
                verdict = unpaired(holm);
            }
            return new RunDifference(
                    new Comparison(
                            pair.learner().learner(),
                            pair.baseline().learner(),
                            pair.learner().metric(),
                            pair.learner().step(),
                            mean,
                            error,
                            repetitions(),
                            looks,
                            t(),
                            p(),
                            holm,
                            ranks.p(),
                            Optional.of(verdict)),
                    pairing,
                    pair.learner().repetitions(),
                    pair.baseline().repetitions(),
                    known() ? degrees : Double.NaN);
        }

        private Verdict unpaired(double holm) {
            if (!known()) {
                return new Verdict(Outcome.UNTESTED, Double.NaN, Double.NaN, false, false, Double.NaN);
            }
            Outcome outcome = holm < Comparison.LEVEL ? Outcome.SIGNIFICANT : Outcome.NOT_SIGNIFICANT;
            if (pairing == Pairing.INDEPENDENT && isSkewed()) {
                double[] ends =
                        BcaInterval.difference(values(pair.learner()), values(pair.baseline()), looks.tail(), seed());
                return new Verdict(outcome, ends[0], ends[1], false, true, Double.NaN);
            }
            double half =
                    error == 0 ? 0 : error * TDistribution.of(degrees).inverseCumulativeProbability(1 - looks.tail());
            return new Verdict(outcome, mean - half, mean + half, false, false, Double.NaN);
        }

        private boolean isSkewed() {
            return Stream.of(pair.learner(), pair.baseline())
                            .allMatch(each -> each.values().isPresent()
                                    && each.repetitions() >= RunSummary.MIN_BOOTSTRAP_REPETITIONS)
                    && (isSkewed(pair.learner()) || isSkewed(pair.baseline()));
        }

        private static boolean isSkewed(MetricEstimate estimate) {
            double[] values = values(estimate);
            return RunSummary.skewed(values.length, RunSummary.skewness(values, estimate.mean()));
        }

        private static double[] values(MetricEstimate estimate) {
            return estimate.values().orElseThrow().values();
        }

        private Seed seed() {
            MetricEstimate learner = pair.learner();
            return RunSummary.seed(learner.learner() + " − " + pair.baseline().learner(), learner.metric());
        }
    }
}
