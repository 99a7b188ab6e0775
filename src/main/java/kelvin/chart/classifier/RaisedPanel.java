package kelvin.chart.classifier;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Panel;
import kelvin.chart.layout.TextBlock;
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
    public TextBlock title(int width) {
        return TextBlock.wrap(plot.title(), ChartTheme.DEFAULT.panel(), width, 2);
    }

    @Override
    public int labelWidth() {
        return 32;
    }

    /** Returns the plot, whose one series is the curve of the raised class. */
    @Override
    public XYChart chart(int width, boolean left, boolean below) {
        XYChart chart = ChartTheme.DEFAULT.plot(width, width);
        XYStyler style = chart.getStyler();
        double[] x = data.added();
        style.setXAxisMin(x[0]).setXAxisMax(x[x.length - 1]).setXAxisDecimalPattern("0;−0");
        style.setXAxisTickMarkSpacingHint(width / 6);
        style.setYAxisMin(-0.02).setYAxisMax(1.02).setYAxisDecimalPattern("0.#");
        style.setYAxisTicksVisible(left)
                .setXAxisTicksVisible(below)
                .setYAxisLeftWidthHint(left ? ChartTheme.PADDING + labelWidth() : 0);
        XYSeries raised = chart.addSeries("raised", uneven(x), plot.curve(data.raised()));
        raised.setLineStyle(SeriesLines.NONE);
        raised.setMarker(SeriesMarkers.NONE);
        return chart;
    }

    /** Returns unevenly spaced numbers over the same range: at equal distances XChart would label each fourth of them. */
    private static double[] uneven(double... x) {
        double[] uneven = x.clone();
        uneven[1] = (2 * x[0] + x[1]) / 3;
        return uneven;
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
