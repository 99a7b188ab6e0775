package kelvin.cli.console;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import kelvin.cli.text.Table;
import kelvin.metric.Decimals;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;
import kelvin.metric.RunValues;
import kelvin.metric.StepUnit;
import kelvin.report.Remarks;

/** The ranking of the learners by mean regret, the least first, with its 95 % interval. */
final class RankingTable {
    private record Place(String learner, RunSummary regret, RunSummary optimal, RunSummary reward) {}

    private RankingTable() {}

    static String of(Results results, StepUnit unit) {
        List<RunValues> regret = results.trials(Metric.REGRET);
        List<RunSummary> optimal = summaries(results, Metric.OPTIMAL_ACTION);
        List<RunSummary> reward = summaries(results, Metric.REWARD);
        return table(
                        IntStream.range(0, regret.size())
                                .mapToObj(i -> new Place(
                                        regret.get(i).learner(),
                                        RunSummary.of(regret.get(i)),
                                        optimal.get(i),
                                        reward.get(i)))
                                .sorted(Comparator.comparingDouble(place -> place.regret.mean()))
                                .toList(),
                        Remarks.optimalAction(results),
                        unit)
                + Remarks.comparator(results).map(remark -> "\n\n" + remark).orElse("");
    }

    private static List<RunSummary> summaries(Results results, Metric metric) {
        return results.trials(metric).stream().map(RunSummary::of).toList();
    }

    private static String table(List<Place> places, String optimal, StepUnit unit) {
        Decimals regret = decimals(places, Place::regret);
        Decimals reward = decimals(places, Place::reward);
        boolean single = places.stream().allMatch(place -> place.regret.repetitions() < 2);
        Table table =
                new Table(row(single, "learner", "regret", "95 % interval", optimal, "reward per " + unit.singular()));
        for (Place place : places) {
            RunSummary r = place.regret;
            table.row(row(
                    single,
                    place.learner,
                    regret.text(r.mean()),
                    regret.interval(r.lower(), r.upper()),
                    new Decimals(1).text(100 * place.optimal.mean()) + " %",
                    reward.text(place.reward.mean())));
        }
        return table + (single ? "\n\nOne repetition has no interval; --repetitions N plays more." : "");
    }

    /** Returns a row, without its interval where there is but one repetition. */
    private static List<String> row(
            boolean single, String learner, String regret, String interval, String optimal, String reward) {
        return single ? List.of(learner, regret, optimal, reward) : List.of(learner, regret, interval, optimal, reward);
    }

    /** Returns the number of decimals that the smallest standard error calls for. */
    private static Decimals decimals(List<Place> places, Function<Place, RunSummary> of) {
        return Decimals.of(places.stream()
                .mapToDouble(place -> of.apply(place).standardError())
                .filter(error -> error > 0)
                .min()
                .orElse(0));
    }
}
