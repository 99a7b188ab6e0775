package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;

/** Checks of action values that every policy makes before its own rule, and distances from the best value. */
@Stability(STABLE)
public final class ValueChecks {
    private ValueChecks() {}

    /** Checks the values against the contract of {@link Policy#probabilities(double[], double[])}; returns the largest. */
    public static double best(double[] values) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            check(i, values[i]);
            if (values[i] > best) { // a branch, seldom taken, waits for less than a maximum does
                best = values[i];
            }
        }
        if (best == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    values.length == 0
                            ? "values is empty, must hold at least one action"
                            : "values[0.." + (values.length - 1)
                                    + "] are all -Infinity, at least one action must be open");
        }
        return best;
    }

    /** Checks the values as {@link #best(double[])} does, and that the output has room for as many probabilities. */
    public static double best(double[] values, double[] out) {
        if (values.length != out.length) {
            throw new IllegalArgumentException(
                    "out.length = " + out.length + ", must be values.length = " + values.length);
        }
        return best(values);
    }

    /**
     * Checks the value of an action.
     *
     * @param action its index, for the message
     * @param value finite, or −∞ for a closed action
     * @throws IllegalArgumentException if it is +∞ or {@code NaN}
     */
    public static void check(int action, double value) {
        if (!(value < Double.POSITIVE_INFINITY)) {
            throw new InvalidValue("values[" + action + "]", value, "finite or -Infinity (a closed action)");
        }
    }

    /**
     * Returns the number of open actions.
     *
     * @param values the value of each action, −∞ where it is closed
     * @return the number of values above −∞
     */
    public static int open(double[] values) {
        return values.length - count(values, Double.NEGATIVE_INFINITY);
    }

    /**
     * Counts the actions of a value.
     *
     * @param values the value of each action
     * @param wanted the value, equal by {@code ==}
     * @return the number of actions that have it
     */
    public static int count(double[] values, double wanted) {
        int count = 0;
        for (double value : values) {
            count += value == wanted ? 1 : 0;
        }
        return count;
    }

    /**
     * Returns the first place at which ascending numbers are not below a value. 0.0 and −0.0 are equal here, as
     * everywhere among values, and as they are not to the searches of {@link Arrays}.
     */
    static int place(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the open values, ascending, in a new array. */
    static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.copyOfRange(sorted, values.length - open(values), values.length);
    }

    /**
     * Returns (value − origin)/temperature without losing a finite result to an overflow on the way.
     *
     * <p>Subtracting first keeps small differences of large values; where that overflows, dividing first cannot, unless the
     * quotient is infinite too. A closed action stays at −∞.
     */
    public static double logit(double value, double origin, double temperature) {
        double difference = value - origin;
        boolean overflowed = Double.isInfinite(difference) && !Double.isInfinite(value);
        return overflowed ? value / temperature - origin / temperature : difference / temperature;
    }

    /** Returns the error of the two roundings of {@link #logit}, to first order; 0 where it is not finite. */
    static double lost(double value, double origin, double temperature) {
        double difference = value - origin;
        double quotient = difference / temperature;
        if (difference == 0 || Double.isInfinite(difference) || Double.isInfinite(quotient)) {
            return 0;
        }
        double back = difference + origin;
        double lostInDifference = (value - back) + ((back - difference) - origin);
        return (Math.fma(-quotient, temperature, difference) + lostInDifference) / temperature;
    }
}
