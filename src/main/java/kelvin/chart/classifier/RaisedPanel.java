package kelvin.chart.classifier;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Optional;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Panel;
import kelvin.chart.layout.TextBlock;
import kelvin.chart.layout.Ticks;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A panel of {@link RaisedLogit}: a curve per class over what is added to the logit of one.
 *
 * @param data all data
 * @param plot the panel
 * @param order the classes from the front, the raised one first
 * @param coloured the number of them with a colour of their own
 */
record RaisedPanel(RaisedLogit data, RaisedLogit.Plot plot, int[] order, int coloured) implements Panel {
    private static final AxisRange Y_RANGE = AxisRange.linear(-0.02, 1.02);
    private static final Color PALE = new Color(0xB0B0B0);
    private static final BasicStroke THIN = new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final BasicStroke THICK = new BasicStroke(3.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    /** The look of the raised class: orange. */
    private static final int RAISED_LOOK = 1;

    /** Returns the colour of the class at a place of the order. */
    static Color colour(int place, int coloured) {
        return place >= coloured ? PALE : ChartTheme.DEFAULT.colour(look(place));
    }

    /** Returns the stroke of the class at a place of the order. */
    static BasicStroke stroke(int place, int coloured) {
        return place == 0 ? THICK : place >= coloured ? THIN : ChartTheme.DEFAULT.stroke(look(place));
    }

    private static int look(int place) {
        return place == 0 ? RAISED_LOOK : place == RAISED_LOOK ? 0 : place;
    }

    @Override
    public ChartTheme theme() {
        return ChartTheme.DEFAULT;
    }

    @Override
    public TextBlock title(int width) {
        return TextBlock.wrap(plot.title(), ChartTheme.DEFAULT.panel(), width, 2);
    }

    /** Returns the plot, whose one series is the curve of the raised class. */
    @Override
    public XYChart chart() {
        XYChart chart = ChartTheme.plot();
        XYStyler style = chart.getStyler();
        xRange().applyToX(style);
        Y_RANGE.applyToY(style);
        XYSeries raised = chart.addSeries("raised", data.added(), plot.curve(data.raised()));
        raised.setLineStyle(SeriesLines.NONE);
        raised.setMarker(SeriesMarkers.NONE);
        return chart;
    }

    @Override
    public Optional<Ticks> xTicks(int pixels) {
        return Optional.of(xRange().across(ChartTheme.DEFAULT, pixels));
    }

    @Override
    public Ticks yTicks(int pixels) {
        return Y_RANGE.up(ChartTheme.DEFAULT, pixels);
    }

    private AxisRange xRange() {
        double[] x = data.added();
        return AxisRange.linear(x[0], x[x.length - 1]);
    }

    @Override
    public void paintOver(Graphics2D g, XYChart chart) {
        double zero = chart.getScreenXFromChart(0);
        g.setColor(ChartTheme.FAINT);
        g.setStroke(ChartTheme.DEFAULT.stroke(ChartTheme.REFERENCE));
        g.draw(new Line2D.Double(zero, chart.getScreenYFromChart(1), zero, chart.getScreenYFromChart(0)));
        for (int place = order.length - 1; place >= 0; place--) {
            g.setColor(colour(place, coloured));
            g.setStroke(stroke(place, coloured));
            g.draw(line(chart, plot.curve(order[place])));
        }
    }

    private Path2D line(XYChart chart, double[] y) {
        Path2D line = new Path2D.Double();
        double[] x = data.added();
        line.moveTo(chart.getScreenXFromChart(x[0]), chart.getScreenYFromChart(y[0]));
        for (int i = 1; i < x.length; i++) {
            line.lineTo(chart.getScreenXFromChart(x[i]), chart.getScreenYFromChart(y[i]));
        }
        return line;
    }
}
