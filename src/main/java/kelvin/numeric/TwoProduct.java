package kelvin.numeric;

/** Computes the rounding error of a product without rounding, by splitting the factors (Dekker 1971). */
final class TwoProduct {
    private static final long HIGH_HALF = -1L << 27;

    private TwoProduct() {}

    /** Returns the first 26 bits of a number; what is left has 27, so that products of halves are exact. */
    static double high(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & HIGH_HALF);
    }

    /** Returns a·b − product for the rounded product, all numbers far from overflow and underflow. */
    static double error(double a, double b, double product) {
        double aHigh = high(a);
        double aLow = a - aHigh;
        double bHigh = high(b);
        double bLow = b - bHigh;
        return ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
    }
}
