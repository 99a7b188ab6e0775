package kelvin.metric;

/**
 * A line that regret is held against.
 *
 * <p>The arrays are shared, not copied: read them only.
 *
 * @param name what it is, as a legend says it
 * @param steps the steps, increasing
 * @param regret the line at each of them, in reward units
 */
public record RegretBound(String name, long[] steps, double[] regret) {}
