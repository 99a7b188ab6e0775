package kelvin.audit;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kelvin.contract.Stability;

/**
 * The result of an audit: the counts, their p-values, and the verdict.
 *
 * @param draws how many draws were made
 * @param falseAlarm how often an honest policy is rejected, at most
 * @param outcomes everything that was counted, each with its own exact p-value
 * @param together the p-value of all counts at once, by χ² with outcomes pooled until each is expected five times; 1 where
 *     there are too many sets to count
 */
@Stability(MAY_CHANGE)
public record AuditResult(int draws, double falseAlarm, List<OutcomeCount> outcomes, double together) {
    /** The probability of detecting the error that is reported as detectable. */
    private static final double DETECTION_POWER = 0.99;

    /**
     * Returns whether the counts contradict the reported probabilities.
     *
     * @return whether {@link #pValue} is below the false-alarm rate
     */
    public boolean rejected() {
        return pValue() < falseAlarm;
    }

    /**
     * Returns the p-value of the whole audit: the smallest of all, times the number of chances it had to be small.
     *
     * @return twice the smaller of {@code together} and (number of outcomes × smallest p-value of an outcome), at most 1
     */
    public double pValue() {
        return Math.min(1, 2 * Math.min(together, outcomes.size() * worst().pValue()));
    }

    /**
     * Returns the outcome that agrees least with its reported probability.
     *
     * @return the outcome with the smallest p-value; of equal ones, one that is reported to be impossible, or else the one
     *     whose share is furthest off
     */
    public OutcomeCount worst() {
        return outcomes.stream()
                .min(Comparator.comparingDouble(OutcomeCount::pValue)
                        .thenComparing(outcome -> outcome.reported() != 0)
                        .thenComparingDouble(outcome -> -Math.abs(outcome.reported() - share(outcome))))
                .orElseThrow();
    }

    /**
     * Returns the smallest error of a probability that this audit detects with 99 % power.
     *
     * @return the smallest error such that a reported probability that is off by as much is noticed 99 times in 100,
     *     whichever outcome it belongs to
     */
    public double detectable() {
        double level = falseAlarm / (2 * outcomes.size());
        return outcomes.stream()
                .mapToDouble(outcome -> outcome.detectable(draws, level, DETECTION_POWER))
                .max()
                .orElseThrow();
    }

    /**
     * Returns the verdict in words.
     *
     * @return two or three sentences
     */
    public String text() {
        String odds =
                "p-value " + rounded(pValue()) + ", false-alarm rate " + scientific(Double.toString(falseAlarm)) + ".";
        if (!rejected()) {
            return "Accepted: " + counted(draws) + " draws agree with the reported probabilities; " + odds
                    + " A probability that is off by " + rounded(detectable())
                    + " would have been noticed 99 times in 100.";
        }
        List<String> impossible = outcomes.stream()
                .flatMap(outcome -> outcome.impossible().stream())
                .toList();
        if (!impossible.isEmpty()) {
            return "Rejected: " + impossible.get(0) + ".";
        }
        OutcomeCount worst = worst();
        boolean alone = 2 * outcomes.size() * worst.pValue() < falseAlarm;
        String what = alone
                ? worst.name() + " has the reported probability " + rounded(worst.reported()) + " but was drawn "
                        + counted(worst.drawn()) + " times of " + counted(draws) + " (" + rounded(share(worst)) + ")"
                : "no outcome is far off alone, but all of them together are";
        return "Rejected: " + what + "; " + odds;
    }

    private static String rounded(double x) {
        return Double.isFinite(x)
                ? scientific(new BigDecimal(x).round(new MathContext(3)).toString())
                : Double.toString(x);
    }

    private static String counted(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String scientific(String number) {
        return number.replaceFirst("(\\.0)?E", "e");
    }

    private double share(OutcomeCount outcome) {
        return (double) outcome.drawn() / draws;
    }
}
