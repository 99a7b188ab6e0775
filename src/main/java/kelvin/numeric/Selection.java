package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.Stability;

/**
 * Selects order statistics in linear time, by radix selection; an object keeps its buffers, so that selecting again allocates nothing.
 *
 * <p>Numbers are sorted into 4096 buckets by their binary form, which orders as the numbers do, counted from the largest down: 64
 * buckets to an octave first, and only the bucket with the answer is looked into further. −0.0 and 0.0 are equal. Numbers that
 * cannot be the answer are left out before: those below the k-th largest of a sample, or too small to matter for a mass. Cost: two
 * passes over the numbers and two or three over those left, whatever their order; seven at worst.
 */
@Stability(MAY_CHANGE)
public final class Selection {
    private static final int BUCKETS = 1 << 12;

    /** Leaves the six leading bits of the fraction, and the exponent. */
    private static final int COARSE_SHIFT = 46;

    private static final int FIRST_SHIFT = 52;

    /** Fewer numbers than this are sorted sooner than put into buckets. */
    private static final int MAX_SORTED = 256;

    private final NeumaierSum held = new NeumaierSum();
    private final double[] sample = new double[MAX_SORTED];
    private double[] sums = {};
    private double[] errors = {};
    private double[] rest = {};

    /** The place of the largest number in the order of all doubles. */
    private long top;

    /** Creates a selection with small buffers; the first large array costs 64 KiB beside a copy of it. */
    public Selection() {}

    /**
     * Returns the k-th largest number.
     *
     * @param numbers at least one, none of them NaN; not modified
     * @param k from 1 on; above the number of numbers it stands for the least of them
     * @return the number at place n − k of the numbers in ascending order
     */
    public double largest(double[] numbers, int k) {
        double[] from = numbers;
        int n = numbers.length;
        int before;
        do {
            before = n;
            boolean sampled = k <= MAX_SORTED / 2 && n > 4 * MAX_SORTED;
            n = keepFrom(from, n, sampled ? largestOfSample(from, n, k) : Double.NEGATIVE_INFINITY);
            from = rest;
        } while (n < before / 2);
        return threshold(n, k, false);
    }

    /**
     * Returns the largest threshold such that the numbers at or above it hold a share of the sum of all. What falls short by rounding
     * alone, n·2⁻⁵² of the sum for n numbers above 0, is enough.
     *
     * @param numbers at least one, each finite and at least 0; not modified
     * @param share the share, in [0, 1]
     * @return one of the numbers
     */
    public double holding(double[] numbers, double share) {
        double even = numbers.length % 2 == 0 ? 0 : numbers[numbers.length - 1];
        double odd = 0;
        int positive = even > 0 ? 1 : 0;
        for (int i = 1; i < numbers.length; i += 2) {
            even += numbers[i - 1];
            odd += numbers[i];
            positive += (numbers[i - 1] > 0 ? 1 : 0) + (numbers[i] > 0 ? 1 : 0);
        }
        double total = even + odd;
        double enough = (share - positive * 0x1p-52) * total;
        double spare = (total - Math.max(enough, 0)) * (1 - 0x1p-40);
        return threshold(keepFrom(numbers, numbers.length, spare / numbers.length), enough, true);
    }

    /**
     * Returns the sum of the numbers at or above the threshold that {@link #holding} has returned last.
     *
     * @return the sum, those tied with the threshold included
     */
    public double held() {
        return held.value();
    }

    private double threshold(int size, double enough, boolean weighted) {
        int n = size;
        held.clear();
        if (n > MAX_SORTED) {
            fill(n, COARSE_SHIFT, weighted);
            int bucket = bucket(enough);
            n = keep(n, COARSE_SHIFT, bucket);
            int shift = bucket < BUCKETS - 1 ? COARSE_SHIFT - 12 : FIRST_SHIFT;
            for (; n > MAX_SORTED && shift > -12; shift -= 12) {
                fill(n, shift, weighted);
                n = keep(n, shift, bucket(enough));
            }
        }
        return least(n, enough, weighted);
    }

    /** Copies the numbers not below a bound to the front of those left; returns how many there are. */
    private int keepFrom(double[] numbers, int n, double bound) {
        if (rest.length < n) {
            rest = new double[n];
        }
        int kept = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double number = numbers[i];
            rest[kept] = number;
            kept += number < bound ? 0 : 1;
            if (number > largest) {
                largest = number;
            }
        }
        top = place(largest);
        return kept;
    }

    /** Returns the k-th largest of some of the numbers, above which there are k at least. */
    private double largestOfSample(double[] numbers, int n, int k) {
        int stride = n / MAX_SORTED;
        for (int i = 0; i < MAX_SORTED; i++) {
            sample[i] = numbers[i * stride];
        }
        sort(sample, MAX_SORTED);
        return sample[MAX_SORTED - k];
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
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
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
        while (first > 0 && (first == n || held.value() < enough || rest[first - 1] == rest[first])) {
            first--;
            held.add(weighted ? rest[first] : 1);
        }
        return rest[first];
    }

    /**
     * Returns twelve bits of the distance of a number from the largest, more significant ones the larger the shift; at the
     * coarse shift 4095 stands for all distances above.
     */
    private int digit(double number, int shift) {
        long distance = top - place(number);
        if (shift == COARSE_SHIFT) {
            return (int) Math.min(distance >>> COARSE_SHIFT, BUCKETS - 1);
        }
        return (int) (shift >= 0 ? distance >>> shift : distance << -shift) & (BUCKETS - 1);
    }

    /** Returns the place of a number in the order of all doubles. */
    private static long place(double number) {
        long bits = Double.doubleToRawLongBits(number + 0.0);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
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
