package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.model.Context;
import kelvin.model.Model;
import kelvin.numeric.Sigmoid;
import kelvin.random.Seed;

/** Explains one decision by what is seen: predictions, how sure they are, what the policy is shown, and the features' shares. */
@Stability(INTERNAL)
public final class ExplainedContext {
    /** The largest difference that is rounding, beside numbers of size 1. */
    private static final double ROUNDING = 1e-9;

    private ExplainedContext() {}

    /**
     * Explains a decision.
     *
     * @param model the model, as it is
     * @param widths whether the model knows how sure it is
     * @param choice the decision
     * @param seed decides the draw
     * @return the explanation
     */
    public static ExplainedDecision of(Model model, boolean widths, ContextualChoice choice, Seed seed) {
        int actions = model.actions();
        double[] numbers = new double[actions];
        List<ExplainedColumn> columns = new ArrayList<>();
        model.values(choice.context(), numbers);
        columns.add(ExplainedColumn.of("prediction", numbers));
        double[] values = numbers.clone();
        if (widths) {
            model.widths(choice.context(), numbers);
            columns.add(ExplainedColumn.of("width", numbers));
        }
        boolean one = choice.views().count() == 1;
        if (one && !Arrays.equals(choice.view(0), values)) {
            columns.add(ExplainedColumn.of("view", choice.view(0)));
        }
        Optional<double[]> p = choice.probabilities();
        p.ifPresent(
                known -> columns.add(ExplainedColumn.summed("probability", Measures.checked(choice.policy(), known))));
        int drawn = choice.draw(seed.generator());
        columns.add(ExplainedColumn.mark("drawn", actions, drawn, "←"));
        return ExplainedDecision.plain(columns, "Action " + drawn + " was drawn." + meaning(choice, p.isPresent()));
    }

    private static String meaning(ContextualChoice choice, boolean known) {
        if (!known) {
            return " It was the policy's choice in this view, a draw from the model; over all draws its probability has no closed\n"
                    + "form. The outlook {Draws: {draws: 1000}} has exact probabilities for its draws.";
        }
        int views = choice.views().count();
        return views == 1
                ? ""
                : " Probabilities are the mean over " + HumanUnits.count(views) + " views, one of which is picked.";
    }

    /**
     * Returns the share of each feature in the prediction of each action, x·θ, as a table with a heading. Where shares do not add up to
     * the prediction but σ of their sum does, they are shares in the log-odds.
     *
     * @param model a model
     * @param context what is seen
     * @param names the names of the features
     * @return heading and table; nothing where the model has no coefficients
     */
    public static Optional<String> shares(Model model, Context context, List<String> names) {
        int features = context.features().total();
        double[][] shares = new double[model.actions()][features];
        double[] described = new double[features];
        for (int a = 0; a < shares.length; a++) {
            if (!model.coefficients(a, shares[a])) {
                return Optional.empty();
            }
            context.describe(a, described);
            for (int i = 0; i < features; i++) {
                shares[a][i] *= described[i];
            }
        }
        double[] sums = Arrays.stream(shares)
                .mapToDouble(share -> Arrays.stream(share).sum())
                .toArray();
        double[] gates = Arrays.stream(sums).map(Sigmoid::of).toArray();
        double[] values = new double[sums.length];
        model.values(context, values);
        boolean linear = equal(sums, values);
        boolean logistic = !linear && equal(gates, values);
        String heading = linear
                ? "The share of each feature in the prediction, x·θ:"
                : logistic
                        ? "The share of each feature in the log-odds of the prediction, x·θ; the prediction is σ(sum):"
                        : "The share of each feature in the score that the prediction is made from, x·θ:";
        Table table = table(shares, sums, context, names);
        if (logistic) {
            table.row(row("σ(sum)", gates));
        }
        return Optional.of(heading + "\n\n" + table);
    }

    /** Returns whether numbers are the same up to the rounding of sums. */
    private static boolean equal(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .allMatch(i -> Math.abs(one[i] - other[i]) <= ROUNDING * Math.max(1, Math.abs(other[i])));
    }

    private static List<String> row(String name, double[] numbers) {
        List<String> row = new ArrayList<>(List.of(name, ""));
        Arrays.stream(numbers).mapToObj(Table::number).forEach(row::add);
        return row;
    }

    private static Table table(double[][] shares, double[] sums, Context context, List<String> names) {
        List<String> header = new ArrayList<>(List.of("feature", "x"));
        for (int a = 0; a < shares.length; a++) {
            header.add("action " + a);
        }
        Table table = new Table(header);
        for (int i = 0; i < names.size(); i++) {
            boolean shared = i < context.features().shared();
            List<String> row = new ArrayList<>(List.of(names.get(i), shared ? Table.number(context.numbers()[i]) : ""));
            for (double[] share : shares) {
                row.add(Table.number(share[i]));
            }
            table.row(row);
        }
        table.row(row("sum", sums));
        return table;
    }
}
