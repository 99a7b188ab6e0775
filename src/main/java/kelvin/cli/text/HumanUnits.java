package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.Locale;
import kelvin.contract.Stability;

/** Formats counts and durations for people, the same in every locale. */
@Stability(INTERNAL)
public final class HumanUnits {
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    private static final double MAX_WITH_UNIT = 1e15;

    private HumanUnits() {}

    /**
     * Formats a count with separators: {@code 16,000,000}.
     *
     * @param n the count
     * @return the text
     */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /**
     * Formats a count of things: {@code 1 learner}, {@code 2 learners}.
     *
     * @param n the count
     * @param noun what is counted, in the singular
     * @return the text
     */
    public static String count(long n, String noun) {
        return count(n) + " " + noun + (n == 1 ? "" : "s");
    }

    /**
     * Formats a range: {@code 64 to 100,000}; a single number where both are the same.
     *
     * @param from the first number
     * @param to the last number
     * @return the text
     */
    public static String range(long from, long to) {
        return from == to ? count(to) : count(from) + " to " + count(to);
    }

    /**
     * Formats a size: {@code 12 MiB}, {@code 3.4 GiB}.
     *
     * @param bytes the size in bytes
     * @return the text
     */
    public static String memory(double bytes) {
        double mib = bytes / (1 << 20);
        return mib < 1000
                ? String.format(Locale.ROOT, "%.0f MiB", mib)
                : String.format(Locale.ROOT, "%,.1f GiB", mib / 1024);
    }

    /**
     * Formats a number in two digits: {@code 850}, {@code 12 k}, {@code 3.4 M}, {@code 21 G}, {@code 1.5e+20}.
     *
     * @param n the number
     * @return the text
     */
    public static String rounded(double n) {
        String[] units = {"", " k", " M", " G"};
        if (n >= MAX_WITH_UNIT) {
            return String.format(Locale.ROOT, "%.1e", n);
        }
        int unit = 0;
        double left = n;
        while (left >= 999.5 && unit < units.length - 1) {
            left /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, left < 9.95 && unit > 0 ? "%.1f" : "%.0f", left) + units[unit];
    }

    /**
     * Formats an estimated duration: {@code less than a second}, {@code about 12 s}, {@code about 3 min},
     * {@code about 2 h}, {@code about 4 days}.
     *
     * @param seconds the duration in seconds
     * @return the text
     */
    public static String duration(double seconds) {
        if (seconds < 1) {
            return "less than a second";
        } else if (seconds < 2 * MINUTE) {
            return about(seconds, 1, "s");
        } else if (seconds < 2 * HOUR) {
            return about(seconds, MINUTE, "min");
        }
        return seconds < 2 * DAY ? about(seconds, HOUR, "h") : about(seconds, DAY, "days");
    }

    /**
     * Formats a measured duration: {@code 0.84 s}, {@code 12.3 s}, {@code 3:05:00}.
     *
     * @param seconds the duration in seconds
     * @return the text
     */
    public static String seconds(double seconds) {
        return seconds >= 2 * MINUTE
                ? clock(seconds)
                : String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }

    /**
     * Formats a duration as a clock: {@code 0:07}, {@code 12:30}, {@code 3:05:00}.
     *
     * @param seconds the duration in seconds
     * @return the text
     */
    public static String clock(double seconds) {
        long s = Math.round(seconds);
        return s < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    private static String about(double seconds, double unit, String name) {
        return "about " + count(Math.round(seconds / unit)) + " " + name;
    }
}
