package kelvin.policy;

import java.util.Arrays;
import java.util.List;
import kelvin.contract.Require;
import kelvin.contract.Summary;

/**
 * Softmax at the temperature whose distribution some other diverges from by a stated amount: a budget for change.
 *
 * <pre>
 *   KL(reference‖p) = Σ reference[i]·(ln reference[i] − ln p[i]) = target
 * </pre>
 *
 * <p>As a function of 1/τ this is convex: it falls to its minimum, where softmax expects the same value as the reference does,
 * and rises on either side. So a target above the minimum has two temperatures, and {@link Branch} names which is meant. On
 * the hotter branch the divergence ends at ln n − H(reference); on the colder one it grows without bound unless the
 * reference takes best actions only. A target out of reach gives the nearest end of the branch. A reference that takes a
 * closed action is infinitely far from every temperature, which is an error.
 *
 * @see TemperatureFor
 * @param reference the probability of each action, each in [0, 1] with sum 1 ± n·2⁻⁵²
 * @param target the divergence, in nats; finite and &gt;= 0
 * @param branch which of two temperatures is meant
 */
@Summary(
        "softmax at the temperature from which the reference diverges by target, in nats, on the colder or hotter branch")
public record KlFrom(List<Double> reference, double target, Branch branch) implements Goal {
    /** Which side of the temperature nearest to the reference. */
    public enum Branch {
        /** Temperatures below it: more decided than the reference. */
        COLDER,
        /** Temperatures above it: less decided than the reference. */
        HOTTER
    }

    /**
     * Checks reference and target.
     *
     * @param reference the probability of each action, each in [0, 1] with sum 1 ± n·2⁻⁵²; copied
     * @param target the divergence, in nats; finite and &gt;= 0
     * @param branch which of two temperatures is meant
     */
    public KlFrom {
        reference = List.copyOf(reference);
        Distribution.check("reference", array(reference));
        Require.notNegative("target", target);
    }

    /**
     * A target measured from probabilities in an array.
     *
     * @param reference the probability of each action, each in [0, 1] with sum 1 ± n·2⁻⁵²; copied
     * @param target the divergence, in nats; finite and &gt;= 0
     * @param branch which of two temperatures is meant
     */
    public KlFrom(double[] reference, double target, Branch branch) {
        this(Arrays.stream(reference).boxed().toList(), target, branch);
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public double measure(Heat heat) {
        return heat.divergenceOf(array(reference));
    }

    /** Near the reference itself the divergence is 0 but for rounding. */
    @Override
    public double tolerance() {
        return 1e-9 * target + 1e-15;
    }

    @Override
    public double excess(Heat heat) {
        return branch == Branch.COLDER ? target - measure(heat) : measure(heat) - target;
    }

    @Override
    public Heat solve(Gaps gaps) {
        requireFits(gaps.gaps);
        double[] wanted = array(reference);
        Heat nearest = gaps.solve(heat -> heat.meanDepth() - heat.meanDepth(wanted));
        if (measure(nearest) >= target) {
            return nearest;
        }
        return branch == Branch.COLDER
                ? gaps.solve(heat -> nearest.hotterThan(heat) ? excess(heat) : 1)
                : gaps.solve(heat -> heat.hotterThan(nearest) ? excess(heat) : -1);
    }

    private void requireFits(double[] gaps) {
        Require.that(
                reference.size() == gaps.length,
                "reference.length",
                reference.size(),
                "values.length = " + gaps.length);
        for (int i = 0; i < gaps.length; i++) {
            boolean closed = gaps[i] == Double.POSITIVE_INFINITY;
            Require.that(
                    !closed || reference.get(i) == 0,
                    "reference[" + i + "]",
                    reference.get(i),
                    "0 where the action is closed");
        }
    }

    @Override
    public KlFrom withTarget(double value) {
        return new KlFrom(reference, value, branch);
    }
}
