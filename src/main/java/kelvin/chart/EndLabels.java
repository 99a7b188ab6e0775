package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.TextBlock;

/** Direct labels at the ends of curves, moved apart where they would overlap. */
final class EndLabels {
    private static final int LEADER = 16;
    private static final int SWATCH = 26;
    private static final int GAP = 6;
    private static final int MAX_LABEL_PIXELS = 200;

    private final ChartTheme theme;
    private final List<StyledCurve> lines;
    private final List<TextBlock> labels;

    EndLabels(ChartTheme theme, List<StyledCurve> lines) {
        this.theme = theme;
        this.lines = lines;
        labels = lines.stream()
                .map(line -> TextBlock.wrap(line.curve().label(), theme.label(), MAX_LABEL_PIXELS, 3))
                .toList();
    }

    int width() {
        double text = labels.stream().mapToDouble(TextBlock::width).max().orElse(0);
        return (int) Math.ceil(LEADER + SWATCH + GAP + text);
    }

    int height() {
        return (int) Math.ceil(labels.stream().mapToDouble(TextBlock::height).sum());
    }

    /**
     * Paints the labels to the right of x, between top and bottom, as close to the ends of their curves as possible.
     */
    void paint(Graphics2D g, double x, double[] ends, double top, double bottom) {
        double[] tops = tops(ends, top, bottom);
        for (int learner = 0; learner < ends.length; learner++) {
            paint(g, learner, x, ends[learner], tops[learner]);
        }
    }

    private void paint(Graphics2D g, int learner, double x, double end, double top) {
        TextBlock label = labels.get(learner);
        double y = top + label.height() / 2;
        Path2D leader = new Path2D.Double();
        leader.moveTo(x + 2, end);
        leader.lineTo(x + LEADER - 2, y);
        int look = lines.get(learner).look();
        g.setColor(theme.colour(look));
        g.setStroke(new BasicStroke(0.7f));
        g.draw(leader);
        g.setStroke(theme.stroke(look));
        g.draw(new Line2D.Double(x + LEADER, y, x + LEADER + SWATCH, y));
        g.setColor(ChartTheme.INK);
        label.paint(g, x + LEADER + SWATCH + GAP, top);
    }

    /** Clusters touching labels, centres each cluster on the ends it names, and returns the top of every label. */
    double[] tops(double[] ends, double top, double bottom) {
        int[] order = IntStream.range(0, ends.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> ends[i]))
                .mapToInt(i -> i)
                .toArray();
        Deque<Cluster> clusters = new ArrayDeque<>();
        for (int learner : order) {
            double height = labels.get(learner).height();
            Cluster last = new Cluster(List.of(learner), ends[learner] - height / 2, height);
            while (!clusters.isEmpty() && clusters.getLast().bottom(top, bottom) > last.top(top, bottom)) {
                last = clusters.removeLast().joined(last);
            }
            clusters.add(last);
        }
        double[] tops = new double[ends.length];
        for (Cluster cluster : clusters) {
            double y = cluster.top(top, bottom);
            for (int learner : cluster.learners) {
                tops[learner] = y;
                y += labels.get(learner).height();
            }
        }
        return tops;
    }

    private record Cluster(List<Integer> learners, double wanted, double height) {
        double top(double top, double bottom) {
            return Math.max(top, Math.min(wanted, bottom - height));
        }

        double bottom(double top, double bottom) {
            return top(top, bottom) + height;
        }

        /** Returns the union of both clusters, placed at the mean of the positions their labels ask for. */
        Cluster joined(Cluster below) {
            int all = learners.size() + below.learners.size();
            double sum = learners.size() * wanted + below.learners.size() * (below.wanted - height);
            List<Integer> both =
                    Stream.concat(learners.stream(), below.learners.stream()).toList();
            return new Cluster(both, sum / all, height + below.height);
        }
    }
}
