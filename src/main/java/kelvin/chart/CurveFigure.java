package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.axis.SweepAxis;
import kelvin.chart.layout.AxisTitles;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.report.CurveData;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A figure of curves over steps, with a label at the end of each and a 95 % band where the error is known. */
final class CurveFigure implements Figure {
    /** The range of the vertical axis. */
    enum Range {
        /** From 0, or from the minimum where it is negative, to the maximum. */
        FROM_ZERO("zero"),
        /** From 0 to 100 percent, or less if all values are small. */
        PERCENT("percent"),
        /** Whole decades on a logarithmic axis; for positive values. */
        DECADES("log"),
        /** From the minimum to the maximum. */
        FREE("free");

        private final String key;

        Range(String key) {
            this.key = key;
        }
    }

    private static final int PLOT_HEIGHT = 400;
    private static final int AXIS_HEIGHT = 38;
    private static final int X_TITLE = 20;
    private static final int Y_TITLE = 22;
    private static final double BAR = 8;

    private final ChartTheme theme;
    private final Frame frame;
    private final StepAxis axis;
    private final List<StyledCurve> all;
    private final List<StyledCurve> lines;
    private final List<String> spans;
    private final String xTitle;
    private final String yTitle;
    private final Range range;
    private final EndLabels labels;
    private final int plotHeight;

    CurveFigure(
            ShownLearners shown, String caption, StepAxis axis, List<StyledCurve> lines, String yTitle, Range range) {
        this(shown, caption, axis, lines, yTitle, range, List.of());
    }

    /** Creates a figure of curves; each point but the first and the last may be a mean over a span of steps, which has a name. */
    CurveFigure(
            ShownLearners shown,
            String caption,
            StepAxis axis,
            List<StyledCurve> lines,
            String yTitle,
            Range range,
            List<String> spans) {
        theme = shown.theme();
        this.frame = Frame.of(theme, shown.results(), caption);
        this.axis = axis;
        all = lines;
        this.lines = lines.stream().map(line -> line.thinned(axis)).toList();
        this.spans = spans;
        this.xTitle = shown.results().unit().singular();
        this.yTitle = yTitle;
        this.range = range;
        labels = new EndLabels(theme, this.lines);
        plotHeight = Math.max(PLOT_HEIGHT, labels.height() + AXIS_HEIGHT);
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
        return frame.height(plotHeight);
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        int width = theme.width() - 2 * ChartTheme.MARGIN - labels.width() + 2 * ChartTheme.PADDING - Y_TITLE;
        int height = plotHeight - X_TITLE + 2 * ChartTheme.PADDING;
        XYChart chart = chart(width, height);
        int left = ChartTheme.MARGIN - ChartTheme.PADDING + Y_TITLE;
        int top = frame.top() - ChartTheme.PADDING;
        double bottom = ChartTheme.PADDING + plotHeight - AXIS_HEIGHT;
        g.translate(left, top);
        chart.paint(g, width, height);
        double[] ends = new double[lines.size()];
        for (int i = 0; i < ends.length; i++) {
            Curve curve = lines.get(i).curve();
            g.setColor(theme.colour(lines.get(i).look()));
            g.setStroke(theme.stroke(lines.get(i).look()));
            g.draw(line(chart, curve));
            if (curve.band().onlyEnd()) {
                bar(g, chart, curve.band(), lines.get(i).look());
            }
            ends[i] = chart.getScreenYFromChart(curve.last());
        }
        labels.paint(g, chart.getScreenXFromChart(axis.horizon()), ends, ChartTheme.PADDING, bottom);
        double right = chart.getScreenXFromChart(axis.horizon());
        AxisTitles.paint(
                theme,
                g,
                xTitle,
                yTitle,
                new Rectangle2D.Double(
                        ChartTheme.PADDING,
                        ChartTheme.PADDING,
                        right - ChartTheme.PADDING,
                        bottom - ChartTheme.PADDING + 18),
                Y_TITLE);
        g.translate(-left, -top);
    }

    /** Draws the interval at the horizon where no other is known. */
    private void bar(Graphics2D g, XYChart chart, Band band, int look) {
        double x = chart.getScreenXFromChart(band.x()[0]);
        double top = chart.getScreenYFromChart(band.high()[0]);
        double height = chart.getScreenYFromChart(band.low()[0]) - top;
        g.setColor(theme.veil(look));
        g.fill(new Rectangle2D.Double(x - BAR, top, BAR, height));
    }

    /**
     * Draws a whole polyline at once; XChart would draw each segment by itself, which spoils dashes and inflates files.
     */
    static Path2D line(XYChart chart, Curve curve) {
        Path2D line = new Path2D.Double();
        line.moveTo(chart.getScreenXFromChart(curve.x()[0]), chart.getScreenYFromChart(curve.y()[0]));
        for (int i = 1; i < curve.x().length; i++) {
            line.lineTo(chart.getScreenXFromChart(curve.x()[i]), chart.getScreenYFromChart(curve.y()[i]));
        }
        return line;
    }

    /** Returns the plot with its axes and bands; one series per curve, named by its label, holds it. */
    XYChart chart(int width, int height) {
        XYChart chart = theme.plot(width, height);
        axis.applyTo(chart.getStyler(), width);
        range(chart.getStyler());
        for (StyledCurve line : lines) {
            addBand(chart, line);
        }
        for (StyledCurve line : lines) {
            plain(chart.addSeries(
                    name(line), uneven(line.curve().x()), line.curve().y()));
        }
        return chart;
    }

    /**
     * Returns unevenly spaced x coordinates for XChart, which needs only their range; at equal distances it would label
     * every second, fourth or eighth one instead of round numbers.
     */
    private static double[] uneven(double[] x) {
        double[] uneven = x.clone();
        if (x.length > 2) {
            uneven[1] = (2 * x[0] + x[1]) / 3;
        }
        return uneven;
    }

    /** Returns the numbers of the curves, with as many points as the eye distinguishes on any scale, and all that have an interval. */
    CurveData data() {
        double[] x = all.get(0).curve().x();
        int[] places = Curve.distinct(
                x,
                List.of(new StepAxis(axis.horizon(), false), new StepAxis(axis.horizon(), true)),
                step -> all.stream().anyMatch(line -> line.curve().hasRareIntervalAt(step)));
        return new CurveData(
                xTitle,
                yTitle,
                range.key,
                axis.logarithmic(),
                Curve.at(places, x),
                spans.isEmpty()
                        ? spans
                        : IntStream.of(places).mapToObj(spans::get).toList(),
                all.stream()
                        .map(line -> line.numbers(theme, Curve.at(places, x)))
                        .toList());
    }

    String yTitle() {
        return yTitle;
    }

    private void addBand(XYChart chart, StyledCurve line) {
        Band band = line.curve().band();
        if (band.known() && !band.onlyEnd()) {
            area(theme, chart, '\0' + name(line), band, line.look());
        }
    }

    /** Returns the area that a band fills. */
    static void area(ChartTheme theme, XYChart chart, String name, Band band, int look) {
        double[][] outline = band.outline();
        XYSeries series = plain(chart.addSeries(name, outline[0], outline[1]));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(theme.veil(look));
    }

    /** Returns a name that is not empty, as XChart requires; a learner's label may be empty. */
    private static String name(StyledCurve line) {
        return line.curve().label().isEmpty() ? "\0" : line.curve().label();
    }

    static XYSeries plain(XYSeries series) {
        series.setLineStyle(SeriesLines.NONE);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    private void range(XYStyler style) {
        double low =
                lines.stream().mapToDouble(line -> line.curve().low()).min().orElse(0);
        double high =
                lines.stream().mapToDouble(line -> line.curve().high()).max().orElse(1);
        boolean level = !(high - low > 1e-9 * Math.abs(high));
        double air = level ? 1 : 0.03 * (high - low);
        switch (range) {
            case FREE -> theme.range(style, low - air, high + air);
            case DECADES -> decades(style, low, high);
            case PERCENT -> theme.range(style, 0, high > 50 ? 100 : Math.max(high, air));
            case FROM_ZERO -> theme.range(style, low < 0 ? low - air : 0, high > 0 ? (level ? 1.5 * high : high) : air);
        }
    }

    /** Sets a logarithmic vertical axis of whole decades, at least one. */
    static void decades(XYStyler style, double low, double high) {
        style.setYAxisLogarithmic(true).setYAxisLogarithmicDecadeOnly(true);
        double bottom = Math.floor(Math.log10(low));
        style.setYAxisMin(Math.pow(10, bottom));
        style.setYAxisMax(Math.pow(10, Math.max(bottom + 1, Math.ceil(Math.log10(high)))));
        style.setYAxisTickLabelsFormattingFunction(SweepAxis::text);
    }
}
