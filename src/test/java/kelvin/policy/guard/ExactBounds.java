package kelvin.policy.guard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.IntFunction;

/** Exact sums over actions, by decimal numbers without rounding: what the policies compute in doubles. */
final class ExactBounds {
    static final MathContext DIGITS = new MathContext(60);

    private ExactBounds() {}

    static BigDecimal sum(int actions, IntFunction<BigDecimal> term) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < actions; i++) {
            sum = sum.add(term.apply(i));
        }
        return sum;
    }

    /** Returns Σ p[i] over the actions that are not the best. */
    static BigDecimal exploration(double[] values, double best, double[] p) {
        return sum(p.length, i -> values[i] == best ? BigDecimal.ZERO : new BigDecimal(p[i]));
    }

    /** Returns Σ p[i]·(best − q[i]), where closed actions have no probability. */
    static BigDecimal loss(double[] values, double best, double[] p) {
        return sum(
                p.length,
                i -> p[i] == 0
                        ? BigDecimal.ZERO
                        : new BigDecimal(p[i]).multiply(new BigDecimal(best).subtract(new BigDecimal(values[i]))));
    }

    /** Returns λ·p[i] + (1 − λ)·greedy[i], as a double. */
    static double mixed(BigDecimal kept, double p, boolean best, int ties) {
        BigDecimal greedy =
                best ? BigDecimal.ONE.subtract(kept).divide(BigDecimal.valueOf(ties), DIGITS) : BigDecimal.ZERO;
        return kept.multiply(new BigDecimal(p)).add(greedy).doubleValue();
    }

    /** Returns min(1, bound/measure). */
    static BigDecimal kept(double bound, BigDecimal measure) {
        BigDecimal exact = new BigDecimal(bound);
        return measure.compareTo(exact) <= 0 ? BigDecimal.ONE : exact.divide(measure, DIGITS);
    }
}
