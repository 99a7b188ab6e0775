package kelvin.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kelvin.metric.Comparison;
import kelvin.metric.Decimals;
import kelvin.metric.Metric;
import kelvin.metric.RegretSpread;
import kelvin.metric.Results;
import kelvin.metric.TrialSummary;
import kelvin.metric.Trials;

/**
 * One learner's place in an experiment.
 *
 * @param learner its label
 * @param regret its regret at the horizon
 * @param optimal its share of optimal actions
 * @param reward its reward per step
 * @param failed the share of its repetitions that failed; {@code NaN} if unknown
 * @param comparison how its regret compares with the baseline's, unless it is the baseline
 */
record Standing(
        String learner,
        TrialSummary regret,
        TrialSummary optimal,
        TrialSummary reward,
        double failed,
        Optional<Comparison> comparison) {
    /** All learners, the least regret first. */
    static List<Standing> of(Results results) {
        return results.trials(Metric.REGRET).stream()
                .map(trials -> of(trials, results))
                .sorted(Comparator.comparingDouble(standing -> standing.regret.mean()))
                .toList();
    }

    private static Standing of(Trials regret, Results results) {
        String learner = regret.learner();
        double failed = results.spreads().stream()
                .filter(spread -> spread.learner().equals(learner))
                .mapToDouble(RegretSpread::failed)
                .findFirst()
                .orElse(Double.NaN);
        Optional<Comparison> comparison = results.verdicts(Metric.REGRET).stream()
                .filter(c -> c.learner().equals(learner))
                .findFirst();
        return new Standing(
                learner,
                TrialSummary.of(regret),
                summary(results, Metric.OPTIMAL_ACTION, learner),
                summary(results, Metric.REWARD, learner),
                failed,
                comparison);
    }

    private static TrialSummary summary(Results results, Metric metric, String learner) {
        return results.trials(metric).stream()
                .filter(trials -> trials.learner().equals(learner))
                .map(TrialSummary::of)
                .findFirst()
                .orElseThrow();
    }

    /** Whether its regret differs from the baseline's, after adjustment. */
    boolean differs() {
        return comparison.isPresent() && comparison.get().significant();
    }

    /** "89.9 (95 % interval 88.7 to 91.1)". */
    String regretInWords() {
        Decimals decimals = Decimals.of(regret.standardError());
        String mean = decimals.text(regret.mean());
        return regret.repetitions() < 2
                ? mean
                : mean + " (95 % interval " + decimals.text(regret.lower()) + " to " + decimals.text(regret.upper())
                        + ")";
    }

    static String percent(double share) {
        double percent = 100 * share;
        return new Decimals(percent > 0 && percent < 10 ? 1 : 0).text(percent) + " %";
    }
}
