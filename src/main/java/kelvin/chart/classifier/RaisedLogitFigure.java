package kelvin.chart.classifier;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.chart.layout.AxisTitles;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.TextBlock;
import kelvin.contract.Stability;

/** A figure of {@link RaisedLogit}: the row and the key of the classes to the left, a panel per classifier beside them. */
@Stability(MAY_CHANGE)
public final class RaisedLogitFigure implements Figure {
    private static final int SIDE = 132;
    private static final int GAP = 26;
    private static final int AXIS_TITLE = 24;
    private static final int TICKS = 20;
    private static final int TITLE = 24;
    private static final int MIN_PLOT_HEIGHT = 250;
    private static final int SWATCH = 26;
    private static final int KEY_LINE = 19;
    private static final double KEY_WIDTH = SIDE - SWATCH - 6.0;
    /** The largest number of classes beside the raised one with a colour of their own. */
    private static final int MAX_COLOURED = 6;
    /** The largest probability of a class that needs no colour of its own. */
    private static final double NEGLIGIBLE = 0.03;

    private final RaisedLogit data;
    private final Frame frame;
    private final RowPicture picture;
    private final int[] order;
    private final int coloured;
    private final List<TextBlock> key = new ArrayList<>();

    /**
     * Creates a figure.
     *
     * @param data what to draw; at least one plot
     */
    public RaisedLogitFigure(RaisedLogit data) {
        this.data = data;
        frame = new Frame(ChartTheme.DEFAULT, data.title(), data.caption());
        picture = RowPicture.of(data.row(), data.features(), data.cells(), SIDE);
        order = IntStream.range(0, data.classes().size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> c == data.raised() ? -2 : -highest(c)))
                .mapToInt(c -> c)
                .toArray();
        coloured = (int) IntStream.of(order)
                .limit(1L + MAX_COLOURED)
                .filter(c -> c == data.raised() || highest(c) > NEGLIGIBLE)
                .count();
        IntStream.range(0, coloured)
                .forEach(place -> key.add(name(data.classes().get(order[place]), place == 0 ? ", raised" : "")));
        if (coloured < order.length) {
            TextBlock names = text(IntStream.of(order)
                    .skip(coloured)
                    .sorted()
                    .mapToObj(data.classes()::get)
                    .collect(Collectors.joining(", ")));
            key.add(isCut(names) ? text("the other " + (order.length - coloured)) : names);
        }
    }

    private double highest(int c) {
        return data.plots().stream().mapToDouble(plot -> plot.highest(c)).max().orElse(0);
    }

    /** Returns the name of a class, in two lines; what is longer is shortened to one and a few words. */
    private static TextBlock name(String name, String words) {
        TextBlock whole = text(name + words);
        return isCut(whole)
                ? text(TextBlock.middle(name, ChartTheme.DEFAULT.tick(), KEY_WIDTH)
                                .lines()
                                .get(0)
                        + words)
                : whole;
    }

    private static boolean isCut(TextBlock text) {
        return text.lines().get(text.lines().size() - 1).endsWith("…");
    }

    private static TextBlock text(String words) {
        return TextBlock.wrap(words, ChartTheme.DEFAULT.tick(), KEY_WIDTH, 2);
    }

    private double keyHeight() {
        return key.stream().mapToDouble(text -> text.lines().size() * KEY_LINE).sum();
    }

    private int plotHeight() {
        double side = picture.height() + GAP + keyHeight();
        return (int) Math.ceil(Math.max(MIN_PLOT_HEIGHT, side - TITLE - TICKS));
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public int bodyHeight() {
        return TITLE + plotHeight() + TICKS + AXIS_TITLE;
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        picture.paint(g, ChartTheme.DEFAULT.margin(), frame.top());
        paintKey(g);
        List<RaisedPanel> panels = data.plots().stream()
                .map(plot -> new RaisedPanel(data, plot, order, coloured))
                .toList();
        int left = ChartTheme.DEFAULT.margin()
                + SIDE
                + GAP
                + AXIS_TITLE
                + panels.get(0).yTicks(MIN_PLOT_HEIGHT).width();
        int width = (ChartTheme.DEFAULT.width() - ChartTheme.DEFAULT.margin() - left + GAP) / panels.size() - GAP;
        int top = frame.top() + TITLE;
        for (int i = 0; i < panels.size(); i++) {
            panels.get(i).paint(g, left + i * (width + GAP), top, width, plotHeight(), i == 0, true);
        }
        double right = ChartTheme.DEFAULT.width() - ChartTheme.DEFAULT.margin();
        AxisTitles.paint(
                ChartTheme.DEFAULT,
                g,
                "added to the logit of \"" + data.classes().get(data.raised()) + "\"",
                "probability",
                new Rectangle2D.Double(left, top, right - left, plotHeight() + TICKS),
                AXIS_TITLE + panels.get(0).yTicks(MIN_PLOT_HEIGHT).width());
    }

    private void paintKey(Graphics2D g) {
        double y = frame.top() + picture.height() + GAP;
        for (int place = 0; place < key.size(); place++) {
            g.setColor(RaisedPanel.colour(place, coloured));
            g.setStroke(RaisedPanel.stroke(place, coloured));
            g.draw(new Line2D.Double(ChartTheme.DEFAULT.margin(), y + 8, ChartTheme.DEFAULT.margin() + SWATCH, y + 8));
            g.setColor(ChartTheme.INK);
            key.get(place).paint(g, ChartTheme.DEFAULT.margin() + SWATCH + 6.0, y);
            y += key.get(place).lines().size() * KEY_LINE;
        }
    }
}
