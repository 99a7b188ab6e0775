package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import kelvin.chart.style.NumberStyle;
import kelvin.contract.Stability;

/**
 * The ticks of an axis, each with its label: as many round numbers as there is room for, or values that were played.
 *
 * @param range the range of the axis
 * @param ticks the ticks in ascending order
 * @param turned whether labels below an axis are turned by a right angle
 */
@Stability(MAY_CHANGE)
public record Ticks(AxisRange range, List<Tick> ticks, boolean turned) {
    /** The height of labels below an axis that are not turned in logical pixels, with their marks. */
    public static final int HEIGHT = 20;

    private static final int MARK = 4;
    private static final int GAP = 4;
    private static final double MIN_GAP_ACROSS = 11;
    private static final double MIN_GAP_OF_VALUES = 5;
    private static final double MIN_STEP_OF_VALUES = 0.75;
    private static final double MIN_STEP_UP = 27;
    private static final double MIN_STEP_UP_HIGH = 36;
    /** The length of an axis, in logical pixels, from which on there is room for wider steps. */
    private static final double HIGH = 220;

    /** From here on, and from its inverse down, numbers are written as powers of ten. */
    private static final double LARGE = 1e7;

    private static final double SMALL = 1e-5;
    private static final double[] DIGITS = {1, 2, 5};

    /**
     * A tick of an axis.
     *
     * @param value its number
     * @param label its label
     */
    public record Tick(double value, TextBlock label) {}

    /** Returns the ticks of an axis, at distances of at least {@code least} where it is linear. */
    static Ticks of(ChartTheme theme, AxisRange range, double pixels, boolean across, double least) {
        return range.logarithmic()
                ? logarithmic(theme, range, pixels, across)
                : linear(theme, range, pixels, across, least);
    }

    private Ticks(AxisRange range, List<Tick> ticks) {
        this(range, ticks, false);
    }

    /** Returns the ticks in the middles of cells of equal size. */
    public static Ticks cells(List<TextBlock> labels, double pixels, boolean across) {
        List<Tick> ticks = IntStream.range(0, labels.size())
                .mapToObj(i -> new Tick(i, labels.get(i)))
                .toList();
        return played(AxisRange.linear(-0.5, labels.size() - 0.5), ticks, pixels, across);
    }

    /**
     * Returns the ticks of values that were played, all with their labels if there is room for them when those below an axis are
     * turned; else some labels are left out, and their ticks are not.
     *
     * @param range the range of the axis
     * @param ticks the values in ascending order
     * @param pixels the length of the axis
     * @param across whether it is horizontal
     * @return the ticks
     */
    public static Ticks played(AxisRange range, List<Tick> ticks, double pixels, boolean across) {
        boolean turned = false;
        for (int i = 1; across && i < ticks.size(); i++) {
            double widths = ticks.get(i - 1).label.width() + ticks.get(i).label.width();
            double step = (range.place(ticks.get(i).value) - range.place(ticks.get(i - 1).value)) * pixels;
            turned |= step < widths / 2 + MIN_GAP_OF_VALUES;
        }
        List<Tick> shown = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            double place = range.place(tick.value) * pixels;
            boolean fits = (across && !turned) || place - last >= MIN_STEP_OF_VALUES * tick.label.height();
            last = fits ? place : last;
            shown.add(fits ? tick : new Tick(tick.value, new TextBlock(List.of(), tick.label.font())));
        }
        return new Ticks(range, shown, turned);
    }

    /** Returns the height of the labels below an axis in logical pixels, with their marks. */
    public int height() {
        return turned ? width() + GAP : HEIGHT;
    }

    private static Ticks linear(ChartTheme theme, AxisRange range, double pixels, boolean across, double least) {
        double low = range.low();
        double high = range.high();
        double slack = 1e-9 * (high - low);
        for (int exponent = (int) Math.floor(Math.log10((high - low) / 100)); ; exponent++) {
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
                if (ticks.size() <= 2 || all.fit(pixels, across)) {
                    return all;
                }
            }
        }
    }

    /** Returns a whole number in the style of a theme. */
    public static String number(ChartTheme theme, double number) {
        return theme.style().numbers().format(number, 0);
    }

    private static String scientific(double number) {
        if (number == 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(number)) + 1e-9);
        double mantissa = number / Math.pow(10, exponent);
        return new BigDecimal(mantissa)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('-', '−') + "·10" + NumberStyle.superscript(exponent);
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
            if (many && all.ticks.size() >= 2 && all.fit(pixels, across)) {
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

    /** Returns true if no two labels come too close. */
    private boolean fit(double pixels, boolean across) {
        for (int i = 1; i < ticks.size(); i++) {
            Tick left = ticks.get(i - 1);
            Tick right = ticks.get(i);
            double step = (range.place(right.value) - range.place(left.value)) * pixels;
            double needed = across
                    ? (left.label.width() + right.label.width()) / 2 + MIN_GAP_ACROSS
                    : pixels < HIGH ? MIN_STEP_UP : MIN_STEP_UP_HIGH;
            if (step < needed) {
                return false;
            }
        }
        return true;
    }

    /** Returns the width of the labels beside a vertical axis with their marks. */
    public int width() {
        return (int) Math.ceil(MARK
                + GAP
                + ticks.stream().mapToDouble(t -> t.label.width()).max().orElse(0));
    }

    /** Paints a line across the plot at each tick of a vertical axis. */
    public void paintGrid(Graphics2D g, Rectangle2D plot) {
        g.setColor(ChartTheme.GRID);
        g.setStroke(ChartTheme.GRID_STROKE);
        for (Tick tick : ticks) {
            double y = plot.getMaxY() - range.place(tick.value) * plot.getHeight();
            g.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
        }
    }

    /** Paints a line up the plot at each tick of a horizontal axis. */
    public void paintGridBelow(Graphics2D g, Rectangle2D plot) {
        g.setColor(ChartTheme.GRID);
        g.setStroke(ChartTheme.GRID_STROKE);
        for (Tick tick : ticks) {
            double x = plot.getX() + range.place(tick.value) * plot.getWidth();
            g.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
        }
    }

    /** Paints a vertical axis to the left of a plot. */
    public void paintLeft(Graphics2D g, Rectangle2D plot) {
        g.setColor(ChartTheme.AXIS);
        g.setStroke(new BasicStroke(1));
        double x = plot.getX();
        g.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
        for (Tick tick : ticks) {
            double y = plot.getMaxY() - range.place(tick.value) * plot.getHeight();
            g.setColor(ChartTheme.AXIS);
            g.draw(new Line2D.Double(x - MARK, y, x, y));
            g.setColor(ChartTheme.INK);
            tick.label.paint(g, x - MARK - GAP - tick.label.width(), y - 0.55 * tick.label.height());
        }
    }

    /**
     * Paints a horizontal axis below a plot.
     *
     * @param g where to paint
     * @param plot the plot
     * @param reach how far a label may reach beyond the ends of the plot
     */
    public void paintBelow(Graphics2D g, Rectangle2D plot, double reach) {
        double y = plot.getMaxY();
        g.setColor(ChartTheme.AXIS);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
        for (Tick tick : ticks) {
            double x = plot.getX() + range.place(tick.value) * plot.getWidth();
            g.setColor(ChartTheme.AXIS);
            g.draw(new Line2D.Double(x, y, x, y + MARK));
            g.setColor(ChartTheme.INK);
            double half = tick.label.width() / 2;
            double middle = Math.min(Math.max(x, plot.getX() - reach + half), plot.getMaxX() + reach - half);
            if (turned) {
                paintTurned(g, tick.label, x, y + MARK + GAP + 2 * half);
            } else {
                tick.label.paint(g, middle - half, y + MARK + 1);
            }
        }
    }

    /** Paints text that reads upwards, from (x, y) on. */
    private static void paintTurned(Graphics2D g, TextBlock text, double x, double y) {
        g.translate(x - text.height() / 2, y);
        g.rotate(-Math.PI / 2);
        text.paint(g, 0, 0);
        g.rotate(Math.PI / 2);
        g.translate(text.height() / 2 - x, -y);
    }
}
