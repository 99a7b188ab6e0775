package kelvin.policy.gap;

import kelvin.numeric.Log;
import kelvin.numeric.NeumaierSum;
import kelvin.numeric.Weights;
import kelvin.policy.ValueChecks;
import kelvin.policy.Workspace;
import kelvin.policy.WorkspacePolicy;

/**
 * Implements inverse gap weighting: p = 1/(n + x) for all of n open actions but the best, where x is a multiple of the gap to the
 * best value, and the rest for the best.
 */
interface GapWeighted extends WorkspacePolicy {
    /** Stands for the probability of a best action until all others are known. */
    double BEST = -1;

    double LN_MIN_NORMAL = Log.of(Double.MIN_NORMAL);

    double sharpness();

    /** Returns the value that counts of an open action: itself, or the nearest that is allowed. */
    default double worth(double value) {
        return value;
    }

    /**
     * Returns the multiple of the gap. Where the gap overflows, multiplying first does not, unless the product does too.
     *
     * @param value the worth of an open action, below the best
     * @param best the largest worth
     * @return x, at least 0; +∞ beyond the doubles
     */
    default double excess(double value, double best) {
        double gap = best - value;
        return gap < Double.POSITIVE_INFINITY ? sharpness() * gap : sharpness() * best - sharpness() * value;
    }

    /** Returns ln x, where x itself may be beyond the doubles, for arguments as those of {@link #excess}. */
    default double logExcess(double value, double best) {
        return Log.of(sharpness()) + Log.of(best / 2 - value / 2) + Log.of(2);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A best action gets what the others leave of their equal shares, 1/n each, which is a sum of positive terms and keeps its
     * digits: (1 + Σ x/(n + x)/k)/n with k best actions.
     */
    @Override
    default void probabilities(double[] values, double[] out, Workspace work) {
        double best = worth(ValueChecks.best(values, out));
        int open = ValueChecks.open(values);
        NeumaierSum left = work.object(NeumaierSum.class, NeumaierSum::new).clear();
        int ties = 0;
        for (int i = 0; i < values.length; i++) {
            double value = worth(values[i]);
            if (value == Double.NEGATIVE_INFINITY) {
                out[i] = 0;
            } else if (value == best) {
                out[i] = BEST;
                ties++;
            } else {
                double x = excess(value, best);
                double inverse = open + x;
                out[i] = 1 / inverse;
                left.add(inverse < Double.POSITIVE_INFINITY ? x / inverse : 1);
            }
        }
        double top = (1 + left.value() / ties) / open;
        for (int i = 0; i < out.length; i++) {
            out[i] = out[i] == BEST ? top : out[i];
        }
    }

    /** {@inheritDoc} Where p is below the normal doubles, n is nothing beside x, and ln p = −ln x. */
    @Override
    default void logProbabilities(double[] values, double[] out) {
        double best = worth(ValueChecks.best(values, out));
        double[] logarithms = probabilities(values);
        Weights.logarithms(logarithms);
        for (int i = 0; i < values.length; i++) {
            boolean tail = logarithms[i] < LN_MIN_NORMAL && values[i] != Double.NEGATIVE_INFINITY;
            out[i] = tail ? -logExcess(worth(values[i]), best) : logarithms[i];
        }
    }
}
