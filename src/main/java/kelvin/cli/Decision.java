package kelvin.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import kelvin.policy.Policy;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.Weights;
import kelvin.random.Seed;

/**
 * One decision of a policy, worked out column by column.
 *
 * @param columns what is computed of each action, from its value to the cumulative probability, and its sigmoid
 * @param draw the uniform number that decides, in [0, 1)
 * @param action the action it decides for
 */
record Decision(List<Column> columns, double draw, int action) {
    private static final String DRAW = "draw";

    /** Numbers of one kind, one per action; a sum is shown where it means something. */
    record Column(String title, double[] numbers, boolean summed) {}

    static Decision of(Policy policy, double[] values, Seed seed) {
        double[] p = policy.probabilities(values);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("value q", values, false));
        columns.addAll(weights(policy, values));
        columns.add(new Column("probability", p, true));
        columns.add(new Column("cumulative", cumulative(p), false));
        if (!(policy instanceof SigmoidGate)) {
            columns.add(new Column("σ(q)", each(values, Decision::sigmoid), true));
        }
        return new Decision(columns, seed.generator().nextDouble(), policy.select(values, seed.generator()));
    }

    /** The way from values to probabilities, for the policies that have one. */
    private static List<Column> weights(Policy policy, double[] values) {
        if (policy instanceof Softmax softmax) {
            double best = Arrays.stream(values).max().orElseThrow();
            double[] logits = each(values, q -> softmax.score(q, best));
            return List.of(
                    new Column("(q−max)/τ", logits, false), new Column("weight", each(logits, StrictMath::exp), true));
        } else if (policy instanceof SigmoidGate gate) {
            Softmax logit = new Softmax(gate.temperature());
            double[] x = each(values, q -> logit.score(q, gate.threshold()));
            return List.of(new Column("(q−θ)/τ", x, false), new Column("σ((q−θ)/τ)", each(x, Decision::sigmoid), true));
        }
        return List.of();
    }

    String table() {
        List<String> header = new ArrayList<>(List.of("action"));
        columns.forEach(column -> header.add(column.title));
        int draws = header.indexOf("cumulative") + 1;
        header.add(draws, DRAW);
        Table table = new Table(header);
        for (int i = 0; i < columns.get(0).numbers.length; i++) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(i)));
            for (Column column : columns) {
                row.add(Table.number(column.numbers[i]));
            }
            row.add(draws, i == action ? "← " + Table.number(draw) : "");
            table.row(row);
        }
        List<String> sums = new ArrayList<>(List.of("sum"));
        columns.forEach(column -> sums.add(column.summed ? Table.number(Weights.sum(column.numbers)) : ""));
        sums.add(draws, "");
        table.row(sums);
        return table.toString();
    }

    String verdict() {
        return "Action " + action + " is the first whose cumulative probability exceeds the draw.\n"
                + "Probabilities share one decision, so they sum to 1; a sigmoid σ judges its action alone, so any number of\n"
                + "them may be near 1.";
    }

    private static double[] cumulative(double[] p) {
        double[] sums = p.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    private static double[] each(double[] numbers, DoubleUnaryOperator f) {
        return Arrays.stream(numbers).map(f).toArray();
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
