package kelvin.model;

/** The Euclidean norm of two numbers whose squares may be more or less than a double holds. */
final class Norm {
    private Norm() {}

    /**
     * Returns √(a² + b²).
     *
     * @param a at least 0
     * @param b at least 0
     * @return the norm; infinite only where it is more than a double holds
     */
    static double of(double a, double b) {
        double large = Math.max(a, b);
        double ratio = Math.min(a, b) / large;
        return large > 0 ? large * Math.sqrt(1 + ratio * ratio) : 0;
    }
}
