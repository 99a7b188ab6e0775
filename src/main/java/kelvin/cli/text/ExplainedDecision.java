package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.contract.Stability;
import kelvin.numeric.Weights;
import kelvin.policy.Policy;
import kelvin.policy.SigmoidGate;
import kelvin.random.Seed;

/**
 * Explains one decision column by column.
 *
 * @param columns what is computed of each action, from its value to the draw
 * @param verdict what it comes to, in words
 */
@Stability(INTERNAL)
public record ExplainedDecision(List<ExplainedColumn> columns, String verdict) {
    private static final String MEANING =
            "Probabilities share one decision, so they sum to 1; a sigmoid σ judges its action alone, so any number of\n"
                    + "them may be near 1.";

    /** The tolerance of a sum of probabilities, far above the rounding error of a million terms. */
    private static final double SUM_TOLERANCE = 1e-9;

    /**
     * Explains a decision.
     *
     * @param policy the policy
     * @param values the value of each action
     * @param seed decides the draw
     * @return the explanation
     */
    public static ExplainedDecision of(Policy policy, double[] values, Seed seed) {
        double[] p = policy.probabilities(values);
        CountingRandom random = new CountingRandom(seed.generator());
        int action = policy.select(values, random);
        List<ExplainedColumn> columns = new ArrayList<>();
        columns.add(ExplainedColumn.exact("value q", values));
        columns.addAll(Derivation.of(policy, values));
        columns.add(ExplainedColumn.summed("probability", p));
        double[] cumulative = cumulative(p);
        boolean oneNumber = random.single() && action == firstBeyond(random.last(), cumulative);
        if (oneNumber) {
            columns.add(ExplainedColumn.of("cumulative", cumulative));
        }
        String mark = oneNumber ? "← " + Table.number(random.last()) : "←";
        columns.add(ExplainedColumn.mark(oneNumber ? "draw" : "drawn", p.length, action, mark));
        if (!(policy instanceof SigmoidGate)) {
            columns.add(Derivation.sigmoids(values));
        }
        return new ExplainedDecision(columns, draw(action, oneNumber) + "\n" + meaning(p));
    }

    /**
     * Returns the explanation as a table and some sentences.
     *
     * @return the text
     */
    public String text() {
        return ExplainedColumn.table(columns) + "\n\n" + verdict;
    }

    /** Returns what the sum of the column means: probabilities sum to 1 for policies that keep their contract. */
    private static String meaning(double[] p) {
        double sum = Weights.sum(p);
        boolean shares = Math.abs(sum - 1) <= SUM_TOLERANCE && Arrays.stream(p).allMatch(share -> share >= 0);
        return shares
                ? MEANING
                : "These are NOT PROBABILITIES: each must be 0 or more and they must sum to 1, but they sum to " + sum
                        + ". The policy is faulty;\nkelvin audit shows more.";
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
