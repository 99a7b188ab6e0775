package kelvin.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** How far a log can tell about a target: sizes, weights, and what of the target it never tried. */
public final class Support {
    private static final double FEW = 100;
    private static final double MUCH = 0.1;
    private static final double FAR = 4;
    private static final double NEARLY = 1e-6;
    private static final int SHOWN = 8;

    private final int decisions;
    private final double[] wanted;
    private final BitSet logged = new BitSet();
    private double weights;
    private double squares;
    private double largest;
    private long matches;
    private boolean uniform = true;

    Support(int actions, int decisions) {
        this.decisions = decisions;
        this.wanted = new double[actions];
    }

    void add(LoggedDecision decision, double[] target, Weighed weighed) {
        logged.set(decision.action());
        weights += weighed.weight();
        squares += weighed.weight() * weighed.weight();
        largest = Math.max(largest, weighed.weight());
        matches += weighed.matched() ? 1 : 0;
        int open = decision.open() == null ? wanted.length : decision.open().cardinality();
        uniform &= Math.abs(decision.propensity() * open - 1) < NEARLY;
        for (int a = 0; a < wanted.length; a++) {
            wanted[a] += target[a] / decisions;
        }
    }

    /**
     * The effective sample size: how many decisions of the target itself would tell as much.
     *
     * <pre>
     *   (Σ w)² / Σ w²
     * </pre>
     *
     * @return in [0, number of decisions]
     */
    public double effectiveSampleSize() {
        return squares == 0 ? 0 : weights * weights / squares;
    }

    /**
     * The mean weight, 1 on average if the propensities are true and nothing is missing.
     *
     * @return Σ w / n
     */
    public double meanWeight() {
        return weights / decisions;
    }

    /**
     * The largest weight.
     *
     * @return the largest of π(a)/propensity
     */
    public double largestWeight() {
        return largest;
    }

    /**
     * How many decisions {@link ReplayMatches} uses.
     *
     * @return the number of matches
     */
    public long matches() {
        return matches;
    }

    /**
     * Why the estimates may mislead.
     *
     * @return a sentence each; empty if nothing speaks against them
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        double share = 0;
        for (int a = 0; a < wanted.length; a++) {
            if (wanted[a] > 0 && !logged.get(a)) {
                missing.add(a);
                share += wanted[a];
            }
        }
        if (!missing.isEmpty()) {
            String names = missing.size() <= SHOWN
                    ? missing.toString()
                    : missing.subList(0, SHOWN).toString().replace("]", ", …]");
            warnings.add(say(
                    "no support: the policy takes actions %s in %.2g %% of its decisions, the log never",
                    names, 100 * share));
        }
        if (effectiveSampleSize() < FEW) {
            warnings.add(say(
                    "the log tells as much as %.1f decisions of the policy itself; intervals by bootstrap are too"
                            + " narrow",
                    effectiveSampleSize()));
        }
        if (weights > 0 && largest / weights > MUCH) {
            warnings.add(say("one decision has %.0f %% of all weight", 100 * largest / weights));
        }
        double error = Math.sqrt(Math.max(0, squares / decisions - meanWeight() * meanWeight()) / decisions);
        if (Math.abs(meanWeight() - 1) > FAR * error + NEARLY) {
            warnings.add(say(
                    "the mean weight is %.3f instead of 1: support is missing or the propensities are not true",
                    meanWeight()));
        }
        if (!uniform) {
            warnings.add("replay is biased: the log did not choose uniformly");
        }
        return warnings;
    }

    private static String say(String text, Object... numbers) {
        return String.format(Locale.ROOT, text, numbers);
    }
}
