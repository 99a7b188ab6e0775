package kelvin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import kelvin.cli.check.PlayingTime;
import kelvin.cli.check.TemperatureAdvice;
import kelvin.cli.check.Traceable;
import kelvin.cli.console.Verbosity;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.Table;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Sweep;
import kelvin.model.Features;
import kelvin.simulation.BanditScenario;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.StoppingRule;
import kelvin.yaml.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin check}: validates experiment files and estimates how long they play. */
@Command(
        name = "check",
        description =
                "Validates experiments without playing them, and reports how many decisions they take and about how long where nothing else runs,"
                        + " which temperatures have no effect, which learners' bounds are not proven for such rewards, and which may"
                        + " for ever give the empty set.",
        footer = {"", "Example:", "  kelvin check experiments/*.yaml"})
final class CheckCommand implements Callable<Integer> {
    private static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Mixin
    private Verbosity verbosity;

    @Mixin
    private OverrideOptions replaced;

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads. Default: one per processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "An experiment.")
    private List<Path> files;

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads: found " + threads + ", must be >= 1");
        }
        int code = 0;
        for (Path path : files) {
            try {
                ExperimentFile file = ExperimentFile.read(path, classpath.catalog(), replaced.overrides());
                ChartStyleOptions.requireFont(file);
                if (!verbosity.quiet()) {
                    describe(path, file);
                }
            } catch (BadInput e) {
                spec.commandLine().getErr().println("kelvin: " + e.getMessage());
                code = BAD_INPUT;
            }
        }
        return code;
    }

    private void describe(Path path, ExperimentFile file) {
        Experiment experiment = file.experiment();
        PrintWriter out = spec.commandLine().getOut();
        PlayingTime time = PlayingTime.of(experiment, file.sweep(), threads);
        out.println(path + ": " + effort(experiment, file.sweep(), time));
        if (verbosity.verbose()) {
            details(time).lines().forEach(line -> out.println(line.isEmpty() ? "" : "  " + line));
        }
        contexts(experiment).ifPresent(line -> out.println("  " + line));
        Traceable.of(experiment).forEach(line -> out.println("  " + line));
        TemperatureAdvice.of(experiment).forEach(line -> out.println("  " + line));
    }

    /** Says how many features are seen and how many actions there are, which a table may decide. */
    private static Optional<String> contexts(Experiment experiment) {
        if (!(experiment.scenario() instanceof BanditScenario bandits) || !bandits.contextual()) {
            return Optional.empty();
        }
        Features seen = bandits.testbed().features();
        String own = count(seen.perAction(), "feature") + " of each action";
        String all = seen.shared() == 0 ? own : count(seen.shared(), "feature");
        return Optional.of("contexts: " + all + (seen.shared() > 0 && seen.perAction() > 0 ? " and " + own : "") + "; "
                + count(bandits.actions(), "action"));
    }

    private static String count(int number, String thing) {
        return HumanUnits.count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** Returns the estimate in more digits, and the time of each learner. */
    private static String details(PlayingTime time) {
        int repetitions = time.experiment().repetitions().most();
        Table table = new Table(List.of("on one thread", "ms per repetition", "s in all"));
        time.runs()
                .forEach((label, seconds) -> table.row(List.of(
                        label,
                        String.format(Locale.ROOT, "%.3f", 1000 * seconds),
                        String.format(Locale.ROOT, "%.2f", repetitions * seconds))));
        return String.format(Locale.ROOT, "%.2f s to play%n%n", time.most()) + table + "\n\n";
    }

    private static String effort(Experiment experiment, Sweep sweep, PlayingTime time) {
        ReplicationPlan repetitions = experiment.repetitions();
        int least = repetitions.ends()[0];
        int most = repetitions.most();
        long one = experiment.decisions() / most;
        long points = time.points().stream().mapToLong(Experiment::decisions).sum();
        return HumanUnits.range(one * least, one * most) + " "
                + experiment.unit().work() + " = "
                + HumanUnits.count(experiment.learners().size(), "learner") + " × "
                + HumanUnits.range(least, most) + " repetitions × "
                + HumanUnits.count(experiment.horizon()) + " "
                + experiment.unit().plural()
                + (repetitions instanceof StoppingRule until
                        ? ", until no 95 % interval of " + until.of() + " is wider than ± " + until.halfWidth()
                                + ", looked at " + repetitions.ends().length + " times at most; "
                        : "; ")
                + (sweep.points().isEmpty()
                        ? ""
                        : "and " + HumanUnits.range(points / most * least, points) + " in a sweep of "
                                + HumanUnits.count(sweep.points().size(), "point") + "; ")
                + time(time.least(), time.most()) + " on "
                + HumanUnits.count(time.threads(), "thread") + memory(experiment.memory(time.threads()));
    }

    /** Describes the memory needed, where it is a large part of what the machine has. */
    private static String memory(double bytes) {
        long most = Runtime.getRuntime().maxMemory();
        return bytes < most / 4.0
                ? ""
                : ", and takes " + HumanUnits.memory(bytes) + " of memory or more where Java may use "
                        + HumanUnits.memory(most) + "; JAVA_TOOL_OPTIONS=-Xmx… lets it use more";
    }

    private static String time(double least, double most) {
        String from = HumanUnits.duration(least);
        String to = HumanUnits.duration(most);
        return from.equals(to) ? to : from + " to " + to;
    }
}
