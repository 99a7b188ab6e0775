package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.contract.Stability;
import kelvin.numeric.Weights;
import kelvin.report.Slide;

/**
 * Draws a number of each action as a bar, several panels side by side on one scale.
 *
 * @param title what the numbers are
 * @param numbers a number in [0, 1] for each action; a bar of 1 is as wide as the panel
 * @param gates whether each is a probability of its own, not a share of one
 */
@Stability(INTERNAL)
public record BarPanel(String title, List<Double> numbers, boolean gates) {
    /** The width of a line of panels, in characters. */
    static final int LINE = 100;

    private static final int MAX_WIDTH = 40;
    private static final int GAP = 2;
    private static final int EIGHTHS = 8;

    /** Blocks of one to seven eighths. */
    private static final String PARTS = "▏▎▍▌▋▊▉";

    /** Returns a panel. */
    static BarPanel of(String title, double[] numbers) {
        return new BarPanel(title, Arrays.stream(numbers).boxed().toList(), false);
    }

    /** Returns a panel of probabilities that are each on its own. */
    static BarPanel gates(String title, double[] numbers) {
        return new BarPanel(title, of(title, numbers).numbers, true);
    }

    /** Returns the panel of a slide. */
    Slide.Panel panel() {
        double sum = Weights.sum(numbers.stream().mapToDouble(x -> x).toArray());
        return new Slide.Panel(
                title, numbers, numbers.stream().map(Table::number).toList(), Table.number(sum), gates);
    }

    /**
     * Returns the panels as text of at most 100 columns, a line for each action.
     *
     * @param panels panels of equally many actions, at least one, at most eight
     * @param blocks whether bars are blocks of Unicode, to an eighth of a character; else number signs, whole ones, and a full stop
     *     for what is less than half of one but not nothing
     * @return the text
     */
    public static String text(List<BarPanel> panels, boolean blocks) {
        int actions = panels.get(0).numbers.size();
        int label = Math.max("action".length(), String.valueOf(actions - 1).length());
        int width = Math.min(MAX_WIDTH, (LINE - label) / panels.size() - GAP);
        List<String> lines = new ArrayList<>();
        lines.add(line("action", label, panels.stream().map(BarPanel::title).toList(), width));
        for (int i = 0; i < actions; i++) {
            int action = i;
            List<String> bars = panels.stream()
                    .map(panel -> panel.numbers.get(action))
                    .map(x -> blocks ? blocks(x, width) : signs(x, width))
                    .toList();
            lines.add(line(String.valueOf(i), label, bars, width));
        }
        return String.join("\n", lines);
    }

    private static String line(String name, int label, List<String> cells, int width) {
        StringBuilder line = new StringBuilder(padded(name, label));
        cells.forEach(cell -> line.append(" ".repeat(GAP)).append(padded(cell, width)));
        return line.toString().stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String signs(double x, int width) {
        int whole = (int) Math.round(x * width);
        return whole == 0 && x > 0 ? "." : "#".repeat(whole);
    }

    private static String blocks(double x, int width) {
        int eighths = (int) Math.round(x * width * EIGHTHS);
        int drawn = x > 0 ? Math.max(1, eighths) : 0;
        int rest = drawn % EIGHTHS;
        return "█".repeat(drawn / EIGHTHS) + (rest == 0 ? "" : PARTS.substring(rest - 1, rest));
    }
}
