package kelvin.chart.classifier;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kelvin.chart.axis.SweepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.FeatureGrid;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.TextBlock;
import kelvin.contract.Stability;
import kelvin.metric.Coefficient;
import kelvin.metric.ContextResults;
import kelvin.metric.Results;

/**
 * A figure of the coefficients of linear models as heat maps: one block per learner, in which each arm is a picture where features are
 * pixels, and else a row with a column per feature.
 */
@Stability(MAY_CHANGE)
public final class CoefficientFigure implements Figure {
    private static final Color POSITIVE = new Color(0xD55E00);
    private static final Color NEGATIVE = new Color(0x0072B2);
    private static final int GAP = CoefficientBlock.GAP;
    private static final int LABEL_HEIGHT = CoefficientBlock.LABEL_HEIGHT;
    private static final int MAX_NAME = CoefficientBlock.MAX_NAME;
    private static final double NAME_ANGLE = -Math.PI / 4;

    private final List<CoefficientBlock> blocks = new ArrayList<>();
    private final ChartTheme theme;
    private final Frame frame;

    /**
     * Creates a figure of the coefficients of learners or classifiers.
     *
     * @param theme the theme
     * @param contexts the coefficients, with the names of the arms or classes
     * @param frame given whether some features are not shown, as they are no pixels of a picture, returns title and caption
     */
    public CoefficientFigure(ChartTheme theme, ContextResults contexts, Function<Boolean, Frame> frame) {
        this.theme = theme;
        Map<String, List<Coefficient>> learners = new LinkedHashMap<>();
        contexts.coefficients()
                .forEach(each -> learners.computeIfAbsent(each.learner(), label -> new ArrayList<>())
                        .add(each));
        learners.forEach((label, all) -> blocks.add(block(label, contexts, all)));
        boolean left = blocks.stream().anyMatch(block -> !block.grid().others().isEmpty());
        this.frame = frame.apply(left);
    }

    /** Returns a figure of the coefficients of learners in results; the remark ends its caption. */
    public static CoefficientFigure of(ChartTheme theme, Results results, String remark) {
        return new CoefficientFigure(
                theme,
                results.contexts(),
                left -> Frame.of(
                        theme,
                        results,
                        "Coefficients after the last step, mean over repetitions: orange is positive, blue negative, white 0; the darkest"
                                + " colour is the largest size, given beside each learner."
                                + (left ? " Features that are no pixels, such as a constant, are not shown." : "")
                                + remark));
    }

    private CoefficientBlock block(String label, ContextResults contexts, List<Coefficient> all) {
        int first = all.get(0).arm();
        FeatureGrid grid = FeatureGrid.of(all.stream()
                .filter(c -> c.arm() == first)
                .map(Coefficient::feature)
                .toList());
        Map<Integer, double[]> arms = new LinkedHashMap<>();
        Map<Integer, Integer> next = new LinkedHashMap<>();
        double largest = 0;
        for (Coefficient each : all) {
            double[] cells = arms.computeIfAbsent(each.arm(), arm -> new double[grid.rows() * grid.columns()]);
            int place = grid.place(next.merge(each.arm(), 1, Integer::sum) - 1);
            if (place >= 0) {
                cells[place] = each.mean();
                largest = Math.max(largest, Math.abs(each.mean()));
            }
        }
        return new CoefficientBlock(
                theme,
                label,
                grid,
                arms.keySet().stream().map(contexts::arm).toList(),
                List.copyOf(arms.values()),
                largest);
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public int bodyHeight() {
        double height = 0;
        for (int i = 0; i < blocks.size(); i += perRow()) {
            height += rowHeight(i);
        }
        return (int) Math.ceil(height);
    }

    /** Returns the number of blocks beside each other: two where all are narrow. */
    private int perRow() {
        return blocks.stream().allMatch(CoefficientBlock::narrow) ? 2 : 1;
    }

    /** Returns the height of the row that begins with a block. */
    private double rowHeight(int first) {
        return blocks.subList(first, Math.min(first + perRow(), blocks.size())).stream()
                .mapToDouble(block -> title(block).height() + 6 + block.bodyHeight() + GAP)
                .max()
                .orElse(0);
    }

    private int room() {
        return theme.width() - 2 * theme.margin();
    }

    private int half() {
        return room() / 2;
    }

    private TextBlock title(CoefficientBlock block) {
        int width = perRow() == 1 ? room() : half() - GAP;
        return TextBlock.wrap(
                block.learner() + "   (±" + SweepAxis.text(block.largest())
                        + (block.grid().picture() || block.allNamed()
                                ? ")"
                                : "; " + block.grid().columns() + " features, some named)"),
                theme.panel(),
                width,
                2);
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        double y = frame.top();
        for (int i = 0; i < blocks.size(); i++) {
            double x = i % perRow() * half();
            g.translate(x, 0);
            paint(g, blocks.get(i), y);
            g.translate(-x, 0);
            if (i % perRow() == perRow() - 1) {
                y += rowHeight(i + 1 - perRow());
            }
        }
    }

    private void paint(Graphics2D g, CoefficientBlock block, double top) {
        TextBlock title = title(block);
        g.setColor(ChartTheme.INK);
        title.paint(g, theme.margin(), top);
        double y = top + title.height() + 6;
        for (int arm = 0; arm < block.arms().size(); arm++) {
            if (block.grid().picture()) {
                picture(g, block, arm, y);
            } else {
                row(g, block, arm, y);
            }
        }
        if (!block.grid().picture()) {
            names(g, block, y + block.arms().size() * block.rowHeight() + 4);
        }
    }

    private void picture(Graphics2D g, CoefficientBlock block, int arm, double top) {
        double step = (room() + GAP) / (double) block.picturesPerRow();
        double x = theme.margin() + arm % block.picturesPerRow() * step;
        double high = LABEL_HEIGHT + block.grid().rows() * block.cell() + GAP;
        int down = arm / block.picturesPerRow();
        double y = top + down * high;
        label(g, block.names().get(arm), (int) step - GAP, x, y);
        cells(g, block, arm, block.cell(), new Point2D.Double(x, y + LABEL_HEIGHT));
    }

    private void row(Graphics2D g, CoefficientBlock block, int arm, double top) {
        double y = top + arm * block.rowHeight();
        label(g, block.names().get(arm), MAX_NAME, theme.margin(), y + block.rowHeight() / 2 - 9);
        cells(g, block, arm, block.rowHeight(), new Point2D.Double(theme.margin() + block.armWidth(), y));
    }

    private void label(Graphics2D g, String text, int width, double x, double y) {
        g.setColor(ChartTheme.INK);
        TextBlock.middle(text, theme.tick(), width).paint(g, x, y);
    }

    private void cells(Graphics2D g, CoefficientBlock block, int arm, double high, Point2D corner) {
        double size = block.cell();
        double x = corner.getX();
        double y = corner.getY();
        double[] cells = block.arms().get(arm);
        for (int i = 0; i < cells.length; i++) {
            int column = i % block.grid().columns();
            int row = i / block.grid().columns();
            g.setColor(colour(block.largest() == 0 ? 0 : cells[i] / block.largest()));
            g.fill(new Rectangle2D.Double(x + column * size, y + row * high, size + 0.3, high + 0.3));
        }
        g.setColor(ChartTheme.GRID);
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Rectangle2D.Double(
                x, y, block.grid().columns() * size, block.grid().rows() * high));
    }

    private void names(Graphics2D g, CoefficientBlock block, double top) {
        block.named().forEach(i -> {
            TextBlock name = TextBlock.middle(block.grid().names().get(i), theme.tick(), MAX_NAME);
            double x = theme.margin() + block.armWidth() + (i + 0.5) * block.cell();
            g.setColor(ChartTheme.INK);
            g.translate(x, top);
            g.rotate(NAME_ANGLE);
            name.paint(g, -name.width(), 0);
            g.rotate(-NAME_ANGLE);
            g.translate(-x, -top);
        });
    }

    /** Returns the colour of a number in [−1, 1]: from blue by white to orange. */
    private static Color colour(double x) {
        Color full = x < 0 ? NEGATIVE : POSITIVE;
        double share = Math.min(1, Math.abs(x));
        return new Color(
                (int) Math.round(255 + share * (full.getRed() - 255)),
                (int) Math.round(255 + share * (full.getGreen() - 255)),
                (int) Math.round(255 + share * (full.getBlue() - 255)));
    }
}
