package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /**
     * Paints a word beside each line where there is room before the next line: as far up as it meets no curve, or at the top
     * where every place meets one.
     *
     * @param g where to paint
     * @param plot the plot
     * @param curves the curves in it
     */
    public void paintWords(Graphics2D g, Rectangle2D plot, List<? extends Shape> curves) {
        TextBlock word = TextBlock.wrap(WORD, theme.caption(), Double.MAX_VALUE, 1);
        g.setColor(ChartTheme.FAINT);
        for (int i = 0; i < steps.size(); i++) {
            double x = x(plot, steps.get(i));
            double end = i + 1 < steps.size() ? x(plot, steps.get(i + 1)) : plot.getMaxX();
            List<Rectangle2D> places = new ArrayList<>();
            double height = word.height();
            for (double y = plot.getY() + 2; y + height < plot.getMaxY(); y += height / 2) {
                if (x + word.width() + 2 * GAP <= end) {
                    places.add(new Rectangle2D.Double(x + GAP, y, word.width(), height));
                }
                if (steps.size() == 1 && x - word.width() - 2 * GAP >= plot.getX()) {
                    places.add(new Rectangle2D.Double(x - word.width() - GAP, y, word.width(), height));
                }
            }
            places.stream()
                    .filter(place -> curves.stream().noneMatch(curve -> meets(curve, place)))
                    .findFirst()
                    .or(() -> places.stream().findFirst())
                    .ifPresent(place -> word.paint(g, place.getX(), place.getY()));
        }
    }

    private static boolean meets(Shape curve, Rectangle2D place) {
        double[] to = new double[6];
        Point2D from = new Point2D.Double();
        for (PathIterator i = curve.getPathIterator(null); !i.isDone(); i.next()) {
            boolean line = i.currentSegment(to) == PathIterator.SEG_LINETO;
            if (line && place.intersectsLine(from.getX(), from.getY(), to[0], to[1])) {
                return true;
            }
            from.setLocation(to[0], to[1]);
        }
        return false;
    }

    /** Returns the legend of the lines; empty without any. */
    Optional<Legend> legend() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(Legend.of(theme, "", List.of(WORD), (g, label, x, y) -> {
                    g.setColor(ChartTheme.INK);
                    g.setStroke(STROKE);
                    double middle = x + Legend.SWATCH / 2.0;
                    g.draw(new Line2D.Double(middle, y - 1, middle, y + 17));
                }));
    }

    private double x(Rectangle2D plot, long step) {
        return plot.getX() + range.place(step) * plot.getWidth();
    }
}
