package kelvin.policy.temperature;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import kelvin.contract.Stability;
import kelvin.numeric.InverseTemperature;
import kelvin.numeric.Root;
import kelvin.numeric.Selection;
import kelvin.policy.ValueChecks;
import org.jspecify.annotations.Nullable;

/**
 * Solves for the temperature at which a softmax over some values has a wanted property; holds the gaps of the values to the best.
 *
 * <p>A temperature here is mantissa·2^exponent with a free exponent: what solves for one may need 5·10³⁰⁸ (values ±10³⁰⁸,
 * nearly uniform) or 10⁻³²⁵ (values one unit in the last place apart, nearly greedy), neither of which is a double.
 *
 * <p>One object serves one set of values after the other, and its one {@link TemperedSoftmax} one temperature after the other.
 */
@Stability(STABLE)
public final class ValueGaps implements DoubleUnaryOperator {
    /** The exponent so far below the smallest gap that every other weight is 0 and its logarithm beyond the doubles. */
    private static final int BITS_BELOW_SMALLEST_GAP = 1100;

    /**
     * The exponent so far above the largest gap that no weight, nor the square of what it lacks to 1, differs from the
     * uniform one.
     */
    private static final int BITS_ABOVE_LARGEST_GAP = 600;

    /** best − value of each action, +∞ where closed, in units of 2^unit: halves where whole gaps would overflow. */
    double[] gaps = {};

    /**
     * The same in increasing order, so that results do not depend on the order of actions; the open ones come first.
     */
    double[] sorted = {};

    int open;
    int unit;
    int ties;

    private final TemperedSoftmax heat = new TemperedSoftmax(this);
    private final InverseTemperature inverse = new InverseTemperature();
    private @Nullable SolvedTemperaturePolicy goal;
    private int exponent;

    /** Replaces the values. */
    public ValueGaps of(double... values) {
        double best = ValueChecks.best(values);
        double worst = best;
        for (double value : values) {
            if (value < worst && value > Double.NEGATIVE_INFINITY) {
                worst = value;
            }
        }
        unit = best - worst == Double.POSITIVE_INFINITY ? 1 : 0;
        double scale = unit == 1 ? 0.5 : 1;
        if (gaps.length != values.length) {
            gaps = new double[values.length];
            sorted = new double[values.length];
        }
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = best * scale - values[i] * scale;
        }
        System.arraycopy(gaps, 0, sorted, 0, gaps.length);
        Selection.sort(sorted, sorted.length);
        open = ValueChecks.open(values);
        ties = ValueChecks.count(gaps, 0);
        return this;
    }

    boolean tied() {
        return ties == open;
    }

    /** Returns the smallest gap above 0; only where not all are tied. */
    double smallest() {
        return sorted[ties];
    }

    double largest() {
        return sorted[open - 1];
    }

    /** Returns a gap in reward units. */
    double size(double gap) {
        return Math.scalb(gap, unit);
    }

    /** Returns the exponent that stands for temperature 0; where all are tied, any does. */
    int coldest() {
        return tied() ? 0 : exponent(smallest()) - BITS_BELOW_SMALLEST_GAP;
    }

    /** Returns the exponent that stands for infinite temperature. */
    int hottest() {
        return exponent(largest()) + BITS_ABOVE_LARGEST_GAP;
    }

    /** Returns the softmax at a temperature; 0 and +∞ are the limits. */
    public TemperedSoftmax at(double temperature) {
        if (temperature == 0) {
            return heat.at(1, coldest());
        }
        if (temperature == Double.POSITIVE_INFINITY) {
            return heat.at(1, hottest());
        }
        int exponent = Math.getExponent(temperature);
        return heat.at(Math.scalb(temperature, -exponent), exponent - unit);
    }

    /**
     * Returns the softmax at the temperature where a goal's excess, which does not fall with it, crosses 0; at a limit
     * where it never does.
     */
    TemperedSoftmax solve(SolvedTemperaturePolicy goal) {
        if (tied()) {
            return heat.at(1, hottest());
        }
        double beta = goal.inverse(inverse.over(sorted, open), unit);
        if (Double.isNaN(beta)) {
            return bracketed(goal);
        }
        if (beta == 0 || beta == Double.POSITIVE_INFINITY) {
            return heat.at(1, beta == 0 ? hottest() : coldest());
        }
        double scaled = 1 / beta;
        int bits = Math.getExponent(scaled);
        return heat.at(Math.scalb(scaled, -bits), bits + inverse.exponent());
    }

    /** Solves as {@link #solve} does, between powers of two, at any scale. */
    TemperedSoftmax bracketed(SolvedTemperaturePolicy goal) {
        int below = coldest();
        int above = hottest();
        if (goal.excess(heat.at(1, above)) <= 0) {
            return heat.at(1, above);
        }
        if (goal.excess(heat.at(1, below)) >= 0) {
            return heat;
        }
        this.goal = goal;
        exponent = bracket(goal, below, above);
        return heat.at(Root.find(this, 1, 2), exponent);
    }

    /** Returns the power of two below the root, from the largest gap outwards. */
    private int bracket(SolvedTemperaturePolicy goal, int cold, int hot) {
        int below = cold;
        int above = hot;
        int probe = exponent(largest());
        for (int stride = 1; above - below > 1; stride *= 2) {
            if (goal.excess(heat.at(1, probe)) < 0) {
                below = probe;
                probe = above == hot ? Math.min(probe + stride, above - 1) : (below + above) / 2;
            } else {
                above = probe;
                probe = below == cold ? Math.max(probe - stride, below + 1) : (below + above) / 2;
            }
        }
        return below;
    }

    /** Returns the excess at a mantissa, for the search. */
    @Override
    public double applyAsDouble(double mantissa) {
        return Objects.requireNonNull(goal).excess(heat.at(mantissa, exponent));
    }

    /** Returns ⌊log₂ x⌋, subnormal numbers included. */
    private static int exponent(double x) {
        return x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p60) - 60 : Math.getExponent(x);
    }
}
