package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * Tracks the single largest of numbers that change one at a time.
 *
 * <p>It keeps the largest and an upper bound of all others. A change costs a few comparisons; only where the largest has fallen to
 * that bound, or is tied with another, all numbers are read at the next question. Mutable, for one thread at a time.
 */
@Stability(MAY_CHANGE)
public final class Leader {
    /** The answer where no number is larger than all others. */
    public static final int NONE = -1;

    private final double[] numbers;
    private int place = NONE;

    /** The largest number; infinite while the place is not known, so that no change can exceed it. */
    private double largest = Double.POSITIVE_INFINITY;

    /** An upper bound of all numbers but the largest, below it; infinite while the place is not known. */
    private double others = Double.POSITIVE_INFINITY;

    /**
     * Creates a tracker.
     *
     * @param numbers none {@code NaN} or +∞; shared: whoever changes one tells of it
     */
    public Leader(double[] numbers) {
        this.numbers = numbers;
    }

    /**
     * Notes that a number has changed.
     *
     * @param changed its index
     */
    public void changed(int changed) {
        double now = numbers[changed];
        if (changed == place) {
            if (now > others) {
                largest = now;
            } else {
                forget();
            }
        } else if (now > others) {
            rises(changed, now);
        }
    }

    /**
     * Returns the index of the number that is larger than all others.
     *
     * @return the index, or {@link #NONE} where the largest is tied, or all numbers are −∞
     */
    public int single() {
        return place == NONE ? find() : place;
    }

    private void rises(int changed, double now) {
        if (now > largest) {
            others = largest;
            largest = now;
            place = changed;
        } else if (now == largest) {
            forget();
        } else {
            others = now;
        }
    }

    private void forget() {
        place = NONE;
        largest = Double.POSITIVE_INFINITY;
        others = Double.POSITIVE_INFINITY;
    }

    private int find() {
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        int found = NONE;
        for (int i = 0; i < numbers.length; i++) {
            double number = numbers[i];
            if (number > first) {
                second = first;
                first = number;
                found = i;
            } else if (number > second) {
                second = number;
            }
        }
        if (first > second) {
            place = found;
            largest = first;
            others = second;
        }
        return place;
    }
}
