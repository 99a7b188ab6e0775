package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.policy.Policy;
import kelvin.policy.subset.SubsetPolicy;

/** Compares one decision at several temperatures, a column each. */
@Stability(INTERNAL)
public final class SeveralTemperatures {
    private SeveralTemperatures() {}

    /**
     * Compares the probabilities of a policy at several temperatures, and the gates of the same values.
     *
     * @param policies the policy at each temperature
     * @param temperatures the temperatures, in reward units
     * @param values the value of each action
     * @param draws the draw, the same at every temperature, and whether it is repeated
     * @return the explanation
     * @throws IllegalArgumentException if the policy breaks its contract: a probability is below 0, or they do not sum to 1
     */
    public static ExplainedDecision of(
            List<Policy> policies, double[] temperatures, double[] values, RepeatedDraws draws) {
        List<double[]> p = policies.stream()
                .map(policy -> Measures.probabilities(policy, values))
                .toList();
        List<Gates> gates =
                policies.stream().map(policy -> Gates.beside(policy, values)).toList();
        Table measures = Measures.table("drawn");
        for (int t = 0; t < temperatures.length; t++) {
            Policy policy = policies.get(t);
            int action = policy.select(values, draws.seed().generator());
            measures.row(Measures.row(Measures.temperature(temperatures[t]), policy, values, String.valueOf(action)));
        }
        List<String> more = new ArrayList<>();
        if (draws.wanted()) {
            more.add("Shares " + draws.title() + ":\n\n"
                    + table(temperatures, values, t -> draws.shares(policies.get(t), values)));
        }
        boolean tempered = IntStream.range(0, temperatures.length)
                .allMatch(t -> gates.get(t).temperature() == temperatures[t]);
        if (tempered) {
            more.add("The gate of each action alone, " + gates.get(0).title() + ":\n\n"
                    + table(temperatures, values, t -> gates.get(t).open(values)));
        }
        return explained(
                temperatures,
                values,
                p,
                measures,
                more,
                "The same random number draws at every temperature.\n" + ExplainedDecision.MEANING);
    }

    /**
     * Compares the sets of a subset policy at several temperatures.
     *
     * @param policies the subset policy at each temperature
     * @param temperatures the temperatures, in reward units
     * @param values the value of each action
     * @param draws the draw, from the same stream at every temperature, and whether it is repeated
     * @return the explanation
     */
    public static ExplainedDecision ofSets(
            List<SubsetPolicy> policies, double[] temperatures, double[] values, RepeatedDraws draws) {
        List<double[]> p = policies.stream()
                .map(policy -> Measures.inclusion(policy, values))
                .toList();
        Table sets = new Table(List.of("temperature", "expected number", "drawn", "probability of the set"));
        for (int t = 0; t < temperatures.length; t++) {
            SubsetPolicy policy = policies.get(t);
            boolean[] set = policy.select(values, draws.seed().generator());
            sets.row(List.of(
                    Measures.temperature(temperatures[t]),
                    Table.number(policy.expectedSize(values)),
                    ExplainedSet.name(set),
                    Table.number(policy.probability(values, set))));
        }
        List<String> more = new ArrayList<>();
        if (draws.wanted()) {
            more.add("Shares " + draws.title() + ":\n\n"
                    + table(temperatures, values, t -> draws.shares(policies.get(t), values)));
        }
        return explained(temperatures, values, p, sets, more, ExplainedSet.MEANING);
    }

    private static ExplainedDecision explained(
            double[] temperatures,
            double[] values,
            List<double[]> p,
            Table measures,
            List<String> more,
            String verdict) {
        List<BarPanel> panels = IntStream.range(0, temperatures.length)
                .mapToObj(t -> BarPanel.of(title(temperatures[t]), p.get(t)))
                .toList();
        return new ExplainedDecision(
                columns(temperatures, values, p::get), panels, Optional.of(measures), more, verdict);
    }

    private static Table table(double[] temperatures, double[] values, Function<Integer, double[]> numbers) {
        return ExplainedColumn.table(columns(temperatures, values, numbers));
    }

    private static List<ExplainedColumn> columns(
            double[] temperatures, double[] values, Function<Integer, double[]> numbers) {
        List<ExplainedColumn> columns = new ArrayList<>(List.of(ExplainedColumn.exact("value q", values)));
        for (int t = 0; t < temperatures.length; t++) {
            columns.add(ExplainedColumn.summed(title(temperatures[t]), numbers.apply(t)));
        }
        return columns;
    }

    private static String title(double temperature) {
        return "τ = " + temperature;
    }
}
