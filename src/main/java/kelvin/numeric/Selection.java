package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.Stability;

/**
 * Selects order statistics in linear time, by radix selection; an object keeps its buffers, so that selecting again allocates nothing.
 *
 * <p>Numbers are sorted into 4096 buckets by the leading bits of their binary form, which order as the numbers do; only the bucket
 * with the answer is looked into further. −0.0 and 0.0 are equal. Cost: three passes over the numbers where they spread over some
 * octaves, seven at worst, whatever their order.
 */
@Stability(MAY_CHANGE)
public final class Selection {
    private static final int BUCKETS = 1 << 12;
    private static final int FIRST_SHIFT = 52;

    /** Fewer numbers than this are sorted sooner than put into buckets. */
    private static final int MAX_SORTED = 256;

    private double[] sums = {};
    private double[] errors = {};
    private final NeumaierSum held = new NeumaierSum();
    private double[] rest = {};

    /** Creates a selection without buffers; the first large array costs 64 KiB beside a copy of it. */
    public Selection() {}

    /**
     * Returns the k-th largest number.
     *
     * @param numbers at least one, none of them NaN; not modified
     * @param k from 1 on; above the number of numbers it stands for the least of them
     * @return the number at place n − k of the numbers in ascending order
     */
    public double largest(double[] numbers, int k) {
        return threshold(numbers, k, false);
    }

    /**
     * Returns the largest threshold such that the numbers at or above it sum to at least a mass.
     *
     * @param numbers at least one, each finite and at least 0; not modified
     * @param mass what they have to sum to; above the sum of all, the least number is returned
     * @return one of the numbers
     */
    public double holding(double[] numbers, double mass) {
        return threshold(numbers, mass, true);
    }

    private double threshold(double[] numbers, double enough, boolean weighted) {
        int n = numbers.length;
        if (rest.length < n) {
            rest = new double[n];
        }
        System.arraycopy(numbers, 0, rest, 0, n);
        held.clear();
        for (int shift = FIRST_SHIFT; n > MAX_SORTED && shift > -12; shift -= 12) {
            fill(n, shift, weighted);
            n = keep(n, shift, bucket(enough));
        }
        return least(n, enough, weighted);
    }

    /** Sums up the weights in each bucket, and the rounding errors of these sums. */
    private void fill(int n, int shift, boolean weighted) {
        if (sums.length == 0) {
            sums = new double[BUCKETS];
            errors = new double[BUCKETS];
        }
        Arrays.fill(sums, 0);
        Arrays.fill(errors, 0);
        for (int i = 0; i < n; i++) {
            int bucket = digit(rest[i], shift);
            double weight = weighted ? rest[i] : 1;
            double before = sums[bucket];
            double after = before + weight;
            double added = after - before;
            errors[bucket] += (before - (after - added)) + (weight - added);
            sums[bucket] = after;
        }
    }

    /** Finds the bucket in which the sum from above reaches what is enough, and holds the sum of those above it. */
    private int bucket(double enough) {
        int last = -1;
        for (int bucket = BUCKETS - 1; bucket >= 0; bucket--) {
            if (sums[bucket] == 0) {
                continue;
            }
            if (last >= 0) {
                held.add(sums[last]);
                held.add(errors[last]);
            }
            last = bucket;
            if (held.value() + sums[bucket] + errors[bucket] >= enough) {
                break;
            }
        }
        return last;
    }

    /** Moves the numbers of a bucket to the front; returns how many there are. */
    private int keep(int n, int shift, int bucket) {
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (digit(rest[i], shift) == bucket) {
                rest[kept++] = rest[i];
            }
        }
        return kept;
    }

    private double least(int n, double enough, boolean weighted) {
        sort(rest, n);
        int first = n;
        while (first > 0 && (first == n || held.value() < enough)) {
            first--;
            held.add(weighted ? rest[first] : 1);
        }
        return rest[first];
    }

    /** Returns twelve bits of a number, more significant ones the larger the shift, of a form that orders as numbers do. */
    private static int digit(double number, int shift) {
        long bits = Double.doubleToRawLongBits(number + 0.0);
        long ordered = bits ^ (bits >> 63 | Long.MIN_VALUE);
        return (int) (shift >= 0 ? ordered >>> shift : ordered << -shift) & (BUCKETS - 1);
    }

    /**
     * Sorts numbers in ascending order, in place, by Shell's method, which allocates nothing.
     *
     * @param numbers none of them NaN
     * @param n how many of them, from the first on
     */
    public static void sort(double[] numbers, int n) {
        int gap = 1;
        while (gap < n / 3) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int i = gap; i < n; i++) {
                double number = numbers[i];
                int place = i;
                for (; place >= gap && numbers[place - gap] > number; place -= gap) {
                    numbers[place] = numbers[place - gap];
                }
                numbers[place] = number;
            }
        }
    }
}
