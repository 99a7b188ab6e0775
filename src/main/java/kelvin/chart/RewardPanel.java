package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import kelvin.metric.Results;
import kelvin.metric.RewardHistogram;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/**
 * What one arm pays: a bar per bin, or a thin one per value where there are few.
 *
 * @param arm the histogram
 * @param width how wide a bar is
 * @param top the highest bar of all arms, in percent
 */
record RewardPanel(RewardHistogram arm, double width, double top) implements Panel {
    private static final double THIN = 0.5;
    private static final int TICKS = 5;

    static Figure figure(Results results) {
        List<RewardHistogram> arms = results.details().rewards();
        double top = 100
                * arms.stream()
                        .flatMapToDouble(arm -> Arrays.stream(arm.frequency()))
                        .max()
                        .orElse(1);
        double width = width(arms.get(0));
        List<RewardPanel> panels =
                arms.stream().map(arm -> new RewardPanel(arm, width, top)).toList();
        boolean values = arms.get(0).low()[0] == arms.get(0).high()[0];
        String caption = "Rewards of pulls in the problem of the first repetition, which learners meet there too"
                + (values ? "." : "; the outermost bars also hold what lies beyond them.");
        Legend legend = Legend.of("pulls", List.of("% per bar"), (g, label, x, y) -> {
            g.setColor(House.colour(0));
            g.fill(new Rectangle2D.Double(x + Legend.SWATCH - 16, y, 16, 16));
        });
        return new PanelFigure(
                Frame.of(results, caption), panels, legend, "reward (reward units)", "share of pulls (%)");
    }

    private static double width(RewardHistogram arm) {
        if (arm.low()[0] < arm.high()[0]) {
            return arm.high()[0] - arm.low()[0];
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < arm.low().length; i++) {
            least = Math.min(least, arm.low()[i] - arm.low()[i - 1]);
        }
        return THIN * (arm.low().length > 1 ? least : 1);
    }

    private double left(int bin) {
        return (arm.low()[bin] + arm.high()[bin]) / 2 - width / 2;
    }

    private double from() {
        return left(0) - width / 2;
    }

    private double to() {
        return left(arm.low().length - 1) + 1.5 * width;
    }

    @Override
    public int labelWidth() {
        return 32;
    }

    @Override
    public TextBlock title(int titleWidth) {
        return TextBlock.wrap("rank " + (arm.rank() + 1) + " (arm " + arm.arm() + ")", House.PANEL, titleWidth, 2);
    }

    /** Its one series is the shares at the middles of the bins, in percent. */
    @Override
    public XYChart chart(int chartWidth, boolean left, boolean below) {
        XYChart chart = House.plot(chartWidth, chartWidth);
        XYStyler style = chart.getStyler();
        style.setXAxisMin(from()).setXAxisMax(to()).setXAxisTicksVisible(false);
        House.range(style, 0, top);
        style.setYAxisTicksVisible(left).setYAxisLeftWidthHint(left ? House.PADDING + labelWidth() : 0);
        double[] middles = new double[arm.low().length];
        Arrays.setAll(middles, bin -> left(bin) + width / 2);
        double[] shares =
                Arrays.stream(arm.frequency()).map(share -> 100 * share).toArray();
        CurveFigure.plain(chart.addSeries("shares", middles, shares));
        return chart;
    }

    /** XChart divides a range evenly, at whatever numbers that gives; these ticks are round. */
    @Override
    public void paint(Graphics2D g, double x, double y, int panelWidth, int height, boolean left, boolean below) {
        Panel.super.paint(g, x, y, panelWidth, height, left, false);
        double step = round((to() - from()) / TICKS);
        g.setColor(House.INK);
        for (long i = (long) Math.ceil(from() / step); below && i * step <= to(); i++) {
            TextBlock label = TextBlock.wrap(SweepAxis.text(i * step).replace('-', '−'), House.TICK, panelWidth, 1);
            label.paint(g, x + (i * step - from()) / (to() - from()) * panelWidth - label.width() / 2, y + height + 4);
        }
    }

    /** The next of 1, 2, 5, 10, 20, … */
    private static double round(double x) {
        double decade = Math.pow(10, Math.floor(Math.log10(x)));
        double digit = x / decade;
        return decade * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    @Override
    public void paintOver(Graphics2D g, XYChart chart) {
        g.setColor(House.colour(0));
        double ground = chart.getScreenYFromChart(0);
        for (int bin = 0; bin < arm.low().length; bin++) {
            double x = chart.getScreenXFromChart(left(bin));
            double y = chart.getScreenYFromChart(100 * arm.frequency()[bin]);
            g.fill(new Rectangle2D.Double(x, y, chart.getScreenXFromChart(left(bin) + width) - x, ground - y));
        }
    }
}
