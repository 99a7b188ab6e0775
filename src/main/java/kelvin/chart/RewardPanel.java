package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.Legend;
import kelvin.chart.layout.Panel;
import kelvin.chart.layout.PanelFigure;
import kelvin.chart.layout.PlotSeries;
import kelvin.chart.layout.TextBlock;
import kelvin.chart.layout.Ticks;
import kelvin.metric.Results;
import kelvin.metric.RewardHistogram;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/**
 * A panel of one arm's reward distribution: a histogram, or a thin bar per value where there are few.
 *
 * @param theme the theme of the figure
 * @param arm the histogram
 * @param width how wide a bar is
 * @param top the highest bar of all arms, in percent
 */
record RewardPanel(ChartTheme theme, RewardHistogram arm, double width, double top) implements Panel {
    private static final double THIN_BAR_WIDTH = 0.5;
    private static final double MIN_BAR_PIXELS = 2;

    private static final double AIR = 0.02;

    /**
     * The share of the highest bar below which a bar is low, the share of pulls that deserves a label, and the largest
     * number of such labels.
     */
    private static final double LOW_BAR_SHARE = 0.06;

    private static final double MIN_LABEL_SHARE = 0.005;
    private static final int MAX_LABELS = 2;

    /** The number of empty bins that separate groups of rewards. */
    private static final int MIN_EMPTY_BINS = 2;

    static Figure figure(ChartTheme theme, Results results) {
        List<RewardHistogram> arms = results.rewards();
        double top = 100
                * arms.stream()
                        .flatMapToDouble(arm -> Arrays.stream(arm.frequency()))
                        .max()
                        .orElse(1);
        double width = width(arms.get(0));
        List<RewardPanel> panels = arms.stream()
                .map(arm -> new RewardPanel(theme, arm, width, top))
                .toList();
        boolean values = arms.get(0).low()[0] == arms.get(0).high()[0];
        String caption = "Rewards of single pulls in the problem of the first repetition"
                + (values ? "." : "; the outermost bars also count rewards beyond them.")
                + (panels.stream().allMatch(panel -> panel.rare().isEmpty())
                        ? ""
                        : values
                                ? " Some low bars are labelled with their share."
                                : " Some low bars far from all others are labelled with their share.");
        Legend legend = Legend.of(theme, "pulls", List.of("% per bar"), (g, label, x, y) -> {
            g.setColor(theme.colour(0));
            g.fill(new Rectangle2D.Double(x + Legend.SWATCH - 16, y, 16, 16));
        });
        return new PanelFigure(
                Frame.of(theme, results, caption), panels, legend, "reward (reward units)", "share of pulls (%)");
    }

    private static double width(RewardHistogram arm) {
        if (arm.low()[0] < arm.high()[0]) {
            return arm.high()[0] - arm.low()[0];
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < arm.low().length; i++) {
            least = Math.min(least, arm.low()[i] - arm.low()[i - 1]);
        }
        return THIN_BAR_WIDTH * (arm.low().length > 1 ? least : 1);
    }

    private double left(int bin) {
        return (arm.low()[bin] + arm.high()[bin]) / 2 - width / 2;
    }

    private double from() {
        return left(0) - air();
    }

    private double to() {
        return left(arm.low().length - 1) + width + air();
    }

    private double air() {
        return Math.max(width / 2, AIR * (left(arm.low().length - 1) - left(0)));
    }

    @Override
    public TextBlock title(int titleWidth) {
        return TextBlock.wrap("rank " + (arm.rank() + 1) + " (arm " + arm.arm() + ")", theme.panel(), titleWidth, 2);
    }

    /** Returns the plot, whose one series is the shares at the middles of the bins, in percent. */
    @Override
    public XYChart chart() {
        XYChart chart = ChartTheme.plot();
        XYStyler style = chart.getStyler();
        AxisRange.linear(from(), to()).applyToX(style);
        yRange().applyToY(style);
        double[] middles = new double[arm.low().length];
        Arrays.setAll(middles, bin -> left(bin) + width / 2);
        double[] shares =
                Arrays.stream(arm.frequency()).map(share -> 100 * share).toArray();
        PlotSeries.plain(chart.addSeries("shares", middles, shares));
        return chart;
    }

    @Override
    public Optional<Ticks> xTicks(int pixels) {
        return Optional.of(AxisRange.linear(from(), to()).across(theme, pixels));
    }

    @Override
    public Ticks yTicks(int pixels) {
        return yRange().up(theme, pixels);
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int panelWidth, int height, boolean left, boolean below) {
        Panel.super.paint(g, x, y, panelWidth, height, left, below);
        g.setColor(theme.colour(0));
        for (int bin = 0; bin < arm.low().length; bin++) {
            if (arm.frequency()[bin] > 0) {
                g.fill(bar(bin, x, y, panelWidth, height));
            }
        }
        List<Rectangle2D> bars = IntStream.range(0, arm.low().length)
                .mapToObj(bin -> bar(bin, x, y, panelWidth, height))
                .toList();
        for (int[] island : rare()) {
            TextBlock label = TextBlock.wrap(
                    String.format(Locale.ROOT, "%.1f %%", 100 * share(island)), theme.caption(), theme.width(), 1);
            Rectangle2D place = labelPlace(island[1], bars, label.width(), label.height());
            g.setColor(ChartTheme.INK);
            label.paint(g, place.getX(), place.getY());
        }
    }

    private AxisRange yRange() {
        return AxisRange.linear(0, (1 + AIR) * top);
    }

    /** Returns the position of a reward, from 0 at the left edge to 1 at the right one. */
    private double place(double reward) {
        return (reward - from()) / (to() - from());
    }

    /** Returns a bar over the range of its bin, wide and high enough to be seen. */
    Rectangle2D bar(int bin, double x, double y, double panelWidth, double height) {
        double share = 100 * arm.frequency()[bin] / top / (1 + AIR);
        double h = Math.max(MIN_BAR_PIXELS, share * height);
        double w = Math.max(MIN_BAR_PIXELS, panelWidth * width / (to() - from()));
        double middle = x + panelWidth * place(left(bin) + width / 2);
        return new Rectangle2D.Double(middle - w / 2, y + height - h, w, h);
    }

    /**
     * Returns groups of rewards far from all others whose bars are so low that they may be overlooked, the most
     * frequent first: the first bin, the highest and the one after the last of each.
     */
    List<int[]> rare() {
        List<int[]> islands = new ArrayList<>();
        int bins = arm.frequency().length;
        int gap = arm.low()[0] == arm.high()[0] ? 0 : MIN_EMPTY_BINS;
        for (int bin = 0; bin < bins; bin++) {
            int[] last = islands.isEmpty() ? new int[] {0, 0, -MIN_EMPTY_BINS - 1} : islands.get(islands.size() - 1);
            if (arm.frequency()[bin] > 0 && (islands.isEmpty() || gap == 0 || bin - last[2] >= gap)) {
                islands.add(new int[] {bin, bin, bin + 1});
            } else if (arm.frequency()[bin] > 0) {
                last[1] = arm.frequency()[bin] > arm.frequency()[last[1]] ? bin : last[1];
                last[2] = bin + 1;
            }
        }
        return islands.stream()
                .filter(island ->
                        100 * arm.frequency()[island[1]] < LOW_BAR_SHARE * top && share(island) >= MIN_LABEL_SHARE)
                .sorted(Comparator.comparingDouble(island -> -share(island)))
                .limit(MAX_LABELS)
                .toList();
    }

    private double share(int[] island) {
        return Arrays.stream(arm.frequency(), island[0], island[2]).sum();
    }

    /** Returns the place of a label above a low bar, moved sideways off the higher bars next to it. */
    static Rectangle2D labelPlace(int bin, List<Rectangle2D> bars, double width, double height) {
        Rectangle2D bar = bars.get(bin);
        Rectangle2D place =
                new Rectangle2D.Double(bar.getCenterX() - width / 2, bar.getY() - height - 1, width, height);
        for (Rectangle2D other : bars) {
            if (other.intersects(place)) {
                double x = other.getX() < bar.getX() ? other.getMaxX() + 2 : other.getX() - width - 2;
                place.setRect(x, place.getY(), width, height);
            }
        }
        return place;
    }
}
