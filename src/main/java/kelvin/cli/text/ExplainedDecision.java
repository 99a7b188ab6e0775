package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.policy.Policy;
import kelvin.report.Slide;

/**
 * Explains one decision: a table column by column, bars, measures, and words.
 *
 * @param columns what is computed of each action, from its value to the draw
 * @param panels what is drawn as bars; may be empty
 * @param measures the measures of the whole decision
 * @param more further tables, each with a heading
 * @param verdict what it comes to, in words
 */
@Stability(INTERNAL)
public record ExplainedDecision(
        List<ExplainedColumn> columns,
        List<BarPanel> panels,
        Optional<Table> measures,
        List<String> more,
        String verdict) {
    /** The sentence on what sums to 1 and what does not. */
    static final String MEANING =
            "Probabilities share one decision, so they sum to 1; a sigmoid σ judges its action alone, so any number of\n"
                    + "them may be near 1.";

    /** Explains without bars and measures. */
    static ExplainedDecision plain(List<ExplainedColumn> columns, String verdict) {
        return new ExplainedDecision(columns, List.of(), Optional.empty(), List.of(), verdict);
    }

    /**
     * Explains a decision.
     *
     * @param policy the policy
     * @param values the value of each action
     * @param draws the draw, and whether it is repeated
     * @return the explanation
     * @throws IllegalArgumentException if the policy breaks its contract: a probability is below 0, or they do not sum to 1
     */
    public static ExplainedDecision of(Policy policy, double[] values, RepeatedDraws draws) {
        double[] p = Measures.probabilities(policy, values);
        CountingRandom random = new CountingRandom(draws.seed().generator());
        int action = policy.select(values, random);
        List<ExplainedColumn> columns = new ArrayList<>();
        columns.add(ExplainedColumn.exact("value q", values));
        columns.addAll(Derivation.of(policy, values));
        columns.add(ExplainedColumn.summed("probability", p));
        if (draws.wanted()) {
            columns.add(ExplainedColumn.summed(draws.title(), draws.shares(policy, values)));
        }
        double[] cumulative = cumulative(p);
        boolean oneNumber = random.single() && action == firstBeyond(random.last(), cumulative);
        if (oneNumber) {
            columns.add(ExplainedColumn.of("cumulative", cumulative));
        }
        String mark = oneNumber ? "← " + Table.number(random.last()) : "←";
        columns.add(ExplainedColumn.mark(oneNumber ? "draw" : "drawn", p.length, action, mark));
        Gates gates = Gates.beside(policy, values);
        if (!gates.derived()) {
            columns.add(ExplainedColumn.summed(gates.title(), gates.open(values)));
        }
        Table measures = Measures.table();
        measures.row(Measures.row(Measures.temperature(policy.temperatureAt(values)), policy, values));
        return new ExplainedDecision(
                columns,
                List.of(BarPanel.of("probability", p), BarPanel.gates(gates.title(), gates.open(values))),
                Optional.of(measures),
                List.of(),
                draw(action, oneNumber)
                        + (draws.wanted() ? "\n" + draws.sentence(p) : "")
                        + "\n" + MEANING + "\n" + gates.words());
    }

    /**
     * Returns the explanation as a table, bars, measures and some sentences.
     *
     * @param blocks whether bars may be blocks of Unicode; else they are ASCII
     * @return the text
     */
    public String text(boolean blocks) {
        List<String> parts = new ArrayList<>();
        parts.add(ExplainedColumn.table(columns).toString());
        if (!panels.isEmpty()) {
            parts.add(BarPanel.text(panels, blocks));
        }
        measures.ifPresent(table -> parts.add(table.toString()));
        parts.addAll(more);
        parts.add(verdict);
        return String.join("\n\n", parts);
    }

    /**
     * Returns bars, measures and words as a page for a projector.
     *
     * @param title the title
     * @param note a last sentence
     * @param values the value of each action
     * @return the page
     */
    public Slide slide(String title, String note, double[] values) {
        List<String> labels = IntStream.range(0, values.length)
                .mapToObj(i -> "q" + subscript(i) + " = " + ExplainedColumn.exact(values[i]))
                .toList();
        return new Slide(
                title,
                labels,
                panels.stream().map(BarPanel::panel).toList(),
                measures.map(Table::rows).orElse(List.of()),
                List.of(verdict.replace('\n', ' '), note));
    }

    private static String subscript(int number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(digit -> Character.toString('₀' + digit - '0'))
                .collect(Collectors.joining());
    }

    private static String draw(int action, boolean oneNumber) {
        return oneNumber
                ? "Action " + action + " is the first whose cumulative probability exceeds the draw."
                : "Action " + action
                        + " was drawn by the policy's own procedure, which uses more than one uniform number.";
    }

    private static int firstBeyond(double draw, double[] cumulative) {
        int action = 0;
        while (action < cumulative.length - 1 && cumulative[action] <= draw) {
            action++;
        }
        return action;
    }

    private static double[] cumulative(double[] p) {
        double[] sums = p.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }
}
