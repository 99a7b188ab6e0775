package kelvin.metric;

import java.util.Arrays;
import kelvin.metric.Comparisons.Ranks;

/** The English sentence of a comparison at the horizon. */
final class Verdict {
    private Verdict() {}

    /** Returns the sentence: the mean difference, its significance, and whether ranks point the other way. */
    static String of(RunValues difference, String baseline, RunSummary s, double holm, Ranks ranks, StepUnit unit) {
        String subject = possessive(difference.learner()) + " " + unit.say(name(difference.metric()));
        if (s.mean() == 0 && s.min() == 0 && s.max() == 0) {
            return subject + " equals " + possessive(baseline) + " in every repetition";
        }
        double scale = difference.metric().fraction() ? 100 : 1;
        Decimals number = Decimals.of(scale * s.standardError());
        String points = difference.metric().fraction() ? " percentage points" : "";
        String what = s.mean() == 0
                ? subject + " is on average " + possessive(baseline)
                : subject + " is " + (s.mean() < 0 ? "lower" : "higher") + " than " + possessive(baseline) + " by "
                        + number.text(Math.abs(scale * s.mean())) + points;
        if (s.repetitions() < 2) {
            return what + "; one repetition cannot tell whether by chance";
        }
        double sign = s.mean() < 0 ? -1 : 1;
        double low = scale * Math.min(sign * s.lower(), sign * s.upper());
        double high = scale * Math.max(sign * s.lower(), sign * s.upper());
        String interval = s.min() == s.max()
                ? " in each of " + s.repetitions() + " repetitions"
                : ", 95 % interval " + number.text(low) + " to " + number.text(high);
        String sure = interval + "; Holm-adjusted p " + Decimals.pValue(holm);
        return (holm < Comparison.LEVEL ? what : Comparison.NOTHING_SHOWN + what)
                + sure
                + byRanks(difference, s, ranks)
                + (s.skewed() ? "; " + RunSummary.unseen(s.repetitions()) : "");
    }

    private static String byRanks(RunValues difference, RunSummary s, Ranks ranks) {
        if (!(ranks.p() < Comparison.LEVEL) || ranks.direction() * s.mean() >= 0) {
            return "";
        }
        String direction = ranks.direction() < 0 ? "lower" : "higher";
        double share = (double) Arrays.stream(difference.values())
                        .filter(d -> d * ranks.direction() > 0)
                        .count()
                / s.repetitions();
        return "; by ranks it is " + direction + " (Wilcoxon p " + Decimals.pValue(ranks.p()) + "), so in "
                + new Decimals(0).text(100 * share)
                + " % of the repetitions: the mean is decided by few that differ much";
    }

    private static String possessive(String label) {
        return label + (label.endsWith("s") ? "'" : "'s");
    }

    private static String name(Metric metric) {
        return switch (metric) {
            case REGRET -> "regret";
            case REWARD -> "reward per step";
            case OPTIMAL_ACTION -> "share of optimal actions";
            case SIMPLE_REGRET -> "simple regret";
            case IDENTIFICATION_ERROR -> "rate of wrong recommendations";
        };
    }
}
