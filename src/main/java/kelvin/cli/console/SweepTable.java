package kelvin.cli.console;

import java.util.ArrayList;
import java.util.List;
import kelvin.cli.text.Table;
import kelvin.metric.Decimals;
import kelvin.metric.Metric;
import kelvin.metric.SweepPoint;
import kelvin.report.Remarks;

/** The best point of a sweep for each learner, by regret; states that there is none where the problem is varied. */
final class SweepTable {
    private SweepTable() {}

    static String of(List<SweepPoint> all) {
        if (all.stream().noneMatch(SweepPoint::best)) {
            return Remarks.CONDITIONS;
        }
        SweepPoint first = all.get(0);
        List<String> header = new ArrayList<>(List.of("best for", first.axis()));
        if (first.twofold()) {
            header.add(first.secondAxis());
        }
        header.addAll(List.of("regret", "95 % interval"));
        Table table = new Table(header);
        all.stream().filter(s -> s.best() && s.metric() == Metric.REGRET).forEach(best -> table.row(row(best)));
        return table.toString();
    }

    private static List<String> row(SweepPoint s) {
        Decimals decimals = Decimals.of(s.standardError());
        List<String> row = new ArrayList<>(List.of(s.learner(), s.varied() ? Decimals.value(s.value()) : "any"));
        if (s.twofold()) {
            row.add(s.varied() ? Decimals.value(s.secondValue()) : "any");
        }
        row.addAll(List.of(decimals.text(s.mean()), decimals.interval(s.low(), s.high())));
        return row;
    }
}
