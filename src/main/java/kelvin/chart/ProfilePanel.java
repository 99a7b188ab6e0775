package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.Legend;
import kelvin.chart.layout.Panel;
import kelvin.chart.layout.PanelFigure;
import kelvin.chart.layout.TextBlock;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/**
 * A panel of {@link Profiles}: a dot for every value, and a line through those that belong together.
 *
 * @param x where the dots lie
 * @param plot the numbers
 */
record ProfilePanel(double[] x, Profiles.Plot plot) implements Panel {
    private static final double DOT = 2.1;

    static Figure figure(Profiles profiles) {
        List<ProfilePanel> panels = profiles.plots().stream()
                .map(plot -> new ProfilePanel(profiles.x(), plot))
                .toList();
        return new PanelFigure(
                new Frame(profiles.title(), profiles.caption()),
                panels,
                Legend.of(profiles.key(), profiles.labels(), ProfilePanel::swatch),
                profiles.xTitle(),
                profiles.yTitle());
    }

    private static void swatch(Graphics2D g, int line, double x, double y) {
        g.setColor(ChartTheme.colour(line));
        g.setStroke(ChartTheme.stroke(line));
        g.draw(new Line2D.Double(x, y + 8, x + Legend.SWATCH, y + 8));
    }

    @Override
    public TextBlock title(int width) {
        return TextBlock.wrap(plot.title(), ChartTheme.PANEL, width, 2);
    }

    @Override
    public int labelWidth() {
        return 32;
    }

    @Override
    public XYChart chart(int width, boolean left, boolean below) {
        XYChart chart = ChartTheme.plot(width, width);
        XYStyler style = chart.getStyler();
        double first = x[0];
        double last = x[x.length - 1];
        double air = 0.04 * (last - first);
        style.setXAxisMin(first - air).setXAxisMax(last + air).setXAxisDecimalPattern("0.#");
        style.setXAxisTickMarkSpacingHint(width / 3);
        style.setYAxisMin(-0.02).setYAxisMax(1.02).setYAxisDecimalPattern("0.#");
        style.setYAxisTicksVisible(left)
                .setXAxisTicksVisible(below)
                .setYAxisLeftWidthHint(left ? ChartTheme.PADDING + labelWidth() : 0);
        IntStream.range(0, plot.lines().size())
                .forEach(line -> CurveFigure.plain(
                        chart.addSeries(String.valueOf(line), x, plot.lines().get(line))));
        return chart;
    }

    @Override
    public void paintOver(Graphics2D g, XYChart chart) {
        for (int line = 0; line < plot.lines().size(); line++) {
            paint(g, chart, line);
        }
    }

    private void paint(Graphics2D g, XYChart chart, int line) {
        double[] y = plot.lines().get(line);
        Path2D path = new Path2D.Double();
        g.setColor(ChartTheme.colour(line));
        for (int i = 0; i < x.length; i++) {
            double px = chart.getScreenXFromChart(x[i]);
            double py = chart.getScreenYFromChart(y[i]);
            g.fill(new Ellipse2D.Double(px - DOT, py - DOT, 2 * DOT, 2 * DOT));
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        g.setStroke(ChartTheme.stroke(line));
        g.draw(path);
    }
}
