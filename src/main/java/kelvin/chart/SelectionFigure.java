package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.metric.Results;
import kelvin.metric.Selections;

/** Which ranks each learner chose over time: a small stacked-area panel per learner, one legend of ranks for all. */
final class SelectionFigure implements Figure {
    private static final int GAP = 28;
    private static final int AXIS_TITLE = 24;
    private static final int SWATCH = 16;
    private static final int ROW = 20;

    private final Frame frame;
    private final List<SelectionPanel> panels;
    private final List<TextBlock> legend;
    private final int columns;
    private final int rows;
    private final int panelWidth;
    private final int panelHeight;
    private final int titleHeight;

    SelectionFigure(Results results) {
        panels = SelectionPanel.of(results.selections());
        Selections first = panels.get(0).selections();
        RankGroups groups = panels.get(0).groups();
        legend = IntStream.range(0, groups.count())
                .mapToObj(group -> TextBlock.wrap(groups.label(group, first), House.TICK, 120, 1))
                .toList();
        columns = columns(panels.size());
        rows = (panels.size() + columns - 1) / columns;
        panelWidth = (bodyRight() - left() - (columns - 1) * GAP) / columns;
        titleHeight = 12
                + (int) Math.ceil(panels.stream()
                        .mapToDouble(panel -> panel.title(panelWidth).height())
                        .max()
                        .orElse(0));
        int least = legendHeight() / rows - titleHeight;
        panelHeight = Math.max(least, Math.min(300, Math.max(105, (int) (0.8 * panelWidth))));
        frame = new Frame(results.question(), caption());
    }

    private String caption() {
        boolean rest = panels.stream().anyMatch(panel -> panel.total() < 99.9);
        return "Ranks by true mean, 1 the best%s. Mean over repetitions; each point averages the latest steps, at least %.0f %% of those so far."
                .formatted(rest ? "; white: lower ranks than those named" : "", 100 * SelectionPanel.BIN);
    }

    /** Up to four columns, as few holes as possible, then as many columns as possible. */
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

    private static int left() {
        return House.MARGIN + AXIS_TITLE + SelectionPanel.LABEL_WIDTH;
    }

    private int bodyRight() {
        double text = legend.stream().mapToDouble(TextBlock::width).max().orElse(0);
        return (int) (House.WIDTH - House.MARGIN - Math.max(40, SWATCH + 6 + text) - GAP);
    }

    private int legendHeight() {
        return (legend.size() + 1) * ROW;
    }

    private int bodyHeight() {
        return rows * (titleHeight + panelHeight) + SelectionPanel.LABEL_HEIGHT + AXIS_TITLE;
    }

    @Override
    public int width() {
        return House.WIDTH;
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
        legend(g);
    }

    private void axisTitles(Graphics2D g) {
        TextBlock step = TextBlock.wrap("step", House.LABEL, panelWidth, 1);
        TextBlock share = TextBlock.wrap("share of selections (%)", House.LABEL, House.WIDTH, 1);
        double bottom = frame.top() + bodyHeight() - AXIS_TITLE;
        double middle = frame.top()
                + titleHeight
                + (bodyHeight() - AXIS_TITLE - SelectionPanel.LABEL_HEIGHT - titleHeight) / 2.0;
        g.setColor(House.INK);
        step.paint(g, (left() + bodyRight() - step.width()) / 2, bottom + 2);
        g.translate(House.MARGIN, middle);
        g.rotate(-Math.PI / 2);
        share.paint(g, -share.width() / 2, 0);
        g.rotate(Math.PI / 2);
        g.translate(-House.MARGIN, -middle);
    }

    /** In the order of the areas: the best rank at the bottom. */
    private void legend(Graphics2D g) {
        double x = bodyRight() + GAP;
        double y = frame.top() + titleHeight;
        TextBlock heading = TextBlock.wrap("rank", House.PANEL, 100, 1);
        g.setColor(House.INK);
        heading.paint(g, x, y - heading.height() - 3);
        for (int group = legend.size() - 1; group >= 0; group--) {
            g.setColor(House.shade(group, legend.size()));
            g.fill(new Rectangle2D.Double(x, y + 1, SWATCH, ROW - 4.0));
            g.setColor(House.INK);
            legend.get(group).paint(g, x + SWATCH + 6, y + 1);
            y += ROW;
        }
    }
}
