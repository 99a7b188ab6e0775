package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.metric.Comparison;
import kelvin.metric.Decimals;
import kelvin.metric.Metric;
import kelvin.metric.StepUnit;
import kelvin.metric.Verdict;

/** The English sentence of a comparison at the horizon, made from its numbers and its {@link Verdict}. */
@Stability(MAY_CHANGE)
public final class VerdictSentence {
    private static final double LEVEL = 0.05;

    private VerdictSentence() {}

    /**
     * Returns the sentence of a comparison.
     *
     * @param comparison the comparison
     * @param unit the unit of its steps
     * @return the sentence without a full stop; empty before the horizon, where there is no verdict
     */
    public static String of(Comparison comparison, StepUnit unit) {
        return of(comparison, unit, "; " + Remarks.rareLosses(comparison.repetitions()));
    }

    /** Returns the sentence without the caution about rare losses, for a page that has it once for all. */
    static String withoutCaution(Comparison comparison, StepUnit unit) {
        return of(comparison, unit, "");
    }

    private static String of(Comparison comparison, StepUnit unit, String caution) {
        return comparison
                .verdict()
                .map(verdict -> of(comparison, verdict, unit, caution))
                .orElse("");
    }

    private static String of(Comparison c, Verdict verdict, StepUnit unit, String caution) {
        String subject = possessive(c.learner()) + " " + name(c.metric(), unit);
        return switch (verdict.outcome()) {
            case EQUAL -> subject + " equals " + possessive(c.baseline()) + " in every repetition";
            case UNTESTED -> difference(c, subject) + "; one repetition cannot tell whether by chance";
            case NOT_SIGNIFICANT -> "no difference shown: " + difference(c, subject) + evidence(c, verdict, caution);
            case SIGNIFICANT -> difference(c, subject) + evidence(c, verdict, caution);
        };
    }

    private static String difference(Comparison c, String subject) {
        if (c.difference() == 0) {
            return subject + " is on average " + possessive(c.baseline());
        }
        return subject + " is " + direction(c.difference()) + " than " + possessive(c.baseline()) + " by "
                + number(c).text(Math.abs(scale(c) * c.difference()))
                + (c.metric().fraction() ? " percentage points" : "");
    }

    private static String evidence(Comparison c, Verdict verdict, String caution) {
        double sign = c.difference() < 0 ? -scale(c) : scale(c);
        double low = Math.min(sign * verdict.low(), sign * verdict.high());
        double high = Math.max(sign * verdict.low(), sign * verdict.high());
        String interval = verdict.constant()
                ? " in each of " + c.repetitions() + " repetitions"
                : ", 95 % interval " + number(c).text(low) + " to " + number(c).text(high);
        return interval
                + "; Holm-adjusted p " + Decimals.pValue(c.holm())
                + disagreement(c, verdict)
                + byRanks(c, verdict)
                + (verdict.skewed() ? caution : "");
    }

    /** Says so where a bootstrap interval excludes 0 and the t-test does not, or the other way round. */
    private static String disagreement(Comparison c, Verdict verdict) {
        boolean apart = verdict.low() > 0 || verdict.high() < 0;
        return verdict.skewed() && apart != c.p() < LEVEL
                ? "; the differences are so skewed that the interval, by bootstrap, and the t-test disagree"
                : "";
    }

    private static String byRanks(Comparison c, Verdict verdict) {
        return Double.isNaN(verdict.opposite())
                ? ""
                : "; by ranks it is " + direction(-c.difference()) + " (Wilcoxon p " + Decimals.pValue(c.wilcoxon())
                        + "), so in " + new Decimals(0).text(100 * verdict.opposite())
                        + " % of the repetitions: the mean is decided by few that differ much";
    }

    private static String direction(double difference) {
        return difference < 0 ? "lower" : "higher";
    }

    private static double scale(Comparison c) {
        return c.metric().fraction() ? 100 : 1;
    }

    private static Decimals number(Comparison c) {
        return Decimals.of(scale(c) * c.standardError());
    }

    private static String possessive(String label) {
        return label + (label.endsWith("s") ? "'" : "'s");
    }

    private static String name(Metric metric, StepUnit unit) {
        return switch (metric) {
            case REGRET -> "regret";
            case REWARD -> "reward per " + unit.singular();
            case OPTIMAL_ACTION -> "share of optimal actions";
            case SIMPLE_REGRET -> "simple regret";
            case IDENTIFICATION_ERROR -> "rate of wrong recommendations";
        };
    }
}
