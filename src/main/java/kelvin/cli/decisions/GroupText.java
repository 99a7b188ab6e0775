package kelvin.cli.decisions;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.List;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.Table;
import kelvin.contract.Stability;
import kelvin.evaluation.Interval;
import kelvin.evaluation.sequential.AsymptoticMeanSequence;
import kelvin.experiment.GroupComparison;

/** Words the comparison of a control group with the other decisions. */
@Stability(INTERNAL)
public final class GroupText {
    private static final String ASYMPTOTIC =
            "The intervals are asymptotic: with many rewards they hold at all times at once, so look as often as you like. They begin at "
                    + AsymptoticMeanSequence.MIN_COUNT + " rewards of a group, later the more skewed its rewards are.";

    private GroupText() {}

    /**
     * Returns the comparison in words: a table, what it says, and for how long that holds.
     *
     * @param comparison the comparison
     * @return lines to print
     */
    public static List<String> lines(GroupComparison comparison) {
        String interval = percent(comparison.level()) + (comparison.asymptotic() ? " asymptotic" : "") + " interval";
        Table table = new Table(List.of("group", "decisions", "rewards", "mean reward", interval));
        table.row(row("treatment", comparison.treatment()));
        table.row(row("control", comparison.control()));
        List<String> lines = new ArrayList<>();
        lines.add("treatment: " + comparison.treatment().policy());
        lines.add("control, " + percent(comparison.share()) + " of the decisions: "
                + comparison.control().policy());
        lines.add("");
        table.toString().lines().forEach(lines::add);
        lines.add("");
        lines.add("difference, treatment less control: "
                + (Double.isNaN(comparison.difference())
                        ? (comparison.asymptotic() ? "too few rewards yet" : "no reward yet")
                        : Table.number(comparison.difference()) + ", " + interval + " " + ends(comparison.interval())));
        lines.add(verdict(comparison.interval()));
        lines.add((comparison.asymptotic()
                        ? ASYMPTOTIC
                        : "The intervals hold at all times at once, so look as often as you like.")
                + " That of the difference is over the same decisions for both groups.");
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
        return Double.isInfinite(interval.low())
                ? "–"
                : Table.number(interval.low()) + " … " + Table.number(interval.high());
    }

    private static String verdict(Interval interval) {
        if (Double.isInfinite(interval.low())) {
            return "No difference is established yet: there are too few rewards for an interval.";
        } else if (interval.low() > 0) {
            return "At this level, the treatment group earns more than the control group.";
        }
        return interval.high() < 0
                ? "At this level, the control group earns more than the treatment group."
                : "No difference is established yet: the interval contains 0.";
    }
}
