package kelvin.audit;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Optional;
import kelvin.contract.Stability;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The count of one outcome of a draw, with the probability reported for it.
 *
 * @param name what it is, such as {@code action 2} or {@code set {0, 2}}
 * @param reported the probability that the policy reports
 * @param drawn how often it was drawn
 * @param pValue the probability of a count at least as far out, by the exact binomial distribution with both tails (twice
 *     the smaller one, at most 1); 0 if the reported number is no probability
 */
@Stability(MAY_CHANGE)
public record OutcomeCount(String name, double reported, int drawn, double pValue) {
    /** The beginning of the name of all outcomes together. */
    private static final String ALL = "any of ";

    /** The largest sum of probabilities less 1 that rounding explains. */
    private static final double ROUNDING = 1e-9;

    /** Counts all outcomes together: their probabilities must sum to 1. */
    static OutcomeCount ofAll(String outcomes, double sum, int drawn, int draws) {
        double pValue = Math.abs(sum - 1) <= ROUNDING ? pValue(sum, drawn, draws) : 0;
        return new OutcomeCount(ALL + outcomes, sum, drawn, pValue);
    }

    static OutcomeCount of(String name, double reported, int drawn, int draws) {
        return new OutcomeCount(name, reported, drawn, pValue(reported, drawn, draws));
    }

    private static double pValue(double reported, int drawn, int draws) {
        if (!isProbability(reported)) {
            return 0;
        }
        BinomialDistribution counts = BinomialDistribution.of(draws, Math.min(1, reported));
        double tail = Math.min(counts.cumulativeProbability(drawn), counts.survivalProbability(drawn - 1));
        return Math.min(1, 2 * tail);
    }

    private static boolean isProbability(double reported) {
        return reported >= 0 && reported <= 1 + ROUNDING;
    }

    /** Returns what no reported probability may be, whatever is drawn; empty if there is nothing. */
    Optional<String> impossible() {
        if (name.startsWith(ALL) && !(Math.abs(reported - 1) <= ROUNDING)) {
            return Optional.of("the reported probabilities sum to " + reported + ", must sum to 1");
        } else if (!isProbability(reported)) {
            return Optional.of(name + " has the reported probability " + reported + ", must be in [0, 1]");
        }
        return Optional.empty();
    }

    /**
     * Returns the smallest error of the reported probability that is detected with a given power.
     *
     * @param draws the number of draws
     * @param level the p-value below which this outcome is rejected
     * @param power the probability of noticing
     * @return the error, upwards or downwards, whichever is harder to notice
     */
    double detectable(int draws, double level, double power) {
        if (!isProbability(reported)) {
            return 0;
        }
        double p = Math.min(1, reported);
        return Math.max(excess(p, draws, level, power), excess(1 - p, draws, level, power));
    }

    /**
     * Returns the least excess of the true probability over p with which, at this power, the count is out at the upper
     * end.
     */
    private static double excess(double p, int draws, double level, double power) {
        int least = BinomialDistribution.of(draws, p).inverseSurvivalProbability(level / 2) + 1;
        if (least > draws) {
            return 1 - p;
        }
        return BetaDistribution.of(least, draws - least + 1.0).inverseCumulativeProbability(power) - p;
    }
}
