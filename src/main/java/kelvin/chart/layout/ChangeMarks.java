package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import kelvin.contract.Stability;

/**
 * Vertical lines where a problem changes abruptly.
 *
 * @param theme the theme of the figure
 * @param range the axis of steps
 * @param steps the steps after which it changes
 */
@Stability(MAY_CHANGE)
public record ChangeMarks(ChartTheme theme, AxisRange range, List<Long> steps) {
    private static final BasicStroke STROKE =
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {5, 3}, 0);
    /** Sets the line off from dark areas. */
    private static final Color HALO = new Color(255, 255, 255, 120);

    private static final BasicStroke BROAD = new BasicStroke(3f);
    private static final String WORD = "change";
    private static final int GAP = 4;

    /** Returns the marks that lie inside of an axis. */
    public static ChangeMarks of(ChartTheme theme, AxisRange range, List<Long> steps) {
        return new ChangeMarks(
                theme,
                range,
                steps.stream()
                        .filter(step -> step > range.low() && step < range.high())
                        .toList());
    }

    /** Returns the caption's sentence about the marks; empty without any. */
    public String remark() {
        return steps.isEmpty()
                ? ""
                : steps.size() == 1 ? " Dashed line: the problem changes." : " Dashed lines: the problem changes.";
    }

    /** Paints a line through a plot at each change. */
    public void paint(Graphics2D g, Rectangle2D plot) {
        for (long step : steps) {
            double x = x(plot, step);
            Line2D line = new Line2D.Double(x, plot.getY(), x, plot.getMaxY());
            g.setColor(HALO);
            g.setStroke(BROAD);
            g.draw(line);
            g.setColor(ChartTheme.INK);
            g.setStroke(STROKE);
            g.draw(line);
        }
    }

    /** Paints a word beside each line, at the top of a plot, where there is room before the next line. */
    public void paintWords(Graphics2D g, Rectangle2D plot) {
        TextBlock word = TextBlock.wrap(WORD, theme.caption(), Double.MAX_VALUE, 1);
        g.setColor(ChartTheme.FAINT);
        for (int i = 0; i < steps.size(); i++) {
            double x = x(plot, steps.get(i));
            double end = i + 1 < steps.size() ? x(plot, steps.get(i + 1)) : plot.getMaxX();
            double needed = word.width() + 2 * GAP;
            if (x + needed <= end) {
                word.paint(g, x + GAP, plot.getY() + 2);
            } else if (x - needed >= plot.getX() && steps.size() == 1) {
                word.paint(g, x - needed + GAP, plot.getY() + 2);
            }
        }
    }

    private double x(Rectangle2D plot, long step) {
        return plot.getX() + range.place(step) * plot.getWidth();
    }
}
