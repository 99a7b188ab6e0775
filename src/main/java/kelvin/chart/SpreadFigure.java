package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.AxisTitles;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.TextBlock;
import kelvin.chart.layout.Ticks;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;
import kelvin.metric.RunValues;
import kelvin.report.Remarks;

/**
 * A figure of the distribution of regret over repetitions at the horizon: a histogram over a box plot per learner, the
 * least mean first.
 */
final class SpreadFigure implements Figure {
    private static final int MAX_LABELS = 200;
    private static final int MAX_LINES = 3;
    private static final int LABEL_GAP = 10;
    private static final String LINEAR = "linear at the end";
    private static final int AXIS = 40;
    private static final int HEADING = 20;
    private static final int ROW = 20;
    private static final int ROW_WITH_HISTOGRAM = 44;
    private static final int MIN_ROW_WITH_HISTOGRAM = 34;
    /** The width of a figure, in logical pixels, below which rows are lower. */
    private static final int NARROW = 480;

    private static final int NAME_GAP = 3;
    private static final int BARS = 60;
    private static final int BOX = 9;

    private static final int MAX_ROWS_WITH_HISTOGRAM = 16;

    private record Row(String learner, int look, double[] sorted, RunSummary summary, double linear) {
        double quantile(double p) {
            return sorted[(int) Math.round(p * (sorted.length - 1))];
        }
    }

    private final String regret;
    private final ChartTheme theme;
    private final Frame frame;
    private final List<Row> rows = new ArrayList<>();
    private final double low;
    private final double high;
    private final int rowHeight;
    private final boolean histograms;

    SpreadFigure(Results results, ShownLearners shown) {
        theme = shown.theme();
        regret = MetricCurves.regret(results);
        List<RunValues> trials = results.trials(Metric.REGRET);
        for (int i = 0; i < trials.size(); i++) {
            double[] sorted = trials.get(i).values().clone();
            Arrays.sort(sorted);
            String learner = trials.get(i).learner();
            double linear =
                    i < results.spreads().size() ? results.spreads().get(i).linear() : Double.NaN;
            rows.add(new Row(learner, look(shown, learner), sorted, RunSummary.of(trials.get(i)), linear));
        }
        rows.sort(Comparator.comparingDouble(row -> row.summary.mean()));
        double least =
                rows.stream().mapToDouble(row -> row.quantile(0.01)).min().orElse(0);
        low = Math.min(0, least);
        high = Math.max(
                low + 1e-9,
                rows.stream().mapToDouble(row -> row.quantile(0.99)).max().orElse(1));
        boolean few = rows.size() <= MAX_ROWS_WITH_HISTOGRAM;
        Frame usual = frame(results, few);
        histograms = few && rowHeight(usual) >= MIN_ROW_WITH_HISTOGRAM;
        frame = histograms == few ? usual : frame(results, histograms);
        int room = rowHeight(frame);
        rowHeight = histograms ? room : Math.max(leastRow(), Math.min(room, MIN_ROW_WITH_HISTOGRAM - 1));
    }

    /** Returns the look of a learner that other charts show too. */
    private static int look(ShownLearners shown, String learner) {
        return shown.learners().contains(learner) ? shown.look(learner) : ChartTheme.REFERENCE;
    }

    private static String marks(String repetitions, boolean histogram) {
        return repetitions.equals("1")
                ? "Regret of one repetition at the horizon: one value, which has no spread."
                : "Regret of " + repetitions + " repetitions at the horizon: " + (histogram ? "histogram, " : "")
                        + "box from 25 to 75 %, whiskers from 5"
                        + " to 95 %, line at the median, diamond at the mean. The axis ends at the largest 99 % quantile.";
    }

    private Frame frame(Results results, boolean histogram) {
        String repetitions = MetricCurves.repetitions(
                results.trials(Metric.REGRET).stream().mapToLong(each -> each.values().length));
        return Frame.of(theme, results, marks(repetitions, histogram) + (judged() ? " " + Remarks.LINEAR_REGRET : ""));
    }

    private int rowHeight(Frame around) {
        int least = leastRow();
        int usual = Math.max(least, rows.size() > MAX_ROWS_WITH_HISTOGRAM ? ROW : usualRow());
        int axes = heading() + AXIS;
        return (around.body(axes + rows.size() * usual, axes + rows.size() * least) - axes) / rows.size();
    }

    /** Returns the usual height of a row with a histogram, which is lower in a narrow figure. */
    private int usualRow() {
        return theme.width() < NARROW ? MIN_ROW_WITH_HISTOGRAM : ROW_WITH_HISTOGRAM;
    }

    /** Returns the height of the headings above the rows. */
    private int heading() {
        return judged() ? HEADING : 0;
    }

    /** Returns the least height of a row, in which every name has room. */
    private int leastRow() {
        double name = rows.stream().mapToDouble(row -> name(row).height()).max().orElse(0);
        return Math.max(ROW, (int) Math.ceil(name) + NAME_GAP);
    }

    private TextBlock name(Row row) {
        return TextBlock.wrap(row.learner, theme.label(), labels() - LABEL_GAP, MAX_LINES);
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public int bodyHeight() {
        return heading() + rows.size() * rowHeight + AXIS;
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        int width = theme.width() - 2 * theme.margin() - labels() - share();
        int height = rows.size() * rowHeight;
        int left = theme.margin() + labels();
        int top = frame.top() + heading();
        Rectangle2D plot = new Rectangle2D.Double(left, top, width, height);
        Ticks ticks = AxisRange.linear(low, high).across(theme, width);
        ticks.paintGridBelow(g, plot);
        ticks.paintBelow(g, plot, theme.margin());
        for (int i = 0; i < rows.size(); i++) {
            paint(g, rows.get(i), left, top + i * rowHeight, width);
        }
        if (judged()) {
            TextBlock share = TextBlock.wrap(LINEAR, theme.panel(), theme.width(), 1);
            g.setColor(ChartTheme.INK);
            share.paint(g, theme.width() - theme.margin() - share.width(), top - 18);
        }
        AxisTitles.paint(
                theme,
                g,
                regret + " at the horizon (reward units)",
                "",
                new Rectangle2D.Double(left, top, width, height + Ticks.HEIGHT),
                0);
    }

    /** Returns the width of the learners' names and of the gap beside them. */
    private int labels() {
        double widest = rows.stream()
                .mapToDouble(row -> TextBlock.wrap(row.learner, theme.label(), MAX_LABELS, MAX_LINES)
                        .width())
                .max()
                .orElse(0);
        return LABEL_GAP + (int) Math.ceil(Math.min(widest, 0.3 * theme.width()));
    }

    /** Returns the width of the column of shares. */
    private int share() {
        return judged() ? theme.width() / 10 + LABEL_GAP : LABEL_GAP;
    }

    private boolean judged() {
        return rows.stream().anyMatch(row -> !Double.isNaN(row.linear));
    }

    private void paint(Graphics2D g, Row row, double left, double top, double width) {
        Color colour = row.look < 0 ? ChartTheme.FAINT : theme.colour(row.look);
        double bottom = top + rowHeight - 4;
        double middle = bottom - BOX / 2.0 - 1;
        TextBlock label = name(row);
        g.setColor(ChartTheme.INK);
        label.paintLeft(g, left - LABEL_GAP, middle - label.height() / 2);
        if (!Double.isNaN(row.linear)) {
            TextBlock share = TextBlock.wrap(
                    String.format(
                            Locale.ROOT, row.linear > 0 && row.linear < 0.1 ? "%.1f %%" : "%.0f %%", 100 * row.linear),
                    theme.tick(),
                    theme.width(),
                    1);
            share.paint(g, theme.width() - theme.margin() - share.width(), middle - share.height() / 2);
        }
        if (histograms) {
            g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 90));
            g.fill(histogram(row, left, width, bottom - BOX - 5, rowHeight - BOX - 12));
        }
        box(g, row, colour, left, middle, width);
    }

    private Path2D histogram(Row row, double left, double width, double base, double height) {
        int[] counts = new int[BARS];
        for (double value : row.sorted) {
            int bar = (int) ((value - low) / (high - low) * BARS);
            if (bar >= 0 && bar <= BARS) {
                counts[Math.min(bar, BARS - 1)]++;
            }
        }
        double most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        Path2D area = new Path2D.Double();
        for (int bar = 0; bar < BARS; bar++) {
            if (counts[bar] > 0) {
                double h = height * counts[bar] / most;
                area.append(new Rectangle2D.Double(left + bar * width / BARS, base - h, width / BARS, h), false);
            }
        }
        return area;
    }

    private void box(Graphics2D g, Row row, Color colour, double left, double y, double width) {
        double q25 = place(row.quantile(0.25), left, width);
        double q75 = place(row.quantile(0.75), left, width);
        double median = place(row.quantile(0.5), left, width);
        double mean = place(row.summary.mean(), left, width);
        g.setColor(colour);
        g.setStroke(new BasicStroke(1.5f));
        g.draw(new Line2D.Double(place(row.summary.q05(), left, width), y, place(row.summary.q95(), left, width), y));
        g.fill(new Rectangle2D.Double(q25, y - BOX / 2.0, Math.max(1.5, q75 - q25), BOX));
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(2));
        g.draw(new Line2D.Double(median, y - BOX / 2.0, median, y + BOX / 2.0));
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(mean, y - 4.5);
        diamond.lineTo(mean + 4.5, y);
        diamond.lineTo(mean, y + 4.5);
        diamond.lineTo(mean - 4.5, y);
        diamond.closePath();
        g.setColor(ChartTheme.INK);
        g.fill(diamond);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(0.8f));
        g.draw(diamond);
    }

    private double place(double regret, double left, double width) {
        return left + width * Math.max(0, Math.min(1, (regret - low) / (high - low)));
    }
}
