package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * A closed interval.
 *
 * @param low its lower end
 * @param high its upper end
 */
@Stability(MAY_CHANGE)
public record Interval(double low, double high) {
    /** No interval: both ends are {@code NaN}. */
    static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** The single point 0. */
    static final Interval ZERO = new Interval(0, 0);

    /** Returns the interval between two numbers in either order; never with a negative zero. */
    static Interval between(double a, double b) {
        return new Interval(Math.min(a, b) + 0.0, Math.max(a, b) + 0.0);
    }

    /**
     * Returns true if there is an interval.
     *
     * @return false if both ends are {@code NaN}
     */
    public boolean known() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** Returns the distance between the ends. */
    double width() {
        return high - low;
    }

    /** Returns the sums of a number of this interval and one of another. */
    Interval plus(Interval other) {
        return new Interval(low + other.low, high + other.high);
    }

    /** Returns this interval multiplied by a factor of either sign. */
    Interval times(double factor) {
        return between(low * factor, high * factor);
    }

    /** Returns the intersection with another interval; this interval where that is empty. */
    Interval within(Interval other) {
        boolean apart = high < other.low || other.high < low;
        return apart ? this : new Interval(Math.max(low, other.low), Math.min(high, other.high));
    }

    /** Returns the prediction minus each number of this interval. */
    Interval errors(double prediction) {
        return new Interval(prediction - high, prediction - low);
    }

    /** Returns the differences of two numbers of this interval. */
    Interval differences() {
        return new Interval(-width(), width());
    }
}
