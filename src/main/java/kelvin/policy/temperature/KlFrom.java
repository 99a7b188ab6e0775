package kelvin.policy.temperature;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.policy.Distribution;

/**
 * Softmax at the temperature at which a reference distribution has a stated KL divergence from it: a budget for change.
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
@Stability(STABLE)
public record KlFrom(List<Double> reference, double target, Branch branch) implements SolvedTemperaturePolicy {
    /** The side of the temperature nearest to the reference on which to solve. */
    public enum Branch {
        /** Temperatures below it: more decided than the reference. */
        COLDER,
        /** Temperatures above it: less decided than the reference. */
        HOTTER
    }

    public KlFrom {
        reference = List.copyOf(reference);
        Distribution.check("reference", numbers(reference));
        Require.notNegative("target", target);
    }

    /**
     * Creates the policy from an array, as policies write it.
     *
     * @param reference the probability of each action; copied
     * @param target the divergence, in nats; finite and &gt;= 0
     * @param branch which of two temperatures is meant
     */
    public KlFrom(double[] reference, double target, Branch branch) {
        this(Arrays.stream(reference).boxed().toList(), target, branch);
    }

    @Override
    public double measure(TemperedSoftmax heat) {
        return heat.divergenceOf(reference);
    }

    /** Returns the tolerance near the reference itself, where the divergence is 0 but for rounding. */
    @Override
    public double tolerance() {
        return 1e-9 * target + 1e-15;
    }

    /**
     * Returns the excess; beyond the temperature nearest to the reference, where it expects the same value, lies the
     * other branch.
     */
    @Override
    public double excess(TemperedSoftmax heat) {
        double beyond = heat.meanDepth() - heat.meanDepth(reference);
        return branch == Branch.COLDER
                ? beyond > 0 ? 1 : target - measure(heat)
                : beyond < 0 ? -1 : measure(heat) - target;
    }

    @Override
    public TemperedSoftmax solve(ValueGaps gaps) {
        requireFits(gaps.gaps);
        return gaps.solve(this);
    }

    private void requireFits(double[] gaps) {
        if (reference.size() != gaps.length) {
            throw new InvalidValue("reference.length", reference.size(), "values.length = " + gaps.length);
        }
        for (int i = 0; i < gaps.length; i++) {
            if (gaps[i] == Double.POSITIVE_INFINITY && reference.get(i) > 0) {
                throw new InvalidValue("reference[" + i + "]", reference.get(i), "0 where the action is closed");
            }
        }
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public KlFrom withTarget(double value) {
        return new KlFrom(reference, value, branch);
    }
}
