package kelvin.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Legend;
import kelvin.chart.style.LegendPlace;
import org.knowm.xchart.XYChart;

/** The labels of curves: at their ends where there is room, or else in a legend. */
final class CurveLabels {
    /** The largest share of the width of a figure for labels at the ends of curves. */
    private static final double MAX_SHARE = 0.4;

    private static final double AIR = 6;
    private static final Color VEIL = new Color(255, 255, 255, 200);

    private final ChartTheme theme;
    private final List<StyledCurve> lines;
    private final EndLabels ends;
    private final LegendPlace place;

    CurveLabels(ChartTheme theme, List<StyledCurve> lines) {
        this.theme = theme;
        this.lines = lines;
        ends = new EndLabels(theme, lines);
        boolean room = ends.width() <= MAX_SHARE * theme.width();
        place = theme.style().legend().orElse(room ? LegendPlace.ENDS : LegendPlace.BELOW);
    }

    List<StyledCurve> lines() {
        return lines;
    }

    private Legend legend() {
        double most = theme.width() - 2.0 * theme.margin() - 2 * Legend.SWATCH;
        List<String> names = lines.stream().map(line -> line.curve().label()).toList();
        return Legend.of(theme, "", names, most, (g, label, x, y) -> {
            g.setColor(theme.colour(lines.get(label).look()));
            g.setStroke(theme.stroke(lines.get(label).look()));
            g.draw(new Line2D.Double(x, y + 8, x + Legend.SWATCH, y + 8));
        });
    }

    /** Returns whether labels stand at the ends of the curves. */
    boolean atEnds() {
        return place == LegendPlace.ENDS;
    }

    /** Returns the width that labels need to the right of a plot. */
    int widthBeside() {
        return place == LegendPlace.ENDS ? ends.width() : (int) AIR;
    }

    /** Returns the height that labels need beside a plot and its axis. */
    int leastHeight() {
        return place == LegendPlace.ENDS ? ends.height() + 40 : place == LegendPlace.INSIDE ? legend().height() : 0;
    }

    /** Returns the height that labels need below a plot. */
    int heightBelow() {
        return place == LegendPlace.BELOW ? legend().heightBelow(room()) + (int) AIR : 0;
    }

    private double room() {
        return theme.width() - 2.0 * theme.margin();
    }

    /**
     * Paints the labels of a plot.
     *
     * @param g where to paint
     * @param plot the plot in the figure
     * @param chart the painted plot
     * @param heights where each line ends, from the top of the plot
     * @param below where the room below begins
     */
    void paint(Graphics2D g, Rectangle2D plot, XYChart chart, double[] heights, double below) {
        if (place == LegendPlace.BELOW) {
            legend().paintBelow(g, theme.margin(), below + AIR, room());
            return;
        }
        g.translate(plot.getX(), plot.getY());
        if (place == LegendPlace.ENDS) {
            double[] within = IntStream.range(0, heights.length)
                    .mapToDouble(i -> Math.max(0, Math.min(plot.getHeight(), heights[i])))
                    .toArray();
            ends.paint(g, plot.getWidth(), within, 0, plot.getHeight());
        } else {
            inside(g, plot, chart);
        }
        g.translate(-plot.getX(), -plot.getY());
    }

    private void inside(Graphics2D g, Rectangle2D plot, XYChart chart) {
        Legend legend = legend();
        double width = legend.width() + 2 * AIR;
        double height = legend.height() - 20 + AIR;
        double right = plot.getWidth() - width - AIR;
        double bottom = plot.getHeight() - height - AIR;
        List<Point2D> points = lines.stream()
                .flatMap(line -> IntStream.range(0, line.curve().x().length).mapToObj(i -> (Point2D) new Point2D.Double(
                        chart.getScreenXFromChart(line.curve().x()[i]),
                        chart.getScreenYFromChart(line.curve().y()[i]))))
                .toList();
        Rectangle2D box = Stream.of(
                        new Rectangle2D.Double(AIR, 0, width, height),
                        new Rectangle2D.Double(right, bottom, width, height),
                        new Rectangle2D.Double(AIR, bottom, width, height),
                        new Rectangle2D.Double(right, 0, width, height))
                .min(Comparator.comparingLong(
                        corner -> points.stream().filter(corner::contains).count()))
                .orElseThrow();
        g.setColor(VEIL);
        g.fill(box);
        legend.paint(g, box.getX() + AIR, box.getY() + AIR / 2);
    }
}
