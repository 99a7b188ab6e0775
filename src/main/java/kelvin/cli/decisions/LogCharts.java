package kelvin.cli.decisions;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.chart.Charts;
import kelvin.chart.EstimateIntervals;
import kelvin.chart.Profiles;
import kelvin.cli.text.HumanUnits;
import kelvin.contract.Stability;
import kelvin.decision.JournalLog;
import kelvin.experiment.DecisionLog;
import kelvin.experiment.LogFormat;
import kelvin.policy.PolicySchedule;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Draws a decision maker's journals: shares of arms, propensities and rewards over the decisions, and the regret of policies by
 * doubly robust estimates.
 */
@Stability(INTERNAL)
public final class LogCharts {
    /** The arms that have a line of their own: with the others, and all, they are as many as there are colours. */
    private static final int MAX_ARMS_SHOWN = 6;

    private static final String X_TITLE = "decision";

    private final Path source;
    private final JournalLog log;
    private final Path folder;
    private final List<Path> drawn = new ArrayList<>();

    private LogCharts(Path source, JournalLog log, Path folder) {
        this.source = source;
        this.log = log;
        this.folder = folder;
    }

    /**
     * Draws all charts into a folder and prints the estimates of policies.
     *
     * @param source a journal or the folder of a decision maker
     * @param folder where to put the pictures
     * @param missing the reward of decisions without one; null to leave them out
     * @param policies the policies on offer
     * @param out where to print
     * @throws IOException if the journals cannot be read or a picture cannot be written
     */
    public static void draw(
            Path source, Path folder, @Nullable Double missing, List<PolicySchedule> policies, PrintWriter out)
            throws IOException {
        JournalLog log = JournalLog.read(source);
        if (log.size() < 2) {
            throw new BadInput(
                    source + ": found " + HumanUnits.count(log.size(), X_TITLE) + ", must be at least 2 for a chart");
        }
        LogCharts charts = new LogCharts(source, log, folder);
        LogStretches stretches = LogStretches.of(log, missing);
        charts.shares(stretches);
        if (stretches.counted() > 0) {
            charts.rewards(stretches, missing);
        }
        if (!stretches.hasPropensities()) {
            out.println(
                    "no estimates: there are decisions without a propensity, as their learner, or the system that acted, does not tell it");
        } else {
            charts.propensities(stretches);
            charts.estimates(stretches, missing, policies, out);
        }
        charts.drawn.forEach(file -> out.println(file + ": drawn"));
    }

    private void estimates(
            LogStretches stretches, @Nullable Double missing, List<PolicySchedule> policies, PrintWriter out)
            throws IOException {
        if (stretches.counted() == 0) {
            out.println("no estimates: there are no rewards");
            return;
        }
        LogFormat format =
                new LogFormat(List.of(), List.of(), null, missing, null, List.of(), LogFormat.DEFAULT.rewards());
        PolicyValues values = PolicyValues.of(DecisionLog.read(source, format), policies);
        out.println(values.table());
        out.println();
        values.warnings().forEach(warning -> out.println("warning: " + warning));
        regret(values);
    }

    private List<List<Integer>> shown(LogStretches stretches) {
        int arms = log.arms();
        List<Integer> most = stretches.mostChosen(arms > MAX_ARMS_SHOWN + 1 ? MAX_ARMS_SHOWN : arms);
        List<List<Integer>> groups = new ArrayList<>(most.stream().map(List::of).toList());
        if (most.size() < arms) {
            groups.add(IntStream.range(0, arms)
                    .boxed()
                    .filter(arm -> !most.contains(arm))
                    .toList());
        }
        return groups;
    }

    private String label(List<Integer> group) {
        return group.size() == 1 ? label(group.get(0)) : "the other " + group.size();
    }

    /** Returns the number of an arm with its name, if it has one; charts shorten long ones. */
    private String label(int arm) {
        String number = String.valueOf(arm);
        String name = log.name(arm);
        return name.equals(number) ? number : number + " " + FolderText.printable(name);
    }

    private static String caption(LogStretches stretches) {
        int rest = stretches.decisions() % stretches.perStretch();
        if (stretches.perStretch() == 1) {
            return "Each point is of one decision.";
        }
        return "Each point is of " + HumanUnits.count(stretches.perStretch())
                + " decisions, the last of which it stands at"
                + (rest == 0 ? "." : "; the last point is of " + HumanUnits.count(rest) + ".");
    }

    private void draw(
            String name,
            String title,
            String caption,
            String yTitle,
            String key,
            List<String> labels,
            double top,
            double[] x,
            List<double[]> lines)
            throws IOException {
        Profiles chart = new Profiles(
                title, caption, X_TITLE, yTitle, key, labels, top, x, List.of(new Profiles.Plot("", lines)));
        drawn.addAll(Charts.draw(chart, folder, name));
    }

    private void shares(LogStretches stretches) throws IOException {
        List<List<Integer>> groups = shown(stretches);
        draw(
                "shares",
                "How often was each arm chosen?",
                source + ": " + HumanUnits.count(stretches.decisions(), X_TITLE) + ". " + caption(stretches),
                "share of decisions",
                "arm",
                groups.stream().map(this::label).toList(),
                1,
                stretches.steps(),
                groups.stream().map(stretches::shares).toList());
    }

    private void propensities(LogStretches stretches) throws IOException {
        draw(
                "propensities",
                "How likely were the actions that were chosen?",
                "Propensity of the action of each decision. " + caption(stretches)
                        + " Off-policy estimates weight a decision by 1/propensity: where the least comes near 0, single"
                        + " decisions decide them.",
                "propensity",
                "propensity",
                List.of("mean", "least"),
                1,
                stretches.steps(),
                List.of(stretches.meanPropensities(), stretches.leastPropensities()));
    }

    private void rewards(LogStretches stretches, @Nullable Double missing) throws IOException {
        List<List<Integer>> groups = new ArrayList<>(shown(stretches));
        List<String> labels = new ArrayList<>(groups.stream().map(this::label).toList());
        if (groups.size() > 1) {
            labels.add("all");
            groups.add(IntStream.range(0, log.arms()).boxed().toList());
        }
        List<double[]> lines = groups.stream().map(stretches::meanRewards).toList();
        double most = lines.stream()
                .flatMapToDouble(DoubleStream::of)
                .filter(y -> !Double.isNaN(y))
                .max()
                .orElse(0);
        draw(
                "rewards",
                "What did the decisions earn?",
                "Mean reward by arm" + counted(stretches, missing)
                        + ". Rewards are found by id in all journals, also those that came too late to be learned. "
                        + caption(stretches),
                "mean reward",
                "arm",
                labels,
                most > 0 ? most : 1,
                stretches.steps(),
                lines);
    }

    /** Returns which decisions count, to follow "Mean reward". */
    private static String counted(LogStretches stretches, @Nullable Double missing) {
        int without = stretches.decisions() - stretches.withReward();
        if (without == 0) {
            return " of all " + HumanUnits.count(stretches.decisions(), X_TITLE);
        }
        return missing == null
                ? " of the " + HumanUnits.count(stretches.withReward()) + " of "
                        + HumanUnits.count(stretches.decisions(), X_TITLE) + " that have a reward"
                : " of all " + HumanUnits.count(stretches.decisions(), X_TITLE) + ", the " + HumanUnits.count(without)
                        + " without a reward counted as " + PolicyValues.text(missing);
    }

    private void regret(PolicyValues values) throws IOException {
        double best = values.best();
        long known = values.rows().stream().filter(PolicyValues.Row::known).count();
        String lines = "95 % bootstrap intervals of each one's own mean reward";
        String intervals = known == values.rows().size()
                ? " Lines: " + lines + "."
                : known > 0
                        ? " Lines: " + lines + "; without a line: too few rewards differ for one."
                        : " No intervals: too few rewards differ for them.";
        List<EstimateIntervals.Row> rows = values.rows().stream()
                .map(row -> new EstimateIntervals.Row(
                        row.label(), best - row.value(), best - row.high(), best - row.low(), Double.NaN, Double.NaN))
                .toList();
        EstimateIntervals chart = new EstimateIntervals(
                "What would each policy have given up?",
                source + ": the largest mean reward" + (known > 0 ? " with an interval, " : ", ")
                        + PolicyValues.text(best)
                        + ", less that of what was decided, and less the doubly robust estimate of each policy, by mean"
                        + " rewards of arms alone." + intervals + " Dashed: no regret.",
                "estimated regret per decision",
                0,
                rows);
        drawn.addAll(Charts.draw(chart, folder, "regret"));
    }
}
