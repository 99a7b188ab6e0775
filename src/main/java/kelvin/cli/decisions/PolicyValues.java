package kelvin.cli.decisions;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.List;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.Table;
import kelvin.contract.Stability;
import kelvin.evaluation.DoublyRobust;
import kelvin.evaluation.Estimate;
import kelvin.evaluation.Evaluation;
import kelvin.evaluation.Target;
import kelvin.experiment.DecisionLog;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;

/**
 * Mean rewards that policies would have earned on a log, by doubly robust estimates with cross-fitted values.
 *
 * @param rows what was logged, then each policy
 */
@Stability(INTERNAL)
public record PolicyValues(List<Row> rows) {
    private static final int RESAMPLES = 1000;

    public PolicyValues {
        rows = List.copyOf(rows);
    }

    /**
     * The value of one policy.
     *
     * @param label its name
     * @param value its estimated mean reward
     * @param low the lower end of the 95 % bootstrap interval
     * @param high the upper end
     * @param effective how many decisions of the policy itself the log is worth
     */
    public record Row(String label, double value, double low, double high, double effective) {}

    /**
     * Estimates the values of policies.
     *
     * @param log the decisions, at least one
     * @param policies the policies on offer
     * @return their values
     */
    public static PolicyValues of(DecisionLog log, List<PolicySchedule> policies) {
        return new PolicyValues(
                policies.stream().map(policy -> row(log, policy)).toList());
    }

    private static Row row(DecisionLog log, PolicySchedule policy) {
        Target target = Target.learned(policy, log.decisions(), log.actions());
        Evaluation evaluation = Evaluation.of(log.decisions(), log.actions(), target, null, null, Seed.of(1));
        Estimate estimate =
                evaluation.estimates(List.of(new DoublyRobust()), RESAMPLES).get(0);
        return new Row(
                policy.toString(),
                estimate.value(),
                estimate.bootstrap().low(),
                estimate.bootstrap().high(),
                evaluation.support().effectiveSampleSize());
    }

    /** Returns the largest value. */
    double best() {
        return rows.stream().mapToDouble(Row::value).max().orElse(Double.NaN);
    }

    static String text(double value) {
        return Table.number(value);
    }

    /**
     * Returns a table of values and regrets.
     *
     * @return a row for each policy
     */
    public Table table() {
        Table table = new Table(List.of("policy", "mean reward", "95 % bootstrap", "regret", "effective sample size"));
        rows.forEach(row -> table.row(List.of(
                row.label(),
                text(row.value()),
                Double.isNaN(row.low()) ? "–" : text(row.low()) + " … " + text(row.high()),
                text(best() - row.value()),
                HumanUnits.count(Math.round(row.effective())))));
        return table;
    }
}
