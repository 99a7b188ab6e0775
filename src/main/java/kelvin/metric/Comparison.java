package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Optional;
import kelvin.contract.Stability;

/**
 * A comparison of a learner with the baseline; within an experiment paired, as in each repetition both met the same bandits, and between
 * experiments as {@link RunDifference} says.
 *
 * @param learner the learner's label
 * @param baseline the label of the learner it is compared with
 * @param metric what was measured; means over all steps where it is an average
 * @param step up to which step
 * @param difference the mean of learner − baseline over repetitions
 * @param standardError the standard error of that mean; {@code NaN} for a single repetition
 * @param repetitions how many pairs there are
 * @param looks how often the data could have ended the playing; p-values are adjusted for that
 * @param t Student's statistic difference/standardError; {@code NaN} if undefined
 * @param p its two-sided p-value, for this comparison alone; {@code NaN} if undefined
 * @param holm the p-value adjusted for all learners that are compared in the metric; {@code NaN} before the horizon
 * @param wilcoxon the two-sided p-value of Wilcoxon's signed-rank test; {@code NaN} before the horizon
 * @param verdict the conclusion; empty before the horizon
 */
@Stability(MAY_CHANGE)
public record Comparison(
        String learner,
        String baseline,
        Metric metric,
        long step,
        double difference,
        double standardError,
        long repetitions,
        InterimLooks looks,
        double t,
        double p,
        double holm,
        double wilcoxon,
        Optional<Verdict> verdict) {
    /** The significance level of all tests. */
    static final double LEVEL = 0.05;

    /**
     * Returns this comparison under other labels.
     *
     * @param label the learner's label
     * @param other the label of the learner it is compared with
     * @return the same numbers
     */
    public Comparison of(String label, String other) {
        return new Comparison(
                label,
                other,
                metric,
                step,
                difference,
                standardError,
                repetitions,
                looks,
                t,
                p,
                holm,
                wilcoxon,
                verdict);
    }

    /**
     * Returns half the width of the 95 % Student interval of the difference, for this comparison alone.
     *
     * @return t(1 − 0.025/looks; repetitions − 1)·standard error; {@code NaN} for a single repetition
     */
    public double margin() {
        return looks.student(repetitions) * standardError;
    }

    /**
     * Returns whether this is the comparison that the verdict is about.
     *
     * @return true at the horizon
     */
    public boolean last() {
        return verdict.isPresent();
    }

    /**
     * Returns whether the difference is significant.
     *
     * @return true if the adjusted p-value is below 0.05
     */
    public boolean significant() {
        return holm < LEVEL;
    }
}
