package kelvin.contract;

/**
 * Range checks for compact constructors. Each states what is allowed and negates it, so that {@code NaN} never passes.
 *
 * <p>All throw {@link InvalidValue}, whose message reads {@code name = value, must be …}.
 */
public final class Require {
    private Require() {}

    /**
     * Requires a finite number above 0.
     *
     * @param name the parameter's name
     * @param x its value
     */
    public static void positive(String name, double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            throw new InvalidValue(name, x, "finite and > 0");
        }
    }

    /**
     * Requires a finite number of at least 0.
     *
     * @param name the parameter's name
     * @param x its value
     */
    public static void notNegative(String name, double x) {
        if (!(x >= 0 && x < Double.POSITIVE_INFINITY)) {
            throw new InvalidValue(name, x, "finite and >= 0");
        }
    }

    /**
     * Requires a finite number.
     *
     * @param name the parameter's name
     * @param x its value
     */
    public static void finite(String name, double x) {
        if (!Double.isFinite(x)) {
            throw new InvalidValue(name, x, "finite");
        }
    }

    /**
     * Requires a number in [0, 1].
     *
     * @param name the parameter's name
     * @param x its value
     */
    public static void probability(String name, double x) {
        if (!(x >= 0 && x <= 1)) {
            throw new InvalidValue(name, x, "in [0, 1]");
        }
    }

    /**
     * Requires a whole number of at least some minimum.
     *
     * @param name the parameter's name
     * @param minimum the least value allowed
     * @param x its value
     */
    public static void atLeast(String name, long minimum, long x) {
        if (x < minimum) {
            throw new InvalidValue(name, x, ">= " + minimum);
        }
    }

    /**
     * Requires whatever the other checks do not cover.
     *
     * @param holds whether the value is allowed
     * @param name the parameter's name
     * @param found its value
     * @param allowed what it must be, to follow "must be"
     */
    public static void that(boolean holds, String name, Object found, String allowed) {
        if (!holds) {
            throw new InvalidValue(name, found, allowed);
        }
    }
}
