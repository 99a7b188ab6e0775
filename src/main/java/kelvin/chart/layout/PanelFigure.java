package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.chart.style.LegendPlace;
import kelvin.contract.Stability;

/** A figure of small multiples: panels side by side, with one legend and one pair of axis titles for all. */
@Stability(MAY_CHANGE)
public final class PanelFigure implements Figure {
    private static final int GAP = 28;
    private static final int TITLE_GAP = 12;
    private static final int AXIS_TITLE = 24;
    private static final int MIN_PANEL_WIDTH = 105;
    private static final int MIN_PANEL_HEIGHT = 40;
    private static final int MAX_COLUMNS = 4;
    /** The width of a figure, in logical pixels, from which on a legend has room beside its panels. */
    private static final int WIDE = 560;

    private static final int USUAL_HEIGHT = 150;

    private final ChartTheme theme;
    private final Frame frame;
    private final List<Panel> panels;
    private final Legend legend;
    private final String xTitle;
    private final String yTitle;
    private final ChangeMarks changes;
    private final boolean legendBelow;
    private final int labelWidth;
    private final int columns;
    private final int rows;
    private final int panelWidth;
    private final int panelHeight;
    /** The height above the panels of each row, in which their titles stand. */
    private final int[] titleHeights;

    private final int tickHeight;

    /** Creates a figure of panels. */
    public PanelFigure(Frame frame, List<? extends Panel> panels, Legend legend, String xTitle, String yTitle) {
        this(frame, panels, legend, xTitle, yTitle, new ChangeMarks(frame.theme(), AxisRange.linear(0, 1), List.of()));
    }

    /** Creates a figure of panels over steps, with lines where the problem changes. */
    public PanelFigure(
            Frame frame,
            List<? extends Panel> panels,
            Legend legend,
            String xTitle,
            String yTitle,
            ChangeMarks changes) {
        this.frame = frame;
        this.changes = changes;
        theme = frame.theme();
        this.panels = List.copyOf(panels);
        this.legend = legend;
        this.xTitle = xTitle;
        this.yTitle = yTitle;
        legendBelow = theme.style()
                .legend()
                .map(LegendPlace.BELOW::equals)
                .orElse(theme.width() < WIDE || legend.width() > 0.3 * theme.width());
        labelWidth = panels.get(0).yTicks(USUAL_HEIGHT).width();
        int width = bodyRight() - left();
        columns = columns(panels.size(), Math.max(1, Math.min(MAX_COLUMNS, (width + GAP) / (MIN_PANEL_WIDTH + GAP))));
        rows = (panels.size() + columns - 1) / columns;
        panelWidth = (width - (columns - 1) * GAP) / columns;
        titleHeights = IntStream.range(0, rows).map(this::titleHeight).toArray();
        int titles = Arrays.stream(titleHeights).sum();
        tickHeight = panels.stream()
                .flatMap(panel -> panel.xTicks(panelWidth).stream())
                .mapToInt(Ticks::height)
                .max()
                .orElse(Ticks.HEIGHT);
        int beside = (int) Math.ceil(AxisTitles.width(theme, yTitle)) + titleHeights[0] - Ticks.HEIGHT;
        int least = (Math.max(legendBelow ? 0 : legendBeside(), beside + rows - 1) - titles) / rows;
        int usual = Math.max(least, Math.min(300, Math.max(105, (int) (0.8 * panelWidth))));
        int around = titles + tickHeight + AXIS_TITLE + legendHeight();
        panelHeight = (frame.body(around + rows * usual, around + rows * MIN_PANEL_HEIGHT) - around) / rows;
    }

    /** Returns the number of columns: at most that many, with as few gaps as possible, then as many as possible. */
    private static int columns(int panels, int most) {
        if (panels <= Math.min(3, most)) {
            return panels;
        }
        int best = Math.min(most, 3);
        for (int columns = panels == 4 ? 2 : best; columns <= most; columns++) {
            if ((columns - panels % columns) % columns <= (best - panels % best) % best && columns <= panels) {
                best = columns;
            }
        }
        return best;
    }

    private int titleHeight(int row) {
        return TITLE_GAP
                + (int) Math.ceil(panels.stream()
                        .skip((long) row * columns)
                        .limit(columns)
                        .mapToDouble(panel -> panel.title(panelWidth).height())
                        .max()
                        .orElse(0));
    }

    private int left() {
        return theme.margin() + AXIS_TITLE + labelWidth;
    }

    private int bodyRight() {
        return theme.width() - theme.margin() - (legendBelow ? Panel.REACH : legend.width() + GAP);
    }

    private double legendWidth() {
        return theme.width() - 2.0 * theme.margin();
    }

    private int legendHeight() {
        return legendBelow
                ? legend.heightBelow(legendWidth())
                        + 4
                        + changes.legend().map(mark -> Legend.ROW).orElse(0)
                : 0;
    }

    private int legendBeside() {
        return legend.height() + changes.legend().map(mark -> Legend.ROW + 8).orElse(0);
    }

    private int panelsHeight() {
        return top(rows) + tickHeight + AXIS_TITLE;
    }

    /** Returns the vertical position at which a row begins, below the top of the body. */
    private int top(int row) {
        return Arrays.stream(titleHeights, 0, row).sum() + row * panelHeight;
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public int bodyHeight() {
        return panelsHeight() + legendHeight();
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        for (int i = 0; i < panels.size(); i++) {
            int column = i % columns;
            int x = left() + column * (panelWidth + GAP);
            int y = frame.top() + top(i / columns) + titleHeights[i / columns];
            panels.get(i).paint(g, x, y, panelWidth, panelHeight, column == 0, i + columns >= panels.size());
            changes.paint(g, new Rectangle2D.Double(x, y, panelWidth, panelHeight));
        }
        axisTitles(g);
        if (legendBelow) {
            int y = frame.top() + panelsHeight() + 4;
            legend.paintBelow(g, theme.margin(), y, legendWidth());
            changes.legend()
                    .ifPresent(mark ->
                            mark.paintBelow(g, theme.margin(), y + legend.heightBelow(legendWidth()), legendWidth()));
        } else {
            int y = frame.top() + titleHeights[0];
            legend.paint(g, bodyRight() + GAP, y);
            changes.legend().ifPresent(mark -> mark.paint(g, bodyRight() + GAP, y + legend.height() - Legend.ROW + 8));
        }
    }

    private void axisTitles(Graphics2D g) {
        double top = frame.top() + titleHeights[0];
        double bottom = frame.top() + panelsHeight() - AXIS_TITLE;
        Rectangle2D plots = new Rectangle2D.Double(left(), top, bodyRight() - left(), bottom - top);
        AxisTitles.paint(theme, g, xTitle, yTitle, plots, left() - theme.margin());
    }
}
