package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import kelvin.contract.Stability;

/** A figure of small multiples: panels side by side, with one legend and one pair of axis titles for all. */
@Stability(MAY_CHANGE)
public final class PanelFigure implements Figure {
    private static final int GAP = 28;
    private static final int AXIS_TITLE = 24;

    private final Frame frame;
    private final List<Panel> panels;
    private final Legend legend;
    private final String xTitle;
    private final String yTitle;
    private final int columns;
    private final int rows;
    private final int panelWidth;
    private final int panelHeight;
    private final int titleHeight;

    /** Creates a figure of panels. */
    public PanelFigure(Frame frame, List<? extends Panel> panels, Legend legend, String xTitle, String yTitle) {
        this.frame = frame;
        this.panels = List.copyOf(panels);
        this.legend = legend;
        this.xTitle = xTitle;
        this.yTitle = yTitle;
        columns = columns(panels.size());
        rows = (panels.size() + columns - 1) / columns;
        panelWidth = (bodyRight() - left() - (columns - 1) * GAP) / columns;
        titleHeight = 12
                + (int) Math.ceil(panels.stream()
                        .mapToDouble(panel -> panel.title(panelWidth).height())
                        .max()
                        .orElse(0));
        int beside = (int) Math.ceil(AxisTitles.width(frame.theme(), yTitle)) + titleHeight - Panel.LABEL_HEIGHT;
        int least = Math.max(legend.height(), beside + rows - 1) / rows - titleHeight;
        panelHeight = Math.max(least, Math.min(300, Math.max(105, (int) (0.8 * panelWidth))));
    }

    /** Returns the number of columns: at most four, with as few gaps as possible, then as many as possible. */
    private static int columns(int panels) {
        if (panels <= 3) {
            return panels;
        }
        int best = 3;
        for (int columns = panels == 4 ? 2 : 3; columns <= 4; columns++) {
            if ((columns - panels % columns) % columns <= (best - panels % best) % best && columns <= panels) {
                best = columns;
            }
        }
        return best;
    }

    private int left() {
        return ChartTheme.MARGIN + AXIS_TITLE + panels.get(0).labelWidth();
    }

    private int bodyRight() {
        return frame.theme().width() - ChartTheme.MARGIN - legend.width() - GAP;
    }

    private int bodyHeight() {
        return rows * (titleHeight + panelHeight) + Panel.LABEL_HEIGHT + AXIS_TITLE;
    }

    @Override
    public String caption() {
        return frame.caption();
    }

    @Override
    public int width() {
        return frame.theme().width();
    }

    @Override
    public int height() {
        return frame.height(bodyHeight());
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        for (int i = 0; i < panels.size(); i++) {
            int column = i % columns;
            int x = left() + column * (panelWidth + GAP);
            int y = frame.top() + i / columns * (titleHeight + panelHeight) + titleHeight;
            panels.get(i).paint(g, x, y, panelWidth, panelHeight, column == 0, i + columns >= panels.size());
        }
        axisTitles(g);
        legend.paint(g, bodyRight() + GAP, frame.top() + titleHeight);
    }

    private void axisTitles(Graphics2D g) {
        double top = frame.top() + titleHeight;
        double bottom = frame.top() + bodyHeight() - AXIS_TITLE;
        Rectangle2D plots = new Rectangle2D.Double(left(), top, bodyRight() - left(), bottom - top);
        AxisTitles.paint(frame.theme(), g, xTitle, yTitle, plots, left() - ChartTheme.MARGIN);
    }
}
