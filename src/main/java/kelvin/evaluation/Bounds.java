package kelvin.evaluation;

/**
 * Between what the parts of an estimate lie.
 *
 * @param low the least
 * @param high the largest
 */
public record Bounds(double low, double high) {
    double width() {
        return high - low;
    }
}
