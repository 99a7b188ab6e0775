package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    /**
     * A tick of an axis.
     *
     * @param value its number
     * @param label its label
     */
    public record Tick(double value, TextBlock label) {}

    Ticks(AxisRange range, List<Tick> ticks) {
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

    /** Returns a whole number in the style of a theme. */
    public static String number(ChartTheme theme, double number) {
        return theme.style().numbers().format(number, 0);
    }

    /** Returns true if no two labels come too close. */
    boolean fit(double pixels, boolean across) {
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
