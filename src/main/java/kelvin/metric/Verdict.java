package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.Stability;

/**
 * The conclusion of a comparison at the horizon: whether the mean difference is significant, and what qualifies it.
 *
 * @param outcome the conclusion about the mean difference, learner − baseline
 * @param low the lower end of the 95 % interval of the mean difference; {@code NaN} for a single repetition
 * @param high the upper end
 * @param constant whether the difference is the same in every repetition, so that the interval is one number
 * @param skewed whether the interval is a bootstrap interval, because the differences are too skewed for Student's
 * @param opposite the share of repetitions whose difference has the sign that is not the mean's, where Wilcoxon's signed-rank
 *     test finds that sign significant; {@code NaN} where it does not
 */
@Stability(MAY_CHANGE)
public record Verdict(Outcome outcome, double low, double high, boolean constant, boolean skewed, double opposite) {
    /** The conclusions that a comparison may come to. */
    public enum Outcome {
        /** The values are equal in every repetition. */
        EQUAL,
        /** A single repetition, which no test can judge. */
        UNTESTED,
        /** The difference is not significant: its adjusted p-value is 0.05 or more. */
        NOT_SIGNIFICANT,
        /** The difference is significant. */
        SIGNIFICANT
    }

    /**
     * Concludes from the differences of all repetitions.
     *
     * @param differences learner − baseline at the horizon, as {@link RunValues#minus} gives them
     * @param holm the adjusted p-value of their mean; {@code NaN} for a single repetition
     * @return the verdict
     */
    public static Verdict of(RunValues differences, double holm) {
        return of(
                differences,
                RunSummary.of(differences),
                holm,
                SignedRanks.of(differences.values(), differences.looks()));
    }

    static Verdict of(RunValues differences, RunSummary s, double holm, SignedRanks ranks) {
        return new Verdict(
                outcome(s, holm),
                s.lower(),
                s.upper(),
                s.min() == s.max(),
                s.skewed(),
                opposite(differences.values(), s.mean(), ranks));
    }

    private static Outcome outcome(RunSummary s, double holm) {
        if (s.mean() == 0 && s.min() == 0 && s.max() == 0) {
            return Outcome.EQUAL;
        } else if (s.repetitions() < 2) {
            return Outcome.UNTESTED;
        }
        return holm < Comparison.LEVEL ? Outcome.SIGNIFICANT : Outcome.NOT_SIGNIFICANT;
    }

    private static double opposite(double[] differences, double mean, SignedRanks ranks) {
        if (!(ranks.p() < Comparison.LEVEL) || ranks.direction() * mean >= 0) {
            return Double.NaN;
        }
        long count = Arrays.stream(differences)
                .filter(d -> d * ranks.direction() > 0)
                .count();
        return (double) count / differences.length;
    }
}
