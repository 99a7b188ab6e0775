package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.policy.subset.IndependentGates;
import kelvin.policy.subset.MaxExpectedF1;
import kelvin.policy.subset.PlackettLuce;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;

/** Explains one decision of a subset policy. */
@Stability(INTERNAL)
public final class ExplainedSet {
    static final String MEANING =
            "Inclusion is the probability that an action is in the set; the sum is the expected number of actions.";

    private ExplainedSet() {}

    /**
     * Explains a decision.
     *
     * @param policy the policy
     * @param values the value of each action
     * @param draws the draw, and whether it is repeated
     * @return the explanation
     */
    public static ExplainedDecision of(SubsetPolicy policy, double[] values, RepeatedDraws draws) {
        boolean[] set = policy.select(values, draws.seed().generator());
        List<ExplainedColumn> columns = new ArrayList<>();
        columns.add(ExplainedColumn.exact("value q", values));
        if (policy instanceof IndependentGates gates) {
            double[] logits = Derivation.logits(gates.threshold(), gates.temperature(), values);
            columns.add(ExplainedColumn.of(Derivation.LOGIT, logits));
        }
        if (policy instanceof MaxExpectedF1 best) {
            columns.add(ExplainedColumn.of("F1 down to it", best.scores(values)));
        }
        double[] inclusion = Measures.inclusion(policy, values);
        columns.add(ExplainedColumn.summed("inclusion", inclusion));
        if (draws.wanted()) {
            columns.add(ExplainedColumn.summed(draws.title(), draws.shares(policy, values)));
        }
        columns.add(drawn(policy, values, draws.seed(), set));
        double p = policy.probability(values, set);
        return new ExplainedDecision(
                columns,
                List.of(BarPanel.gates("inclusion", inclusion)),
                Optional.empty(),
                List.of(),
                "The set " + name(set) + " was drawn; its probability is " + Table.number(p) + ".\n"
                        + (draws.wanted() ? draws.sentence(inclusion) + "\n" : "") + MEANING + cut(policy, values));
    }

    /** Says that values which are no probabilities, a closed action's aside, are taken for the nearest. */
    private static String cut(SubsetPolicy policy, double[] values) {
        return policy instanceof MaxExpectedF1
                        && Arrays.stream(values)
                                .anyMatch(value -> value > 1 || (value < 0 && value > Double.NEGATIVE_INFINITY))
                ? "\nThe policy takes values for probabilities: those outside [0, 1] are cut off to it."
                : "";
    }

    private static ExplainedColumn drawn(SubsetPolicy policy, double[] values, Seed seed, boolean[] set) {
        List<String> cells = new ArrayList<>();
        for (boolean in : set) {
            cells.add(in ? "←" : "");
        }
        if (policy instanceof PlackettLuce inOrder) {
            int[] order = inOrder.order(values, seed.generator());
            for (int place = 0; place < order.length; place++) {
                cells.set(order[place], "← " + (place + 1) + ".");
            }
        }
        return new ExplainedColumn(
                "drawn",
                cells,
                String.valueOf(
                        IntStream.range(0, set.length).filter(i -> set[i]).count()));
    }

    static String name(boolean[] set) {
        return IntStream.range(0, set.length)
                .filter(i -> set[i])
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
