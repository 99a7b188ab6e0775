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
        Table table =
                new Table(List.of("learner", "regret", "95 % interval", optimal, "reward per " + unit.singular()));
        for (Place place : places) {
            RunSummary r = place.regret;
            table.row(List.of(
                    place.learner,
                    regret.text(r.mean()),
                    regret.interval(r.lower(), r.upper()),
                    new Decimals(1).text(100 * place.optimal.mean()) + " %",
                    reward.text(place.reward.mean())));
        }
        return table.toString();
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
