package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.Axes;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.ChangeMarks;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.CurveTable;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.PlotSeries;
import kelvin.chart.style.AxisScale;
import kelvin.chart.style.Limits;
import kelvin.chart.style.NumberStyle;
import kelvin.contract.Require;
import kelvin.report.CurveData;
import org.knowm.xchart.XYChart;

/** A figure of curves over steps, with a label at the end of each and a 95 % band where the error is known. */
final class CurveFigure implements Figure {
    /** The range of the vertical axis. */
    enum Range {
        /** From 0, or from the minimum where it is negative, to the maximum of the curves that are not outlying. */
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

    private static final double BAR = 8;
    private static final double AIR = 0.03;

    private final ChartTheme theme;
    private final StepAxis axis;
    private final ChangeMarks changes;
    private final List<StyledCurve> all;
    private final List<StyledCurve> lines;
    /** The curves that end above the vertical axis, so that the others can be told apart. */
    private final List<StyledCurve> outlying;

    private final List<String> spans;
    private final String xTitle;
    private final String yTitle;
    private final Range range;
    /** True if the vertical axis is logarithmic. */
    private final boolean positive;

    private final Figure plot;

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
        changes = ChangeMarks.of(theme, axis.range(), shown.results().changes());
        this.axis = axis;
        all = lines;
        boolean above = lines.stream()
                        .allMatch(
                                line -> line.curve().low() >= 0 || line.curve().last() > 0)
                && lines.stream()
                        .noneMatch(line -> Arrays.stream(line.curve().y()).anyMatch(y -> y < 0));
        positive = theme.style()
                .yScale()
                .map(scale -> scale == AxisScale.LOG && above)
                .orElse(range == Range.DECADES);
        this.lines = lines.stream()
                .flatMap(line -> line.within(axis, positive).stream())
                .map(line -> line.thinned(axis))
                .toList();
        boolean whole = positive
                || range != Range.FROM_ZERO
                || theme.style().yScale().isPresent()
                || !theme.style().yLimits().equals(Limits.NONE);
        outlying = whole ? List.of() : StyledCurve.outlying(this.lines);
        this.spans = spans;
        xTitle = shown.results().unit().singular();
        this.yTitle = yTitle;
        this.range = range;
        plot = new LinePlot(
                Frame.of(
                        theme,
                        shown.results(),
                        caption
                                + (positive && range != Range.DECADES ? " The vertical axis is logarithmic." : "")
                                + (shown.results().question().isEmpty() ? "" : StyledCurve.above(theme, outlying))),
                new Axes(
                        theme,
                        axis.range(),
                        true,
                        yRange(),
                        shown.results().unit().singular(),
                        yTitle),
                new CurveLabels(
                        theme,
                        this.lines.stream()
                                .map(line -> outlying.contains(line) ? line.withEnd(theme) : line)
                                .toList()),
                chart(),
                this::paintLines);
    }

    @Override
    public Frame frame() {
        return plot.frame();
    }

    @Override
    public int bodyHeight() {
        return plot.bodyHeight();
    }

    @Override
    public void paint(Graphics2D g) {
        plot.paint(g);
    }

    @Override
    public Optional<CurveTable> table() {
        return Optional.of(new CurveTable(
                xTitle,
                yTitle,
                axis.range(),
                yRange(),
                all.stream()
                        .flatMap(line -> line.within(axis, positive).stream())
                        .map(StyledCurve::column)
                        .toList(),
                measured(),
                changes.steps()));
    }

    /** Returns the steps at which a curve has numbers of its own, not such as lead its line to the edges of the axis. */
    private double[] measured() {
        double[] first = all.get(0).curve().x();
        Set<Double> edges = IntStream.range(0, spans.size())
                .filter(i -> spans.get(i).isEmpty())
                .mapToObj(i -> first[i])
                .collect(Collectors.toSet());
        return all.stream()
                .flatMapToDouble(line -> Arrays.stream(line.curve().x()))
                .filter(step -> step >= axis.start() && step <= axis.horizon() && !edges.contains(step))
                .distinct()
                .sorted()
                .toArray();
    }

    private double[] paintLines(Graphics2D g, XYChart chart) {
        Rectangle2D plot = new Rectangle2D.Double(0, 0, chart.getWidth(), chart.getHeight());
        changes.paint(g, plot);
        List<Path2D> paths =
                lines.stream().map(line -> line.curve().path(chart)).toList();
        changes.paintWords(g, plot, paths);
        double[] ends = new double[lines.size()];
        for (int i = 0; i < ends.length; i++) {
            Curve curve = lines.get(i).curve();
            g.setColor(theme.colour(lines.get(i).look()));
            g.setStroke(theme.stroke(lines.get(i).look()));
            g.draw(paths.get(i));
            if (curve.band().onlyEnd()) {
                bar(g, chart, curve.band(), lines.get(i).look());
            }
            ends[i] = chart.getScreenYFromChart(curve.last());
        }
        return ends;
    }

    /** Draws the interval at the horizon where no other is known. */
    private void bar(Graphics2D g, XYChart chart, Band band, int look) {
        double x = chart.getScreenXFromChart(band.x()[0]);
        double top = chart.getScreenYFromChart(band.high()[0]);
        double height = chart.getScreenYFromChart(band.low()[0]) - top;
        g.setColor(theme.veil(look));
        g.fill(new Rectangle2D.Double(x - BAR, top, BAR, height));
    }

    /** Returns the plot with its axes and bands; one series per curve, named by its label, holds it. */
    XYChart chart() {
        XYChart chart = ChartTheme.plot();
        axis.range().applyToX(chart.getStyler());
        yRange().applyToY(chart.getStyler());
        for (StyledCurve line : lines) {
            addBand(chart, line);
        }
        for (StyledCurve line : lines) {
            PlotSeries.plain(
                    chart.addSeries(name(line), line.curve().x(), line.curve().y()));
        }
        return chart;
    }

    /** Returns the numbers of the curves, with as many points as the eye distinguishes on any scale. */
    CurveData data() {
        double[] x = all.get(0).curve().x();
        int[] places =
                Curve.distinct(x, List.of(new StepAxis(axis.horizon(), false), new StepAxis(axis.horizon(), true)));
        return new CurveData(
                xTitle,
                yTitle,
                range.key,
                axis.logarithmic(),
                theme.style().numbers() == NumberStyle.EN_US,
                Curve.at(places, x),
                spans.isEmpty()
                        ? spans
                        : IntStream.of(places).mapToObj(spans::get).toList(),
                changes.steps(),
                all.stream()
                        .map(line -> line.numbers(theme, Curve.at(places, x)))
                        .toList());
    }

    String yTitle() {
        return yTitle;
    }

    private void addBand(XYChart chart, StyledCurve line) {
        Band band = positive
                ? line.curve().band().from(yRange().low())
                : line.curve().band();
        if (band.known() && !band.onlyEnd()) {
            PlotSeries.area(theme, chart, '\0' + name(line), band.outline(), line.look());
        }
    }

    /** Returns a name that is not empty, as XChart requires; a learner's label may be empty. */
    private static String name(StyledCurve line) {
        return line.curve().label().isEmpty() ? "\0" : line.curve().label();
    }

    private AxisRange yRange() {
        AxisRange data = dataRange();
        Limits limits = theme.style().yLimits();
        double low = limits.lowOr(data.low());
        double high = limits.highOr(data.high());
        Require.that(
                low < high && (!data.logarithmic() || low > 0),
                "yLimits",
                low + ".." + high,
                "in ascending order around data" + (data.logarithmic() ? ", above 0 on a logarithmic axis" : ""));
        return new AxisRange(low, high, data.logarithmic());
    }

    private AxisRange dataRange() {
        double high = lines.stream()
                .filter(line -> !outlying.contains(line))
                .mapToDouble(line -> line.curve().high())
                .max()
                .orElse(1);
        if (positive) {
            double least = lines.stream()
                    .flatMapToDouble(line -> Arrays.stream(line.curve().y()))
                    .min()
                    .orElse(high);
            return theme.style().yScale().isPresent() ? AxisRange.ratios(least, high) : AxisRange.decades(least, high);
        }
        double low =
                lines.stream().mapToDouble(line -> line.curve().low()).min().orElse(0);
        boolean level = !(high - low > 1e-9 * Math.abs(high));
        double air = level ? 1 : AIR * (high - low);
        return switch (range) {
            case FREE -> AxisRange.linear(low - air, high + air);
            case PERCENT -> AxisRange.linear(0, high > 50 ? 100 : Math.max(high * (1 + AIR), air));
            case DECADES, FROM_ZERO ->
                AxisRange.linear(low < 0 ? low - air : 0, high > 0 ? (level ? 1.5 * high : high * (1 + AIR)) : air);
        };
    }
}
