package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;

/** The error bounds that double precision can attain; x is the largest distance, in temperatures, that still has weight. */
public final class Accuracy {
    private Accuracy() {}

    /** Relative error at most 2⁻⁵³(4 + 2x), one unit for subnormal numbers, none for 0. */
    static void assertProbabilities(double[] actual, double[] exact, double x) {
        assertThat(actual).hasSameSizeAs(exact);
        for (int i = 0; i < exact.length; i++) {
            double bound = exact[i] == 0 ? 0 : Math.max(exact[i] * bound(x), Double.MIN_VALUE);
            assertWithin(bound, actual[i], exact[i]);
        }
    }

    /**
     * Absolute error at most 2⁻⁵³(4 + 2x); no more than that relative to the logarithm itself when it is small, as far as
     * the 60 digits of the reference go.
     */
    static void assertLogarithm(double actual, double exact, double x) {
        if (exact == Double.NEGATIVE_INFINITY) {
            assertThat(actual).isEqualTo(exact);
            return;
        }
        double bound = bound(Math.max(x, -exact)) * Math.min(1, -4 * exact);
        assertWithin(bound + 1e-60, actual, exact);
    }

    /** Not {@code isCloseTo}: that one subtracts the shortest decimals, which is too coarse for units in the last place. */
    public static void assertWithin(double bound, double actual, double exact) {
        assertThat(Math.abs(actual - exact)).as("%s for %s", actual, exact).isLessThanOrEqualTo(bound);
    }

    private static double bound(double x) {
        return 0x1p-53 * (4 + 2 * x);
    }
}
