package kelvin.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kelvin.contract.LabelList;
import kelvin.metric.Decimals;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;
import kelvin.metric.StepUnit;
import kelvin.metric.Trace;
import kelvin.metric.TracedQuantity;

/**
 * Builds the titles of charts and their captions in words, from the numbers.
 *
 * @param results what is drawn
 * @param standings the learners, the best first
 */
record Captions(Results results, List<Standing> standings) {
    private static final int MAX_NAMES = 8;

    String title(String chart) {
        return switch (chart) {
            case "regret" -> "Regret over time";
            case "differences" -> "Regret minus the baseline's";
            case "final-regret" -> "Regret at the horizon, by repetition";
            case "optimal-action" ->
                results.contexts().fixedComparator() ? "The best fixed arm over time" : "Optimal actions over time";
            case "reward" -> "Reward over time";
            case "sweep-regret" -> "Regret against the swept parameter";
            case "sweep-reward" -> "Reward against the swept parameter";
            case "regret-by-group" -> "Regret by group of contexts";
            case "reliability" -> "Reliability of predictions";
            case "coefficients" -> "Coefficients of linear models";
            case "policy" -> "Policies on the map";
            case "probabilities" -> "Probability of each arm over time";
            case "single-runs" -> "Probability of each arm in single repetitions";
            case "entropy" -> "Entropy over time";
            case "temperature" -> "Temperature over time";
            case "values" -> "Estimated values over time";
            case "rewards" -> "Reward distribution of each arm";
            default ->
                chart.startsWith(ReportChart.SCHEDULED)
                        ? "Scheduled " + chart.substring(ReportChart.SCHEDULED.length())
                        : chart;
        };
    }

    String words(String chart) {
        return switch (chart) {
            case "regret" -> extremes();
            case "reward" -> "Means over the latest steps; the table above has the means over all steps.";
            case "differences" -> "Below the dashed line regret is lower than the baseline's, above it higher.";
            case "final-regret" ->
                single()
                        ? "Each mark is the regret of one repetition; the least comes first."
                        : "Each box spans the middle half of a learner's repetitions; the least mean regret comes first.";
            case "optimal-action" -> optimal();
            case "sweep-regret" -> SweepAnswer.of(results, Metric.REGRET).words();
            case "sweep-reward" -> SweepAnswer.of(results, Metric.REWARD).words();
            case "regret-by-group" ->
                "Regret of an average decision, over all steps; lines are Student's 95 % intervals of the mean.";
            case "reliability" ->
                "Predictions on the dashed line are right on average; below it they promise too much, above it too little.";
            case "coefficients" -> "Orange raises the prediction, blue lowers it, the darker the more.";
            case "policy" -> "One arrow per move; darker means more probable.";
            case "probabilities" ->
                results.contexts().seen()
                        ? Remarks.contexts(results).strip()
                        : last(
                                results.means(TracedQuantity.PROBABILITY),
                                results.unit() == StepUnit.STEP
                                        ? "chooses the arm that was best at first with probability"
                                        : "chooses the best first action of the episode with probability",
                                "");
            case "single-runs" ->
                "Averaging runs that have each settled on a different arm looks like indecision; single runs show it is not.";
            case "entropy" -> last(results.means(TracedQuantity.ENTROPY), "has an entropy of", " nats");
            case "temperature" -> temperatures(results.means(TracedQuantity.TEMPERATURE));
            case "values" -> "Bands are ± one standard deviation over repetitions." + Remarks.contexts(results);
            case "rewards" -> "Rewards of single pulls, in the problem of the first repetition.";
            default ->
                chart.startsWith(ReportChart.SCHEDULED)
                        ? "The number that the schedule gives at each "
                                + results.unit().singular() + ", the same in every repetition."
                        : "See the numbers above.";
        };
    }

    private boolean single() {
        return standings.stream().allMatch(s -> s.value().repetitions() < 2);
    }

    private String extremes() {
        Standing best = standings.get(0);
        Standing worst = standings.get(standings.size() - 1);
        if (best.inWords().equals(worst.inWords())) {
            return "At the horizon " + everyone("has", "all have") + " a regret of " + best.inWords() + ".";
        }
        return "At the horizon " + best.learner() + " has the least regret, " + best.inWords() + ", and "
                + worst.learner() + " the most, " + worst.inWords() + ".";
    }

    /** Returns the only learner's label, or words for all of them. */
    private String everyone(String one, String several) {
        return standings.size() == 1 ? standings.get(0).learner() + " " + one : several;
    }

    private String optimal() {
        if (results.contexts().fixedComparator()) {
            return "The share of decisions for the best fixed arm; one that sees contexts does well to choose others too.";
        }
        String over = "Over all " + results.unit().plural() + " ";
        List<Standing> sorted = standings.stream()
                .filter(s -> s.value(Metric.OPTIMAL_ACTION).isPresent())
                .sorted(Comparator.comparingDouble(s -> -optimal(s)))
                .toList();
        if (sorted.isEmpty()) {
            return "";
        }
        String most = Standing.percent(optimal(sorted.get(0)));
        return most.equals(Standing.percent(optimal(sorted.get(sorted.size() - 1))))
                ? over + everyone("was", "all were") + " optimal in " + most + " of the choices."
                : over + sorted.get(0).learner() + " was optimal most often, in " + most + " of its choices.";
    }

    private static double optimal(Standing standing) {
        return standing.value(Metric.OPTIMAL_ACTION).map(RunSummary::mean).orElse(Double.NaN);
    }

    /** Returns which learners have the least and the most of a quantity at the last traced step. */
    private String last(List<Trace> traces, String verb, String unit) {
        List<Trace> sorted = traces.stream()
                .filter(trace -> !Double.isNaN(end(trace)))
                .sorted(Comparator.comparingDouble(Captions::end))
                .toList();
        if (sorted.isEmpty()) {
            return "";
        }
        Trace most = sorted.get(sorted.size() - 1);
        Trace least = sorted.get(0);
        long step = most.steps()[most.steps().length - 1];
        String at = "At " + results.unit().singular() + " " + step + " ";
        String first = at + most.learner() + " " + verb + " " + text(most, unit);
        if (sorted.size() > 1 && text(most, unit).equals(text(least, unit))) {
            return at + "every learner shown " + verb + " " + text(most, unit) + ".";
        }
        return sorted.size() == 1
                ? first + "."
                : first + ", the most, and " + least.learner() + " " + text(least, unit) + ", the least.";
    }

    private static String text(Trace trace, String unit) {
        return trace.quantity() == TracedQuantity.PROBABILITY
                ? Standing.percent(end(trace))
                : new Decimals(3).text(end(trace)) + unit;
    }

    private static double end(Trace trace) {
        return trace.mean()[trace.mean().length - 1][0];
    }

    private static String temperatures(List<Trace> traces) {
        String listed = traces.stream()
                .limit(MAX_NAMES)
                .map(trace -> LabelList.item(trace.learner()) + " " + number(end(trace)))
                .collect(Collectors.joining(", "));
        return "At the end: " + listed
                + (traces.size() > MAX_NAMES ? " and " + (traces.size() - MAX_NAMES) + " more" : "") + ".";
    }

    private static String number(double x) {
        return Double.isNaN(x) ? "not finite in some repetition" : String.format(Locale.ROOT, "%.3g", x);
    }
}
