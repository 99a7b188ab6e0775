package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** Sums over the numbers of vectors; for authors of models. */
@Stability(MAY_CHANGE)
public final class Vectors {
    private Vectors() {}

    /**
     * Returns the inner product of parts of two arrays, in four sums that a processor can add up side by side.
     *
     * @param a holds one
     * @param fromA the place of its first number
     * @param b holds the other
     * @param fromB the place of its first number
     * @param length the number of products
     * @return Σab
     */
    public static double product(double[] a, int fromA, double[] b, int fromB, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[fromA + i] * b[fromB + i];
            s1 += a[fromA + i + 1] * b[fromB + i + 1];
            s2 += a[fromA + i + 2] * b[fromB + i + 2];
            s3 += a[fromA + i + 3] * b[fromB + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[fromA + i] * b[fromB + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /**
     * Returns √(a² + b²) of numbers whose squares may be more or less than a double holds.
     *
     * @param a at least 0
     * @param b at least 0
     * @return the norm; infinite only where it is more than a double holds
     */
    public static double norm(double a, double b) {
        double large = Math.max(a, b);
        double ratio = Math.min(a, b) / large;
        return large > 0 ? large * Math.sqrt(1 + ratio * ratio) : 0;
    }
}
