package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.contract.Stability;

/**
 * Diagnostics of the overlap between a log and a target: effective sample size, weights, and the target's probability
 * of actions never logged.
 */
@Stability(MAY_CHANGE)
public final class Support {
    private static final double MIN_EFFECTIVE_SAMPLE = 100;
    private static final double MAX_WEIGHT_SHARE = 0.1;
    private static final double MAX_STANDARD_ERRORS = 4;
    private static final double WEIGHT_TOLERANCE = 1e-6;
    private static final int MAX_ACTIONS_LISTED = 8;

    private final int decisions;
    private final boolean learned;
    private final boolean contextual;
    private final ActionMeans means;
    private final double[][] wanted;
    private final double[] propensities;
    private double errors;
    private double errorsOfMeans;
    private double weights;
    /** Returns the sum of squared weights, scaled by a power of two so that none overflows. */
    private double squares;

    private int exponent;
    private double largest;
    private long matches;
    private double propensity;
    private boolean even = true;
    private boolean steady = true;

    Support(int actions, int decisions, boolean learned, boolean contextual, ActionMeans means) {
        this.decisions = decisions;
        this.learned = learned;
        this.contextual = contextual;
        this.means = means;
        this.wanted = new double[2][actions];
        this.propensities = new double[actions];
    }

    void add(WeightedLog.Row row) {
        LoggedDecision decision = row.logged();
        WeightedDecision weighed = row.weighted();
        double[] target = row.target();
        int action = decision.action();
        double miss = weighed.reward() - weighed.predicted();
        double missOfMeans = weighed.reward() - means.predictions(row.index())[action];
        errors += miss * miss / decisions;
        errorsOfMeans += missOfMeans * missOfMeans / decisions;
        weights += weighed.weight();
        largest = Math.max(largest, weighed.weight());
        squares = Math.scalb(squares, 2 * (exponent - Math.getExponent(largest)));
        exponent = Math.getExponent(largest);
        double scaled = Math.scalb(weighed.weight(), -exponent);
        squares += scaled * scaled;
        matches += weighed.matched() ? 1 : 0;
        if (target[action] > 0) {
            even &= same(propensity, decision.propensity());
            propensity = decision.propensity();
        }
        steady &= same(propensities[action], decision.propensity());
        propensities[action] = decision.propensity();
        int half = row.index() & 1;
        int size = (decisions + 1 - half) / 2;
        for (int a = 0; a < target.length; a++) {
            wanted[half][a] += target[a] / size;
        }
    }

    private static boolean same(double former, double now) {
        return former == 0 || Math.abs(now - former) <= WEIGHT_TOLERANCE * former;
    }

    ModelFit modelFit() {
        return new ModelFit(errors, errorsOfMeans);
    }

    int actions() {
        return propensities.length;
    }

    /** Returns true if the log contains the action. */
    boolean logged(int action) {
        return means.fitted(0, action) || means.fitted(1, action);
    }

    /** Returns true if the half of the log from which decisions of one half are predicted contains the action. */
    boolean fitted(int half, int action) {
        return means.fitted(half, action);
    }

    /** Returns the target's mean probabilities over the decisions of each half; not to be changed. */
    double[][] wanted() {
        return wanted;
    }

    /**
     * Returns the effective sample size: the number of decisions by the target itself that would be as informative.
     *
     * <pre>
     *   (Σ w)² / Σ w²
     * </pre>
     *
     * @return in [0, number of decisions]
     */
    public double effectiveSampleSize() {
        double scaled = Math.scalb(weights, -exponent);
        return squares == 0 ? 0 : scaled * scaled / squares;
    }

    /**
     * Returns the mean weight, whose expectation is 1 if the propensities are true and no action is missing.
     *
     * @return Σ w / n
     */
    public double meanWeight() {
        return weights / decisions;
    }

    /**
     * Returns the largest weight.
     *
     * @return the largest of π(a)/propensity
     */
    public double largestWeight() {
        return largest;
    }

    /**
     * Returns the number of decisions that {@link ReplayMatches} uses.
     *
     * @return the number of matches
     */
    public long matches() {
        return matches;
    }

    /**
     * Returns true if every action of the target was logged with the same propensity.
     *
     * @return true if all logged decisions that the target could have made have equal propensities
     */
    public boolean even() {
        return even;
    }

    /**
     * Returns true if the target was learned from the log.
     *
     * @return {@link Target#learned()}
     */
    public boolean learned() {
        return learned;
    }

    /**
     * Returns true if the reward model predicts from contexts instead of by mean rewards.
     *
     * @return true if its predictions may be wrong by an unknown amount
     */
    public boolean contextual() {
        return contextual;
    }

    /**
     * Returns warnings about the log that concern every estimator.
     *
     * @return a sentence each; empty if nothing speaks against it
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        double share = 0;
        int secondHalf = decisions / 2;
        for (int a = 0; a < propensities.length; a++) {
            double total = wanted[0][a] * (decisions - secondHalf) + wanted[1][a] * secondHalf;
            if (total > 0 && !logged(a)) {
                missing.add(a);
                share += total / decisions;
            }
        }
        if (!missing.isEmpty()) {
            String names = missing.size() <= MAX_ACTIONS_LISTED
                    ? missing.toString()
                    : missing.subList(0, MAX_ACTIONS_LISTED).toString().replace("]", ", …]");
            warnings.add(say(
                    "no support: the policy takes actions %s in " + (share < 0.1 ? "%.2g" : "%.0f")
                            + " %% of its decisions, the log never",
                    names,
                    100 * share));
        }
        if (effectiveSampleSize() < MIN_EFFECTIVE_SAMPLE) {
            warnings.add(say(
                    "the log tells as much as %.1f decisions of the policy itself; intervals by bootstrap may be"
                            + " too narrow",
                    effectiveSampleSize()));
        }
        if (weights > 0 && largest / weights > MAX_WEIGHT_SHARE) {
            warnings.add(say("one decision has %.0f %% of all weight", 100 * largest / weights));
        }
        double mean = Math.scalb(meanWeight(), -exponent);
        double error = Math.scalb(Math.sqrt(Math.max(0, squares / decisions - mean * mean) / decisions), exponent);
        if (Math.abs(meanWeight() - 1) > MAX_STANDARD_ERRORS * error + WEIGHT_TOLERANCE) {
            warnings.add(say(
                    "the mean weight is %.3f instead of 1: support is missing or the propensities are not true",
                    meanWeight()));
        }
        if (!steady) {
            warnings.add("propensities of an action vary: where they followed earlier rewards, decisions are not"
                    + " independent and intervals may be too narrow");
        }
        return warnings;
    }

    private static String say(String text, Object... numbers) {
        return String.format(Locale.ROOT, text, numbers);
    }
}
