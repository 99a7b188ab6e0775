package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.TextBlock;
import kelvin.metric.ActionMap;
import kelvin.metric.Results;

/**
 * A figure of agents' policies on a grid map: an arrow from the middle of a cell for each move, darker for a larger
 * probability. S and G mark starts and goals; where nobody ever stands is hatched.
 */
final class MapFigure implements Figure {
    private static final int COLUMNS = 2;
    private static final int GAP_PIXELS = 28;
    private static final int MAX_CELL_PIXELS = 40;

    /** The directions by name, counter-clockwise from the right, 45 degrees apart. */
    private static final List<String> DIRECTIONS =
            List.of("right", "up-right", "up", "up-left", "left", "down-left", "down", "down-right");

    private static final double HATCHING_PIXELS = 6;

    /** The proportions of an arrow in sides of a cell: its start, the start and the end of its head, and its widths. */
    private static final double TAIL = 0.07;

    private static final double NECK = 0.24;
    private static final double TIP = 0.46;
    private static final double SHAFT = 0.04;
    private static final double HEAD = 0.16;

    private final List<ActionMap> maps;
    private final ChartTheme theme;
    private final Frame frame;
    private final double cell;
    private final int titleHeight;

    MapFigure(ChartTheme theme, Results results) {
        this.theme = theme;
        maps = results.maps();
        long repetitions = results.series().get(0).repetitions();
        frame = Frame.of(
                theme,
                results,
                "Probability of each move after the last episode, from white, 0, to blue, 1."
                        + (maps.stream().allMatch(map -> map.starts().isEmpty()) ? "" : " S: start.")
                        + (maps.stream().allMatch(map -> map.goals().isEmpty()) ? "" : " G: goal.")
                        + (maps.stream().noneMatch(MapFigure::hatched) ? "" : " Hatched: never occupied.")
                        + (repetitions == 1 ? " One repetition." : " Mean of all " + repetitions + " repetitions."));
        int widest = maps.stream().mapToInt(ActionMap::columns).max().orElse(1);
        cell = Math.min(MAX_CELL_PIXELS, (double) panelWidth() / widest);
        titleHeight = 12
                + (int) Math.ceil(maps.stream()
                        .mapToDouble(map -> title(map).height())
                        .max()
                        .orElse(0));
    }

    private int panelWidth() {
        return (theme.width() - 2 * theme.margin() - (COLUMNS - 1) * GAP_PIXELS) / COLUMNS;
    }

    private TextBlock title(ActionMap map) {
        return TextBlock.wrap(map.learner(), theme.panel(), panelWidth(), 2);
    }

    private int panelHeight() {
        int rows = maps.stream()
                .mapToInt(map -> map.probabilities().length / map.columns())
                .max()
                .orElse(1);
        return titleHeight + (int) Math.ceil(rows * cell) + 8;
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public int bodyHeight() {
        return (maps.size() + COLUMNS - 1) / COLUMNS * panelHeight();
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        for (int i = 0; i < maps.size(); i++) {
            double x = theme.margin() + i % COLUMNS * (panelWidth() + GAP_PIXELS);
            int down = i / COLUMNS;
            double y = frame.top() + down * panelHeight();
            g.setColor(ChartTheme.INK);
            title(maps.get(i)).paint(g, x, y + 6);
            paint(g, maps.get(i), x, y + titleHeight);
        }
    }

    private static boolean hatched(ActionMap map) {
        return IntStream.range(0, map.probabilities().length).anyMatch(map::closed);
    }

    /** Paints all cells, then all arrows, then all letters: things of one kind in a row make a short file. */
    private void paint(Graphics2D g, ActionMap map, double left, double top) {
        g.setStroke(new BasicStroke(0.6f));
        for (Layer layer : List.<Layer>of(this::cell, this::arrows, this::letters)) {
            for (int i = 0; i < map.probabilities().length; i++) {
                int column = i % map.columns();
                int row = i / map.columns();
                layer.paint(g, map, i, left + column * cell, top + row * cell);
            }
        }
    }

    /** Paints one kind of things in a cell whose top left corner is given. */
    @FunctionalInterface
    private interface Layer {
        void paint(Graphics2D g, ActionMap map, int place, double x, double y);
    }

    private void cell(Graphics2D g, ActionMap map, int place, double x, double y) {
        Rectangle2D square = new Rectangle2D.Double(x, y, cell, cell);
        if (map.closed(place)) {
            g.setColor(ChartTheme.GRID);
            g.fill(square);
            g.setColor(ChartTheme.AXIS);
            hatching(x, y).forEach(g::draw);
        }
        g.setColor(ChartTheme.AXIS);
        g.draw(square);
    }

    private void arrows(Graphics2D g, ActionMap map, int place, double x, double y) {
        double[] p = map.probabilities()[place];
        for (int action = 0; action < p.length; action++) {
            Color shade = shade(p[action]);
            if (shade.getAlpha() > 0) {
                g.setColor(shade);
                g.fill(arrow(map.actions(), action, x + cell / 2, y + cell / 2));
            }
        }
    }

    private void letters(Graphics2D g, ActionMap map, int place, double x, double y) {
        if (map.goals().contains(place)) {
            letter(g, "G", inCell(theme.title(), 0.6), x + cell / 2, y + cell / 2);
        }
        if (map.starts().contains(place)) {
            letter(g, "S", inCell(theme.panel(), 0.4), x + 0.17 * cell, y + 0.2 * cell);
        }
    }

    /** Returns a font at most as large as a share of a cell. */
    private Font inCell(Font font, double share) {
        return font.deriveFont((float) Math.min(font.getSize2D(), share * cell));
    }

    private void letter(Graphics2D g, String letter, Font font, double x, double y) {
        TextBlock block = TextBlock.wrap(letter, font, theme.width(), 1);
        g.setColor(ChartTheme.INK);
        block.paint(g, x - block.width() / 2, y - block.height() / 2);
    }

    /** Returns lines from bottom left to top right across a cell. */
    private List<Line2D> hatching(double x, double y) {
        return IntStream.rangeClosed(1, (int) Math.ceil(2 * cell / HATCHING_PIXELS) - 1)
                .mapToObj(i -> {
                    double near = Math.min(i * HATCHING_PIXELS, cell);
                    double beyond = Math.max(0, i * HATCHING_PIXELS - cell);
                    return (Line2D) new Line2D.Double(x + beyond, y + near, x + near, y + beyond);
                })
                .toList();
    }

    /** Returns an arrow that points outwards from near a centre, in the direction of an action. */
    Path2D arrow(List<String> actions, int action, double x, double y) {
        int direction = DIRECTIONS.indexOf(actions.get(action));
        double degrees = direction < 0 ? 90 - 360.0 * action / actions.size() : 45.0 * direction;
        double wide = Math.min(HEAD, NECK * Math.sin(Math.PI / actions.size()));
        double[] along = {TAIL, NECK, NECK, TIP, NECK, NECK, TAIL};
        double[] across = {SHAFT, SHAFT, wide, 0, -wide, -SHAFT, -SHAFT};
        double cos = cell * Math.cos(Math.toRadians(degrees));
        double sin = cell * Math.sin(Math.toRadians(degrees));
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x + along[0] * cos - across[0] * sin, y - along[0] * sin - across[0] * cos);
        for (int i = 1; i < along.length; i++) {
            arrow.lineTo(x + along[i] * cos - across[i] * sin, y - along[i] * sin - across[i] * cos);
        }
        arrow.closePath();
        return arrow;
    }

    private Color shade(double probability) {
        Color full = theme.colour(0);
        return new Color(full.getRed(), full.getGreen(), full.getBlue(), (int) Math.round(255 * probability));
    }
}
