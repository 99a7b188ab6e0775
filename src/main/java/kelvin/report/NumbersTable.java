package kelvin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kelvin.metric.Decimals;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;
import kelvin.metric.StepUnit;

/** The table of every learner's numbers at the horizon; a column without any value is left out. */
final class NumbersTable {
    private record Column(String header, Function<Standing, String> cell) {}

    private NumbersTable() {}

    static String of(List<Standing> standings, Results results) {
        StepUnit unit = results.unit();
        Metric by = standings.get(0).by();
        List<Column> columns = new ArrayList<>(List.of(
                new Column("learner", Standing::learner), new Column(Standing.name(by, unit), s -> mean(s.value()))));
        boolean single = standings.stream().allMatch(s -> s.value().repetitions() < 2);
        if (!single) {
            columns.add(new Column("interval", NumbersTable::interval));
        }
        if (standings.stream().anyMatch(s -> s.comparison().isPresent())) {
            columns.add(new Column("minus baseline", NumbersTable::difference));
        }
        if (!single && standings.stream().anyMatch(s -> s.comparison().isPresent())) {
            columns.add(new Column(
                    "p (Holm)", s -> s.comparison().map(c -> p(c.holm())).orElse("")));
        }
        for (Metric metric : List.of(Metric.OPTIMAL_ACTION, Metric.REWARD)) {
            if (metric != by && standings.stream().allMatch(s -> s.value(metric).isPresent())) {
                columns.add(new Column(
                        metric == Metric.OPTIMAL_ACTION ? Remarks.optimalAction(results) : Standing.name(metric, unit),
                        s -> cell(metric, s.value(metric).orElseThrow())));
            }
        }
        if (judged(standings)) {
            columns.add(new Column(
                    "linear at the end", s -> Double.isNaN(s.linear()) ? "–" : Standing.percent(s.linear())));
        }
        String order = by == Metric.REGRET ? "the least regret first" : "the best first";
        return Html.table(
                        single
                                ? "Values of one repetition at the horizon, " + order + "; one has no interval."
                                : "Means over the repetitions at the horizon, " + order
                                        + ", with 95 % confidence intervals.",
                        columns.stream().map(Column::header).toList(),
                        standings.stream()
                                .map(s -> columns.stream()
                                        .map(column -> column.cell.apply(s))
                                        .toList())
                                .toList())
                + note(standings)
                + Remarks.comparator(results).map(NumbersTable::faint).orElse("");
    }

    private static String note(List<Standing> standings) {
        String skewed = standings.stream().anyMatch(s -> s.value().skewed())
                ? faint(
                        "* Bootstrap interval (BCa): the values are too skewed for a t interval at this number of repetitions.")
                : "";
        long repetitions = standings.get(0).value().repetitions();
        String unseen = repetitions < 2 ? "" : faint("Caution: " + Remarks.rareLosses(repetitions) + ".");
        return skewed + unseen + (judged(standings) ? faint(Remarks.LINEAR_REGRET) : "");
    }

    private static boolean judged(List<Standing> standings) {
        return standings.stream().anyMatch(s -> !Double.isNaN(s.linear()));
    }

    private static String faint(String note) {
        return "\n<p class=\"faint\">" + Html.text(note) + "</p>";
    }

    private static String mean(RunSummary s) {
        return Decimals.of(s.standardError()).text(s.mean());
    }

    private static String cell(Metric metric, RunSummary s) {
        return metric.fraction() ? Standing.percent(s.mean()) : mean(s);
    }

    private static String interval(Standing s) {
        RunSummary value = s.value();
        Decimals decimals = Decimals.of(value.standardError());
        return decimals.interval(value.lower(), value.upper()) + (value.skewed() ? " *" : "");
    }

    private static String difference(Standing s) {
        return s.comparison()
                .map(c -> Decimals.of(c.standardError()).text(c.difference()))
                .orElse("baseline");
    }

    private static String p(double holm) {
        return Double.isNaN(holm) ? "–" : Decimals.pText(holm);
    }
}
