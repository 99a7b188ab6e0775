package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/** A figure of cost against size on logarithmic axes: a labelled line per thing compared. */
final class CostFigure implements Figure {
    private static final int PLOT_HEIGHT = 400;
    private static final int AXIS_HEIGHT = 38;

    private final Costs costs;
    private final Frame frame;
    private final EndLabels labels;

    CostFigure(Costs costs) {
        this.costs = costs;
        frame = new Frame(costs.title(), costs.caption());
        labels = new EndLabels(IntStream.range(0, costs.lines().size())
                .mapToObj(i -> new StyledCurve(curve(costs.lines().get(i)), i))
                .toList());
    }

    private Curve curve(Costs.Line line) {
        return Curve.plain(line.label(), costs.sizes(), line.cost());
    }

    @Override
    public int width() {
        return ChartTheme.WIDTH;
    }

    @Override
    public int height() {
        return frame.height(PLOT_HEIGHT);
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        int width = ChartTheme.WIDTH - 2 * ChartTheme.MARGIN - labels.width() + 2 * ChartTheme.PADDING;
        int height = PLOT_HEIGHT + 2 * ChartTheme.PADDING;
        int left = ChartTheme.MARGIN - ChartTheme.PADDING;
        int top = frame.top() - ChartTheme.PADDING;
        XYChart chart = chart(width, height);
        g.translate(left, top);
        chart.paint(g, width, height);
        List<Costs.Line> lines = costs.lines();
        double[] ends = new double[lines.size()];
        for (int i = 0; i < ends.length; i++) {
            g.setColor(ChartTheme.colour(i));
            g.setStroke(ChartTheme.stroke(i));
            double[] cost = lines.get(i).cost();
            g.draw(line(chart, cost));
            ends[i] = chart.getScreenYFromChart(cost[cost.length - 1]);
        }
        double largest = costs.sizes()[costs.sizes().length - 1];
        double bottom = ChartTheme.PADDING + PLOT_HEIGHT - AXIS_HEIGHT;
        labels.paint(g, chart.getScreenXFromChart(largest), ends, ChartTheme.PADDING, bottom);
        g.translate(-left, -top);
    }

    private Path2D line(XYChart chart, double[] cost) {
        Path2D line = new Path2D.Double();
        for (int i = 0; i < cost.length; i++) {
            double x = chart.getScreenXFromChart(costs.sizes()[i]);
            double y = chart.getScreenYFromChart(cost[i]);
            if (i == 0) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        return line;
    }

    /** Returns the plot with its axes; one series per line, named by its label. */
    XYChart chart(int width, int height) {
        XYChart chart = ChartTheme.plot(width, height);
        chart.setXAxisTitle(costs.sizeTitle());
        chart.setYAxisTitle(costs.costTitle());
        XYStyler style = chart.getStyler();
        style.setXAxisLogarithmic(true).setXAxisLogarithmicDecadeOnly(true);
        style.setYAxisLogarithmic(true).setYAxisLogarithmicDecadeOnly(true);
        style.setXAxisTickLabelsFormattingFunction(CostFigure::decade);
        style.setYAxisTickLabelsFormattingFunction(CostFigure::decade);
        for (Costs.Line line : costs.lines()) {
            CurveFigure.plain(chart.addSeries(line.label(), curve(line).x(), line.cost()));
        }
        return chart;
    }

    private static String decade(double number) {
        int exponent = (int) Math.round(Math.log10(number));
        return exponent >= 0 && exponent < 6
                ? String.valueOf(Math.round(Math.pow(10, exponent)))
                : "10" + StepAxis.superscript(exponent);
    }
}
