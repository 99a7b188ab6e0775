package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.List;
import kelvin.metric.ActionMap;
import kelvin.metric.Results;

/** What agents do where: a grid per agent, each cell divided by direction, the darker the likelier. */
final class MapFigure implements Figure {
    private static final int ACROSS = 2;
    private static final int GAP = 28;
    private static final int WIDEST_CELL = 40;

    /** By their names, counter-clockwise from the right, 45 degrees apart. */
    private static final List<String> DIRECTIONS =
            List.of("right", "up-right", "up", "up-left", "left", "down-left", "down", "down-right");

    private static final String CAPTION =
            "Probability of each move after the last episode, from white, 0, to blue, 1; grey: nothing"
                    + " is decided there. ";

    private final List<ActionMap> maps;
    private final Frame frame;
    private final double cell;
    private final int titleHeight;

    MapFigure(Results results) {
        maps = results.details().maps();
        long repetitions = results.series().get(0).repetitions();
        frame = Frame.of(
                results,
                CAPTION + (repetitions == 1 ? "One repetition." : "Mean of all " + repetitions + " repetitions."));
        int widest = maps.stream().mapToInt(ActionMap::columns).max().orElse(1);
        cell = Math.min(WIDEST_CELL, (double) panelWidth() / widest);
        titleHeight = 12
                + (int) Math.ceil(maps.stream()
                        .mapToDouble(map -> title(map).height())
                        .max()
                        .orElse(0));
    }

    private static int panelWidth() {
        return (House.WIDTH - 2 * House.MARGIN - (ACROSS - 1) * GAP) / ACROSS;
    }

    private static TextBlock title(ActionMap map) {
        return TextBlock.wrap(map.learner(), House.PANEL, panelWidth(), 2);
    }

    private int panelHeight() {
        int rows = maps.stream()
                .mapToInt(map -> map.probabilities().length / map.columns())
                .max()
                .orElse(1);
        return titleHeight + (int) Math.ceil(rows * cell) + 8;
    }

    @Override
    public int width() {
        return House.WIDTH;
    }

    @Override
    public int height() {
        return frame.height((maps.size() + ACROSS - 1) / ACROSS * panelHeight());
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        for (int i = 0; i < maps.size(); i++) {
            double x = House.MARGIN + i % ACROSS * (panelWidth() + GAP);
            int down = i / ACROSS;
            double y = frame.top() + down * panelHeight();
            g.setColor(House.INK);
            title(maps.get(i)).paint(g, x, y + 6);
            paint(g, maps.get(i), x, y + titleHeight);
        }
    }

    private void paint(Graphics2D g, ActionMap map, double left, double top) {
        for (int i = 0; i < map.probabilities().length; i++) {
            int row = i / map.columns();
            int column = i % map.columns();
            double x = left + column * cell;
            double y = top + row * cell;
            Rectangle2D square = new Rectangle2D.Double(x, y, cell, cell);
            double[] p = map.probabilities()[i];
            if (p.length == 0) {
                g.setColor(House.GRID);
                g.fill(square);
            }
            for (int action = 0; action < p.length; action++) {
                Area part = new Area(square);
                part.intersect(new Area(sector(map.actions(), action, x, y)));
                g.setColor(shade(p[action]));
                g.fill(part);
            }
            g.setColor(House.AXIS);
            g.setStroke(new BasicStroke(0.6f));
            g.draw(square);
        }
    }

    /** The part of a cell's surroundings that lies in the direction of an action. */
    private Arc2D sector(List<String> actions, int action, double x, double y) {
        int direction = DIRECTIONS.indexOf(actions.get(action));
        double middle = direction < 0 ? 90 - 360.0 * action / actions.size() : 45.0 * direction;
        double extent = 360.0 / actions.size();
        return new Arc2D.Double(x - cell, y - cell, 3 * cell, 3 * cell, middle - extent / 2, extent, Arc2D.PIE);
    }

    private static Color shade(double probability) {
        Color full = House.colour(0);
        return new Color(full.getRed(), full.getGreen(), full.getBlue(), (int) Math.round(255 * probability));
    }
}
