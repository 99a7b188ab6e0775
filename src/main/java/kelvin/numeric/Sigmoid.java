package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The logistic function, right for every double. */
@Stability(MAY_CHANGE)
public final class Sigmoid {
    private Sigmoid() {}

    /** σ(x) = 1/(1 + e⁻ˣ); written with eˣ below 0, where e⁻ˣ would overflow and lose the subnormal results. */
    public static double of(double x) {
        if (x >= 0) {
            return 1 / (1 + Exp.of(-x));
        }
        double e = Exp.of(x);
        return e / (1 + e);
    }

    /** σ(x)·factor, 0 where σ(x) is, however large the factor. */
    public static double times(double x, double factor) {
        double gate = of(x);
        return gate == 0 ? 0 : gate * factor;
    }

    /** ln σ(x), finite for every finite x. */
    public static double log(double x) {
        return Math.min(x, 0) - StrictMath.log1p(Exp.of(-Math.abs(x)));
    }

    /** ln(1 + eˣ) for x ≤ 0. */
    public static double softplus(double x) {
        return StrictMath.log1p(Exp.of(x));
    }
}
