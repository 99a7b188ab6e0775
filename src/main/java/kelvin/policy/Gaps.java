package kelvin.policy;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How far each action's value lies below the best, and softmax at any temperature over them.
 *
 * <p>A temperature here is mantissa·2^exponent with a free exponent: what solves for one may need 5·10³⁰⁸ (values ±10³⁰⁸,
 * nearly uniform) or 10⁻³²⁵ (values one unit in the last place apart, nearly greedy), neither of which is a double.
 */
final class Gaps {
    /** So far below the smallest gap that every other weight is 0 and its logarithm beyond the doubles. */
    private static final int FAR_BELOW = 1100;

    /** So far above the largest gap that no weight, nor the square of what it lacks to 1, differs from the uniform one. */
    private static final int FAR_ABOVE = 600;

    /** best − value of each action, +∞ where closed, in units of 2^unit: halves where whole gaps would overflow. */
    final double[] gaps;

    /** The same of open actions, in increasing order, so that what is measured does not hang on the order of actions. */
    final double[] sorted;

    final int unit;
    final int ties;

    Gaps(double[] values) {
        double best = Values.best(values);
        double worst = best;
        for (double value : values) {
            worst = value == Double.NEGATIVE_INFINITY ? worst : Math.min(worst, value);
        }
        unit = best - worst == Double.POSITIVE_INFINITY ? 1 : 0;
        double scale = unit == 1 ? 0.5 : 1;
        gaps = new double[values.length];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = best * scale - values[i] * scale;
        }
        double[] increasing = gaps.clone();
        Arrays.sort(increasing);
        sorted = Arrays.copyOf(increasing, Values.open(values));
        ties = Values.count(sorted, 0);
    }

    boolean tied() {
        return ties == sorted.length;
    }

    /** The smallest gap above 0; only where not all are tied. */
    double smallest() {
        return sorted[ties];
    }

    double largest() {
        return sorted[sorted.length - 1];
    }

    /** A gap in reward units. */
    double size(double gap) {
        return Math.scalb(gap, unit);
    }

    /** The limit of temperature 0; where all are tied, every temperature is. */
    Heat coldest() {
        return new Heat(this, 1, tied() ? 0 : exponent(smallest()) - FAR_BELOW);
    }

    /** The limit of infinite temperature. */
    Heat hottest() {
        return new Heat(this, 1, exponent(largest()) + FAR_ABOVE);
    }

    /** Softmax at a temperature; 0 and +∞ are the limits. */
    Heat at(double temperature) {
        if (temperature == 0) {
            return coldest();
        }
        if (temperature == Double.POSITIVE_INFINITY) {
            return hottest();
        }
        int exponent = Math.getExponent(temperature);
        return new Heat(this, Math.scalb(temperature, -exponent), exponent - unit);
    }

    /**
     * The temperature at which something that does not fall with it crosses 0; a limit where it never does.
     *
     * @param excess of one sign below the temperature wanted, of the other above it
     */
    Heat solve(ToDoubleFunction<Heat> excess) {
        Heat cold = coldest();
        Heat hot = hottest();
        if (tied() || excess.applyAsDouble(hot) <= 0) {
            return hot;
        }
        if (excess.applyAsDouble(cold) >= 0) {
            return cold;
        }
        int below = cold.exponent;
        int above = hot.exponent;
        int probe = exponent(largest());
        for (int stride = 1; above - below > 1; stride *= 2) {
            if (excess.applyAsDouble(new Heat(this, 1, probe)) < 0) {
                below = probe;
                probe = above == hot.exponent ? Math.min(probe + stride, above - 1) : (below + above) / 2;
            } else {
                above = probe;
                probe = below == cold.exponent ? Math.max(probe - stride, below + 1) : (below + above) / 2;
            }
        }
        int exponent = below;
        double mantissa = Root.find(m -> excess.applyAsDouble(new Heat(this, m, exponent)), 1, 2);
        return new Heat(this, mantissa, exponent);
    }

    /** ⌊log₂ x⌋, subnormal numbers included. */
    private static int exponent(double x) {
        return x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p60) - 60 : Math.getExponent(x);
    }
}
