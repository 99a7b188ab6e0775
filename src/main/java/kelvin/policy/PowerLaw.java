package kelvin.policy;

import kelvin.numeric.Exp;
import kelvin.numeric.NeumaierSum;

/**
 * Policies that maximise expected value plus Tsallis entropy, for any α &gt; 0 but 1: their weights are powers of a
 * base.
 */
interface PowerLaw extends SolvedPolicy, Tempered {
    /** More than what rounding does to the ends between which the solution lies: all values equal, or one far above. */
    double ROUNDING = 0x1p-44;

    double alpha();

    @Override
    default double solve(double[] sorted, int first, Equation equation) {
        double best = sorted[sorted.length - 1];
        for (int i = first; i < sorted.length; i++) {
            sorted[i] = ValueChecks.logit(sorted[i], best, temperature());
        }
        double uniform = Exp.of((1 - alpha()) * StrictMath.log(sorted.length - first));
        return equation.root(
                this, sorted, first, Math.min(1, uniform) * (1 - ROUNDING), Math.max(1, uniform) * (1 + ROUNDING));
    }

    /** Returns the excess of the total probability at the scale s by which logits are divided. */
    @Override
    default double excess(double[] logits, int first, double scale, NeumaierSum sum) {
        for (int i = logits.length - 1; i >= first; i--) {
            double weight = Exp.of(logWeight(logits[i] / scale));
            if (weight == 0) {
                break;
            }
            sum.add(weight);
        }
        return StrictMath.log(scale) + (alpha() - 1) * StrictMath.log(sum.value());
    }

    @Override
    default double score(double value, double best, double scale) {
        return logWeight(ValueChecks.logit(value, best, temperature()) / scale);
    }

    /** Returns ln of (1 + (α − 1)·x)^(1/(α − 1)), which tends to x as α → 1; −∞ where the base is not positive. */
    private double logWeight(double x) {
        double base = (alpha() - 1) * x;
        return base <= -1 ? Double.NEGATIVE_INFINITY : StrictMath.log1p(base) / (alpha() - 1);
    }
}
