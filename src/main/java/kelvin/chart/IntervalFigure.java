package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.DoubleStream;
import kelvin.chart.EstimateIntervals.Row;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.TextBlock;
import org.knowm.xchart.XYChart;

/**
 * A figure of estimates one below the other; the range of the axis contains the thick lines, thin ones may leave the
 * plot.
 */
final class IntervalFigure implements Figure {
    private static final int ROW_PIXELS = 34;
    private static final int AXIS_HEIGHT = 42;
    private static final int MAX_LABEL_PIXELS = 220;
    private static final int GAP = 12;
    private static final double DOT = 4.5;
    private static final BasicStroke THICK = new BasicStroke(5, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final BasicStroke THIN = new BasicStroke(1.4f);
    private static final BasicStroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0);

    private final EstimateIntervals intervals;
    private final ChartTheme theme;
    private final Frame frame;
    private final List<TextBlock> labels;
    private final int labelWidth;

    IntervalFigure(ChartTheme theme, EstimateIntervals intervals) {
        this.theme = theme;
        this.intervals = intervals;
        frame = new Frame(theme, intervals.title(), intervals.caption());
        labels = intervals.rows().stream()
                .map(row -> TextBlock.wrap(row.label(), theme.label(), MAX_LABEL_PIXELS, 1))
                .toList();
        labelWidth = (int)
                Math.ceil(labels.stream().mapToDouble(TextBlock::width).max().orElse(0));
    }

    private int plotHeight() {
        return labels.size() * ROW_PIXELS + AXIS_HEIGHT;
    }

    @Override
    public String caption() {
        return frame.caption();
    }

    @Override
    public int width() {
        return theme.width();
    }

    @Override
    public int height() {
        return frame.height(plotHeight());
    }

    /** Returns the plot with its axis; the estimates are its one series, at heights n − ½ down to ½. */
    XYChart chart(int width, int height) {
        double[] thick = intervals.rows().stream()
                .flatMapToDouble(row -> DoubleStream.of(row.value(), row.low(), row.high()))
                .filter(x -> !Double.isNaN(x))
                .toArray();
        double low =
                Math.min(intervals.reference(), DoubleStream.of(thick).min().orElse(0));
        double high =
                Math.max(intervals.reference(), DoubleStream.of(thick).max().orElse(1));
        double air = high > low ? 0.05 * (high - low) : 1;
        XYChart chart = theme.plot(width, height);
        chart.setXAxisTitle(intervals.xTitle());
        chart.getStyler().setXAxisMin(low - air).setXAxisMax(high + air);
        int decimals = (int) Math.max(0, Math.min(12, 1 - Math.floor(Math.log10(high - low + 2 * air))));
        chart.getStyler().setXAxisDecimalPattern(decimals == 0 ? "0" : "0." + "0".repeat(decimals));
        chart.getStyler().setYAxisMin(0.0).setYAxisMax((double) labels.size()).setYAxisTicksVisible(false);
        chart.getStyler().setPlotGridHorizontalLinesVisible(false).setPlotGridVerticalLinesVisible(true);
        chart.getStyler().setXAxisTickMarkSpacingHint(90);
        double[] x = intervals.rows().stream()
                .mapToDouble(row -> Double.isNaN(row.value()) ? intervals.reference() : row.value())
                .toArray();
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = y.length - i - 0.5;
        }
        CurveFigure.plain(chart.addSeries("estimates", x, y));
        return chart;
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        int left = ChartTheme.MARGIN + labelWidth + GAP - ChartTheme.PADDING;
        int top = frame.top() - ChartTheme.PADDING;
        int width = theme.width() - ChartTheme.MARGIN - left + ChartTheme.PADDING;
        XYChart chart = chart(width, plotHeight() + 2 * ChartTheme.PADDING);
        g.translate(left, top);
        chart.paint(g, width, plotHeight() + 2 * ChartTheme.PADDING);
        rows(g, chart, ChartTheme.PADDING - GAP);
        g.translate(-left, -top);
    }

    private void rows(Graphics2D g, XYChart chart, double labelEnd) {
        double top = chart.getScreenYFromChart(labels.size());
        double bottom = chart.getScreenYFromChart(0);
        double reference = chart.getScreenXFromChart(intervals.reference());
        g.setColor(ChartTheme.FAINT);
        g.setStroke(DASHED);
        g.draw(new Line2D.Double(reference, top, reference, bottom));
        for (int i = 0; i < labels.size(); i++) {
            double y = chart.getScreenYFromChart(labels.size() - i - 0.5);
            g.setColor(ChartTheme.INK);
            labels.get(i)
                    .paint(
                            g,
                            labelEnd - labels.get(i).width(),
                            y - labels.get(i).height() / 2);
            row(g, chart, intervals.rows().get(i), y);
        }
    }

    private void row(Graphics2D g, XYChart chart, Row row, double y) {
        g.setColor(theme.colour(0));
        line(g, chart, THIN, row.least(), row.most(), y);
        line(g, chart, THICK, row.low(), row.high(), y);
        if (!Double.isNaN(row.value())) {
            double x = chart.getScreenXFromChart(row.value());
            g.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
        }
    }

    private static void line(Graphics2D g, XYChart chart, BasicStroke stroke, double from, double to, double y) {
        if (!Double.isNaN(from) && !Double.isNaN(to)) {
            double first = chart.getStyler().getXAxisMin();
            double last = chart.getStyler().getXAxisMax();
            double left = chart.getScreenXFromChart(Math.max(from, first));
            double right = chart.getScreenXFromChart(Math.min(to, last));
            g.setStroke(stroke);
            g.draw(new Line2D.Double(left, y, right, y));
        }
    }
}
