package kelvin.chart.classifier;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.TextBlock;
import kelvin.contract.Stability;
import kelvin.metric.ConfusionMatrix;

/**
 * A figure of a confusion matrix: a row per true class, a column per answer, and beside each row its share of right answers. Right
 * answers are blue and wrong ones orange, darker the larger their share of the row.
 */
@Stability(MAY_CHANGE)
public final class ConfusionFigure implements Figure {
    private static final Color RIGHT = new Color(0x0072B2);
    private static final Color WRONG = new Color(0xD55E00);
    private static final int MAX_NAME = 150;
    private static final int USUAL_CELL = 46;
    private static final int MAX_CELL = 110;
    /** The least size of a cell, in logical pixels, into which a number is written. */
    private static final int MIN_CELL_OF_NUMBER = 26;

    private static final int MIN_CELL_OF_NAME = 13;
    private static final int AXIS_TITLE = 24;
    private static final int GAP = 8;
    private static final int RECALL_WIDTH = 118;
    private static final int MIN_NAME = 60;
    /** The least size of a cell above which slanted names do not touch. */
    private static final int MIN_CELL_OF_SLANTED = 18;

    private final Frame frame;
    private final ConfusionMatrix matrix;
    private final List<TextBlock> names;
    private final double longest;
    private final double cell;
    private final boolean named;
    private final double angle;

    /**
     * Creates a figure.
     *
     * @param title the heading
     * @param caption what a reader has to know, below
     * @param matrix the counts
     */
    public ConfusionFigure(String title, String caption, ConfusionMatrix matrix) {
        this.matrix = matrix;
        double room = ChartTheme.DEFAULT.width() - 2 * ChartTheme.DEFAULT.margin() - AXIS_TITLE - GAP - RECALL_WIDTH;
        double name =
                Math.min(MAX_NAME, room - MIN_CELL_OF_NAME * matrix.classes().size());
        named = name >= MIN_NAME;
        frame = new Frame(
                ChartTheme.DEFAULT,
                title,
                caption
                        + (named
                                ? ""
                                : " The " + matrix.classes().size()
                                        + " classes, too many to name, are in ascending order.")
                        + " Blue is right and orange wrong, darker for a larger share of the row (by its square root).");
        names = matrix.classes().stream()
                .map(each -> TextBlock.middle(each.isEmpty() ? "–" : each, ChartTheme.DEFAULT.tick(), name))
                .toList();
        longest =
                !named ? 0 : names.stream().mapToDouble(TextBlock::width).max().orElse(0);
        room -= longest;
        double wanted = Math.max(USUAL_CELL, Math.min(MAX_CELL, longest + 12));
        cell = Math.min(room / names.size(), names.size() * wanted > room ? USUAL_CELL : wanted);
        angle = longest <= cell - 4 ? 0 : cell < MIN_CELL_OF_SLANTED ? -Math.PI / 2 : -Math.PI / 4;
    }

    private double left() {
        return ChartTheme.DEFAULT.margin() + AXIS_TITLE + longest + GAP;
    }

    private double top() {
        return frame.top() + AXIS_TITLE + (angle == 0 ? 20 : (angle < -1 ? 1 : 0.75) * longest + 16);
    }

    private double side() {
        return names.size() * cell;
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public int bodyHeight() {
        return (int) Math.ceil(top() - frame.top() + side() + GAP);
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        titles(g);
        for (int truth = 0; truth < names.size(); truth++) {
            for (int answer = 0; answer < names.size(); answer++) {
                cell(g, truth, answer);
            }
            if (named) {
                names(g, truth);
            }
        }
        g.setColor(ChartTheme.AXIS);
        g.setStroke(new BasicStroke(1));
        g.draw(new Rectangle2D.Double(left(), top(), side(), side()));
    }

    private void titles(Graphics2D g) {
        g.setColor(ChartTheme.INK);
        TextBlock answer = TextBlock.wrap("answer", ChartTheme.DEFAULT.label(), ChartTheme.DEFAULT.width(), 1);
        answer.paint(g, left() + (side() - answer.width()) / 2, frame.top());
        TextBlock truth = TextBlock.wrap("true class", ChartTheme.DEFAULT.label(), ChartTheme.DEFAULT.width(), 1);
        double y = top() + (side() + truth.width()) / 2;
        g.translate(ChartTheme.DEFAULT.margin(), y);
        g.rotate(-Math.PI / 2);
        truth.paint(g, 0, 0);
        g.rotate(Math.PI / 2);
        g.translate(-ChartTheme.DEFAULT.margin(), -y);
        if (!named) {
            return;
        }
        TextBlock recall = TextBlock.wrap("right", ChartTheme.DEFAULT.panel(), RECALL_WIDTH, 1);
        recall.paint(g, left() + side() + 2 * GAP, top() - recall.height() - 3);
    }

    private void cell(Graphics2D g, int truth, int answer) {
        long count = matrix.counts()[truth][answer];
        double share = count == 0 ? 0 : Math.sqrt((double) count / matrix.rows(truth));
        Rectangle2D box = new Rectangle2D.Double(left() + answer * cell, top() + truth * cell, cell, cell);
        Color full = truth == answer ? RIGHT : WRONG;
        g.setColor(new Color(tint(full.getRed(), share), tint(full.getGreen(), share), tint(full.getBlue(), share)));
        g.fill(box);
        g.setColor(ChartTheme.GRID);
        g.setStroke(ChartTheme.GRID_STROKE);
        g.draw(box);
        if (count > 0 && cell >= MIN_CELL_OF_NUMBER) {
            TextBlock text = TextBlock.wrap(String.valueOf(count), ChartTheme.DEFAULT.tick(), cell, 1);
            g.setColor(share > 0.6 ? Color.WHITE : ChartTheme.INK);
            text.paint(g, box.getCenterX() - text.width() / 2, box.getCenterY() - text.height() / 2);
        }
    }

    private static int tint(int full, double share) {
        return (int) Math.round(255 + share * (full - 255));
    }

    private void names(Graphics2D g, int c) {
        TextBlock name = names.get(c);
        g.setColor(ChartTheme.INK);
        double y = top() + (c + 0.5) * cell - name.height() / 2;
        name.paint(g, left() - GAP - name.width(), y);
        String right = matrix.counts()[c][c] + " of " + matrix.rows(c)
                + String.format(Locale.ROOT, ", %.0f %%", 100 * matrix.recall(c));
        TextBlock.wrap(right, ChartTheme.DEFAULT.tick(), RECALL_WIDTH, 1).paint(g, left() + side() + 2 * GAP, y);
        double x = left() + (c + 0.5) * cell;
        if (angle == 0) {
            name.paint(g, x - name.width() / 2, top() - name.height() - 3);
            return;
        }
        double down = angle < -1 ? name.height() / 2 : name.height() - 2;
        double foot = angle < -1 ? x : x - 3;
        g.translate(foot, top() - 6);
        g.rotate(angle);
        name.paint(g, 0, -down);
        g.rotate(-angle);
        g.translate(-foot, 6 - top());
    }
}
