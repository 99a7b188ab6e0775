package kelvin.cli;

import java.util.ArrayList;
import java.util.List;
import kelvin.metric.Metric;
import kelvin.metric.Swept;

/** The best point of a sweep for each learner, by regret. */
final class SweepTable {
    private SweepTable() {}

    static String of(List<Swept> all) {
        Swept first = all.get(0);
        List<String> header = new ArrayList<>(List.of("best for", first.axis()));
        if (first.twofold()) {
            header.add(first.secondAxis());
        }
        header.addAll(List.of("regret", "95 % interval"));
        Table table = new Table(header);
        all.stream().filter(s -> s.best() && s.metric() == Metric.REGRET).forEach(s -> {
            List<String> row = new ArrayList<>(List.of(s.learner(), String.valueOf(s.value())));
            if (s.twofold()) {
                row.add(String.valueOf(s.secondValue()));
            }
            row.addAll(List.of(Table.number(s.mean()), Table.number(s.low()) + " … " + Table.number(s.high())));
            table.row(row);
        });
        return table.toString();
    }
}
