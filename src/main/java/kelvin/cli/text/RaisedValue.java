package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.policy.Policy;
import kelvin.policy.subset.SubsetPolicy;

/**
 * Explains what a change of one value does to the probabilities of all actions.
 *
 * @param action the action whose value changes
 * @param amount what is added to its value, in reward units; finite
 */
@Stability(INTERNAL)
public record RaisedValue(int action, double amount) {
    /** The largest relative difference of ratios that is rounding. */
    private static final double ROUNDING = 1e-9;

    /**
     * Explains the change of a policy's probabilities, and of the gates of the same values.
     *
     * @param policy the policy
     * @param values the value of each action before the change
     * @return the explanation
     * @throws IllegalArgumentException if there is no such action or it is closed, or the policy breaks its contract
     */
    public ExplainedDecision of(Policy policy, double[] values) {
        double[] raised = raised(values);
        double[] before = Measures.probabilities(policy, values);
        double[] after = Measures.probabilities(policy, raised);
        Gates gates = Gates.beside(policy, values); // at one temperature, even where the policy solves for another
        List<ExplainedColumn> columns = columns(values, raised, "probability", before, after);
        columns.add(ExplainedColumn.summed(gates.title(), gates.open(values)));
        columns.add(ExplainedColumn.summed("then", gates.open(raised)));
        Table measures = Measures.table();
        measures.row(Measures.row(Measures.temperature(policy.temperatureAt(values)) + ", now", policy, values));
        measures.row(Measures.row(Measures.temperature(policy.temperatureAt(raised)) + ", then", policy, raised));
        return new ExplainedDecision(
                columns,
                List.of(BarPanel.of("probability", before), BarPanel.of(then(raised), after)),
                Optional.of(measures),
                List.of(),
                others(before, after, "probability")
                        + "\nThe gates of the others do not move: a sigmoid judges its action alone.");
    }

    /**
     * Explains the change of a subset policy's inclusion probabilities.
     *
     * @param policy the subset policy
     * @param values the value of each action before the change
     * @return the explanation
     * @throws IllegalArgumentException if there is no such action or it is closed
     */
    public ExplainedDecision of(SubsetPolicy policy, double[] values) {
        double[] raised = raised(values);
        double[] before = Measures.inclusion(policy, values);
        double[] after = Measures.inclusion(policy, raised);
        return new ExplainedDecision(
                columns(values, raised, "inclusion", before, after),
                List.of(BarPanel.gates("inclusion", before), BarPanel.gates(then(raised), after)),
                Optional.empty(),
                List.of(),
                others(before, after, "inclusion") + "\n" + ExplainedSet.MEANING);
    }

    private double[] raised(double[] values) {
        if (action >= values.length) {
            throw new IllegalArgumentException(
                    "--raise: found action " + action + ", must be 0 to " + (values.length - 1));
        }
        if (values[action] == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "--raise: found action " + action + ", which is closed, must be an open one");
        }
        double[] raised = values.clone();
        raised[action] += amount;
        return raised;
    }

    private String then(double[] raised) {
        return "then: action " + action + " at " + ExplainedColumn.exact(raised[action]);
    }

    private List<ExplainedColumn> columns(
            double[] values, double[] raised, String title, double[] before, double[] after) {
        double[] gained = IntStream.range(0, before.length)
                .mapToDouble(i -> after[i] - before[i])
                .toArray();
        List<String> ratios = IntStream.range(0, before.length)
                .mapToObj(i -> before[i] > 0 ? Table.number(after[i] / before[i]) : "")
                .toList();
        return new ArrayList<>(List.of(
                ExplainedColumn.exact("value q", values),
                ExplainedColumn.exact("then", raised),
                ExplainedColumn.summed(title, before),
                ExplainedColumn.summed("then", after),
                ExplainedColumn.of("change", gained),
                new ExplainedColumn("ratio", ratios, "")));
    }

    /** Returns what becomes of the others: one ratio for all, or several. */
    private String others(double[] before, double[] after, String noun) {
        double[] ratios = IntStream.range(0, before.length)
                .filter(i -> i != action && before[i] > 0)
                .mapToDouble(i -> after[i] / before[i])
                .toArray();
        double low = Arrays.stream(ratios).min().orElse(1);
        double high = Arrays.stream(ratios).max().orElse(1);
        if (ratios.length == 0) {
            return "There is no other action that has a " + noun + " above 0.";
        } else if (high - low > ROUNDING * high) {
            return "The others do not change in proportion: the " + noun + " of one is multiplied by "
                    + Table.number(low) + ", that of another by " + Table.number(high) + ".";
        } else if (Math.abs(high - 1) <= ROUNDING) {
            return "No other " + noun + " changes.";
        }
        return "Every other " + noun + (high < 1 ? " falls" : " rises") + " in proportion, to " + Table.number(high)
                + " of what it was.";
    }
}
