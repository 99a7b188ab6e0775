package kelvin.schedule;

/** Linear interpolation between two numbers: exact at both, never beyond either, monotone, and free of overflow. */
final class Blend {
    private Blend() {}

    /**
     * Returns start·remaining + end·(1 − remaining), with an order of operations for each case: as it stands, the sum
     * of two numbers of one sign leaves [start, end] by a rounding error (0.3 to 0.3 passes 0.30000000000000004) and is
     * not monotone. From or to 0 it is one product, which keeps all digits next to 0.
     */
    static double of(double start, double end, double remaining) {
        if (Math.signum(start) != Math.signum(end)) {
            return start * remaining + end * (1 - remaining);
        }
        if (remaining == 1) {
            return start;
        }
        double x = end + (start - end) * remaining;
        return start < end ? Math.max(x, start) : Math.min(x, start);
    }
}
