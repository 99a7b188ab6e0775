package kelvin.chart.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import kelvin.chart.layout.Ticks.Tick;
import kelvin.chart.style.NumberStyle;

/** Ticks of an axis at round numbers, at most twelve on a linear axis, as far as there is room for them. */
final class RoundTicks {
    /** From here on, and from its inverse down, numbers are written as powers of ten. */
    private static final double LARGE = 1e7;

    private static final double SMALL = 1e-5;
    /** The exponent of the least power of ten that is a normal number. */
    private static final double MIN_EXPONENT = -307;

    private static final double[] DIGITS = {1, 2, 5};

    /** A linear axis with more numbers is read no better. */
    private static final int MAX_TICKS = 12;

    private RoundTicks() {}

    /** Returns the ticks of an axis, at distances of at least {@code least} where it is linear. */
    static Ticks of(ChartTheme theme, AxisRange range, double pixels, boolean across, double least) {
        return range.logarithmic()
                ? logarithmic(theme, range, pixels, across)
                : linear(theme, range, pixels, across, least);
    }

    private static Ticks linear(ChartTheme theme, AxisRange range, double pixels, boolean across, double least) {
        double low = range.low();
        double high = range.high();
        double slack = 1e-9 * (high - low);
        double finest = Math.max(Math.log10((high - low) / 100), MIN_EXPONENT);
        for (int exponent = (int) Math.floor(finest); ; exponent++) {
            for (double digit : DIGITS) {
                double step = Math.max(least, digit * Math.pow(10, exponent));
                int decimals = step < 1 ? -exponent : 0;
                boolean powers = Math.max(-low, high) >= LARGE || high - low < SMALL;
                List<Tick> ticks = new ArrayList<>();
                for (double i = Math.ceil((low - slack) / step); i * step <= high + slack; i++) {
                    String label = powers
                            ? scientific(i * step)
                            : theme.style().numbers().format(i * step, decimals);
                    ticks.add(tick(theme, i * step, label));
                }
                Ticks all = new Ticks(range, ticks);
                if (ticks.size() <= 2 || (ticks.size() <= MAX_TICKS && all.fit(pixels, across))) {
                    return least > 0 ? withEnd(theme, all, pixels) : all;
                }
            }
        }
    }

    private static String scientific(double number) {
        if (number == 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(number)) + 1e-9);
        return new BigDecimal(number)
                        .movePointLeft(exponent)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('-', '−')
                + "·10" + NumberStyle.superscript(exponent);
    }

    private static Ticks logarithmic(ChartTheme theme, AxisRange range, double pixels, boolean across) {
        int first = (int) Math.floor(Math.log10(range.low()) + 1e-9);
        int last = (int) Math.ceil(Math.log10(range.high()) - 1e-9);
        double most = Math.pow(10, last);
        boolean powers = most >= 1e6 || Math.pow(10, first) < 1e-4;
        DoubleFunction<String> label = powers
                ? value -> power(value)
                : value ->
                        theme.style().numbers().format(value, (int) Math.max(0, -Math.floor(Math.log10(value) + 1e-9)));
        for (double[] digits : new double[][] {DIGITS, {1}}) {
            Ticks all = logarithmic(theme, range, label, first, last, 1, digits);
            boolean many = last - first <= 2 || digits.length == 1;
            if (many && all.ticks().size() >= 2 && all.fit(pixels, across)) {
                return all;
            }
        }
        for (int every = 2; every <= last - first; every++) {
            Ticks all = logarithmic(theme, range, label, first, last, every, 1);
            if (all.fit(pixels, across)) {
                return all;
            }
        }
        return linear(theme, range, pixels, across, 0);
    }

    private static Ticks logarithmic(
            ChartTheme theme,
            AxisRange range,
            DoubleFunction<String> label,
            int first,
            int last,
            int every,
            double... digits) {
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            for (double digit : digits) {
                double value = digit * Math.pow(10, exponent);
                boolean within = value >= range.low() * (1 - 1e-9) && value <= range.high() * (1 + 1e-9);
                if (within && Math.floorMod(exponent, every) == 0) {
                    ticks.add(tick(theme, value, label.apply(value)));
                }
            }
        }
        return new Ticks(range, ticks);
    }

    private static String power(double value) {
        String scientific = scientific(value);
        return scientific.startsWith("1·") ? scientific.substring(2) : scientific;
    }

    private static Tick tick(ChartTheme theme, double value, String label) {
        return new Tick(value, TextBlock.wrap(label, theme.tick(), Double.MAX_VALUE, 1));
    }

    /** Returns the ticks with one at the end of a horizontal axis: beside the others where it fits, else in place of the last of two. */
    private static Ticks withEnd(ChartTheme theme, Ticks all, double pixels) {
        List<Tick> ticks = all.ticks();
        AxisRange range = all.range();
        double end = range.high();
        boolean whole = end < LARGE && end == Math.rint(end);
        if (!whole || ticks.isEmpty() || end - ticks.get(ticks.size() - 1).value() < 1e-9 * end) {
            return all;
        }
        List<Tick> more = new ArrayList<>(ticks);
        more.add(tick(theme, end, Ticks.number(theme, end)));
        Ticks with = new Ticks(range, more);
        if (with.fit(pixels, true)) {
            return with;
        }
        more.remove(ticks.size() - 1);
        return ticks.size() == 2 ? new Ticks(range, more) : all;
    }
}
