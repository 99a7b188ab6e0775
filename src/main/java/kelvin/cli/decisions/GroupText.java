package kelvin.cli.decisions;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.List;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.Table;
import kelvin.contract.Stability;
import kelvin.evaluation.Interval;
import kelvin.experiment.GroupComparison;

/** Words the comparison of a control group with the other decisions. */
@Stability(INTERNAL)
public final class GroupText {
    private GroupText() {}

    /**
     * Returns the comparison in words: a table, what it says, and for how long that holds.
     *
     * @param comparison the comparison
     * @return lines to print
     */
    public static List<String> lines(GroupComparison comparison) {
        String level = percent(comparison.level());
        Table table = new Table(List.of("group", "decisions", "rewards", "mean reward", level + " interval"));
        table.row(row("treatment", comparison.treatment()));
        table.row(row("control", comparison.control()));
        List<String> lines = new ArrayList<>();
        lines.add("treatment: " + comparison.treatment().policy());
        lines.add("control, " + percent(comparison.share()) + " of the decisions: "
                + comparison.control().policy());
        lines.add("");
        table.toString().lines().forEach(lines::add);
        Interval interval = comparison.interval();
        lines.add("");
        lines.add("difference, treatment less control: "
                + (Double.isNaN(comparison.difference())
                        ? "no reward yet"
                        : Table.number(comparison.difference()) + ", " + level + " interval " + ends(interval)));
        lines.add(verdict(interval));
        lines.add(
                "The intervals hold at all times at once, so look as often as you like. That of the difference is over the same"
                        + " decisions for both groups.");
        return List.copyOf(lines);
    }

    private static List<String> row(String name, GroupComparison.Group group) {
        return List.of(
                name,
                HumanUnits.count(group.decisions()),
                HumanUnits.count(group.rewards()),
                Double.isNaN(group.mean()) ? "–" : Table.number(group.mean()),
                ends(group.interval()));
    }

    private static String percent(double share) {
        String number = String.valueOf(Math.rint(share * 1e8) / 1e6);
        return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " %";
    }

    private static String ends(Interval interval) {
        return Table.number(interval.low()) + " … " + Table.number(interval.high());
    }

    private static String verdict(Interval interval) {
        if (interval.low() > 0) {
            return "At this level, the treatment group earns more than the control group.";
        }
        return interval.high() < 0
                ? "At this level, the control group earns more than the treatment group."
                : "No difference is established yet: the interval contains 0.";
    }
}
