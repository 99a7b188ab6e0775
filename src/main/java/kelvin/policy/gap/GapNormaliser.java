package kelvin.policy.gap;

import kelvin.numeric.NeumaierSum;

/**
 * Solves Σ ½/(h + x[i]) = 1 for h, half of the normaliser λ, where x ≥ 0 are half the multiples of the gaps: so none of them
 * overflows before its inverse is nothing.
 *
 * <p>Newton's method on 1/Σ, which is a concave function of h and at most 1 where h = ½, since one of the x is 0: from there its
 * steps never pass the root, and they end where rounding stops them. Compensated sums make the order of the numbers indifferent but
 * for a last bit. An object keeps its memory.
 */
final class GapNormaliser {
    private final NeumaierSum sum = new NeumaierSum();
    private double[] excesses = {};
    private int size;

    /** Removes all numbers and makes room for some. */
    GapNormaliser clear(int room) {
        if (excesses.length < room) {
            excesses = new double[room];
        }
        size = 0;
        return this;
    }

    void add(double excess) {
        excesses[size] = excess;
        size++;
    }

    /** Returns h; at least one number is 0. */
    double solve() {
        double next = 0.5;
        double half;
        do {
            half = next;
            next = half + step(half);
        } while (next > half);
        return half;
    }

    /** Returns Newton's step: ½·Σ·(Σ − 1)/Σ p². */
    private double step(double half) {
        sum.clear();
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double p = 0.5 / (half + excesses[i]);
            sum.add(p);
            squares += p * p;
        }
        double total = sum.value();
        sum.add(-1);
        return 0.5 * total * sum.value() / squares;
    }
}
