package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The logistic function σ(x) = 1/(1 + e⁻ˣ), accurate for every double. */
@Stability(MAY_CHANGE)
public final class Sigmoid {
    private Sigmoid() {}

    /**
     * Returns σ(x) = 1/(1 + e⁻ˣ); written with eˣ below 0, where e⁻ˣ would overflow and lose the subnormal results.
     *
     * @param x any double
     * @return σ(x), in [0, 1]
     */
    public static double of(double x) {
        if (x >= 0) {
            return 1 / (1 + Exp.of(-x));
        }
        double e = Exp.of(x);
        return e / (1 + e);
    }

    /**
     * Returns σ(x)·factor, 0 where σ(x) is, however large the factor.
     *
     * @param x any double
     * @param factor any double, also ±∞
     * @return the product
     */
    public static double times(double x, double factor) {
        double gate = of(x);
        return gate == 0 ? 0 : gate * factor;
    }

    /**
     * Returns ln σ(x), finite for every finite x.
     *
     * @param x any double
     * @return ln σ(x), at most 0
     */
    public static double log(double x) {
        return Math.min(x, 0) - Log1p.of(Exp.of(-Math.abs(x)));
    }

    /**
     * Returns the softplus ln(1 + eˣ) for x ≤ 0.
     *
     * @param x at most 0
     * @return ln(1 + eˣ), in [0, ln 2]
     */
    public static double softplus(double x) {
        return Log1p.of(Exp.of(x));
    }
}
