package kelvin.cli.decisions;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.Table;
import kelvin.contract.Stability;
import kelvin.evaluation.DoublyRobust;
import kelvin.evaluation.Estimate;
import kelvin.evaluation.Estimator;
import kelvin.evaluation.Evaluation;
import kelvin.evaluation.Ips;
import kelvin.evaluation.LoggedDecision;
import kelvin.evaluation.Target;
import kelvin.experiment.DecisionLog;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;

/**
 * Mean reward of a log, and those that policies would have earned on it, by doubly robust estimates with cross-fitted values.
 *
 * @param rows what was decided, then each policy
 * @param warnings what speaks against the estimates of policies
 */
@Stability(INTERNAL)
public record PolicyValues(List<Row> rows, List<String> warnings) {
    private static final int RESAMPLES = 1000;

    public PolicyValues {
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
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
    public record Row(String label, double value, double low, double high, double effective) {
        /** Returns true if there is an interval. */
        boolean known() {
            return !Double.isNaN(low);
        }
    }

    /**
     * Estimates the values of policies.
     *
     * @param log the decisions, at least one
     * @param policies the policies on offer
     * @return their values
     */
    public static PolicyValues of(DecisionLog log, List<PolicySchedule> policies) {
        List<Row> rows = new ArrayList<>();
        Map<String, List<String>> warnings = new LinkedHashMap<>();
        rows.add(row("what was decided", log, PolicyValues::decided, new Ips(), new LinkedHashMap<>()));
        for (PolicySchedule policy : policies) {
            Target target = Target.learned(policy, log.decisions(), log.actions());
            rows.add(row(label(policy), log, target, new DoublyRobust(), warnings));
        }
        return new PolicyValues(
                rows,
                warnings.entrySet().stream()
                        .map(each -> String.join(", ", each.getValue()) + ": " + each.getKey())
                        .toList());
    }

    private static String label(PolicySchedule policy) {
        String text = policy.toString();
        return text.endsWith("[]") ? text.substring(0, text.length() - 2) : text;
    }

    /** Gives each action taken its own propensity, so that all weights are 1 and inverse propensity scoring is the mean reward. */
    private static void decided(int index, LoggedDecision decision, double[] out) {
        Arrays.fill(out, 0);
        out[decision.action()] = decision.propensity();
    }

    private static Row row(
            String label, DecisionLog log, Target target, Estimator estimator, Map<String, List<String>> warnings) {
        Evaluation evaluation = Evaluation.of(log.decisions(), log.actions(), target, null, null, Seed.of(1));
        List<Estimate> estimates = evaluation.estimates(List.of(estimator), RESAMPLES);
        evaluation
                .warnings(estimates)
                .forEach(warning -> warnings.computeIfAbsent(warning, text -> new ArrayList<>())
                        .add(label));
        Estimate estimate = estimates.get(0);
        return new Row(
                label,
                estimate.value(),
                estimate.bootstrap().low(),
                estimate.bootstrap().high(),
                evaluation.support().effectiveSampleSize());
    }

    /** Returns the largest value that has an interval, or the largest of all if none has: few rewards alone make no policy the best. */
    double best() {
        boolean any = rows.stream().anyMatch(Row::known);
        return rows.stream()
                .filter(row -> row.known() || !any)
                .mapToDouble(Row::value)
                .max()
                .orElse(Double.NaN);
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
                row.known() ? text(row.low()) + " … " + text(row.high()) : "–",
                text(best() - row.value()),
                HumanUnits.count(Math.round(row.effective())))));
        return table;
    }
}
