package kelvin.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
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

    /** What is shown of each action, and of all together where a sum means something. */
    record Column(String title, List<String> cells, String sum) {
        static Column of(String title, double[] numbers) {
            return new Column(title, texts(numbers, Table::number), "");
        }

        static Column summed(String title, double[] numbers) {
            return new Column(title, texts(numbers, Table::number), Table.number(Weights.sum(numbers)));
        }

        /** Numbers as they were given. */
        static Column exact(String title, double[] numbers) {
            return new Column(title, texts(numbers, x -> Double.isInfinite(x) ? Table.number(x) : "" + x), "");
        }

        private static List<String> texts(double[] numbers, DoubleFunction<String> text) {
            return Arrays.stream(numbers).mapToObj(text).toList();
        }
    }

    static Decision of(Policy policy, double[] values, Seed seed) {
        double[] p = policy.probabilities(values);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.exact("value q", values));
        columns.addAll(weights(policy, values));
        columns.add(Column.summed("probability", p));
        columns.add(Column.of("cumulative", cumulative(p)));
        if (!(policy instanceof SigmoidGate)) {
            columns.add(Column.summed("σ(q)", each(values, Decision::sigmoid)));
        }
        return new Decision(columns, seed.generator().nextDouble(), policy.select(values, seed.generator()));
    }

    /** The way from values to probabilities, for the policies that have one. */
    private static List<Column> weights(Policy policy, double[] values) {
        if (policy instanceof Softmax softmax) {
            double best = Arrays.stream(values).max().orElseThrow();
            double[] logits = each(values, q -> softmax.score(q, best));
            return List.of(Column.of("(q−max)/τ", logits), Column.summed("weight", each(logits, StrictMath::exp)));
        } else if (policy instanceof SigmoidGate gate) {
            Softmax logit = new Softmax(gate.temperature());
            double[] x = each(values, q -> logit.score(q, gate.threshold()));
            return List.of(Column.of("(q−θ)/τ", x), Column.summed("σ((q−θ)/τ)", each(x, Decision::sigmoid)));
        }
        return List.of();
    }

    String table() {
        List<String> header = new ArrayList<>(List.of("action"));
        columns.forEach(column -> header.add(column.title));
        int draws = header.indexOf("cumulative") + 1;
        header.add(draws, DRAW);
        Table table = new Table(header);
        for (int i = 0; i < columns.get(0).cells.size(); i++) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(i)));
            for (Column column : columns) {
                row.add(column.cells.get(i));
            }
            row.add(draws, i == action ? "← " + Table.number(draw) : "");
            table.row(row);
        }
        List<String> sums = new ArrayList<>(List.of("sum"));
        columns.forEach(column -> sums.add(column.sum));
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
