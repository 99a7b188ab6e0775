package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Range checks for compact constructors. Each states what is allowed and negates it, so that {@code NaN} never passes.
 *
 * <p>All throw {@link InvalidValue}, whose message reads {@code name = value, must be …}.
 */
@Stability(STABLE)
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
     * Requires that something is given, where callers without null checks of their own might forget it.
     *
     * @param name the parameter's name
     * @param given its value
     */
    public static void notNull(String name, @Nullable Object given) {
        if (given == null) {
            throw new InvalidValue(name, "null", "given");
        }
    }

    /**
     * Requires a condition that the other checks do not cover.
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

    /**
     * Requires that what is asked for fits into the memory that Java may use. An estimate from below is enough: what does not fit by it
     * would end in an {@link OutOfMemoryError} that names nothing.
     *
     * @param name the parameter's name
     * @param found its value
     * @param bytes the memory that it takes at least
     */
    public static void memory(String name, Object found, double bytes) {
        double most = Runtime.getRuntime().maxMemory();
        if (bytes > most) {
            double gib = 1L << 30;
            String allowed = String.format(
                    Locale.ROOT,
                    "fewer: they take %,.1f GiB of memory or more, Java may use %,.1f GiB",
                    bytes / gib,
                    most / gib);
            throw new InvalidValue(name, found, allowed);
        }
    }

    /**
     * Requires text that every encoding of Unicode can hold: each half of a surrogate pair beside its other half. UTF-8 writes a
     * half alone as a question mark, which makes different texts one.
     *
     * @param name the parameter's name
     * @param text its value
     */
    public static void wholeCharacters(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                pairsFrom(i, name, text);
                return;
            }
        }
    }

    /**
     * Checks pairs of surrogates from the first one on; apart from the loop above, which most texts never leave and
     * which runs at every decision.
     */
    private static void pairsFrom(int first, String name, String text) {
        for (int i = first; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isBmpCodePoint(text.codePointAt(i)) && Character.isSurrogate(text.charAt(i))) {
                String half = Integer.toHexString(text.charAt(i)).toUpperCase(Locale.ROOT);
                String found = "half of a surrogate pair, U+" + half + ", as character " + (i + 1);
                throw new InvalidValue(name, found, "text of whole characters");
            }
        }
    }
}
