package kelvin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.metric.Results;
import kelvin.results.CheckpointFolder;
import kelvin.results.ResultsFolder;
import kelvin.simulation.RunCancelled;
import kelvin.yaml.Catalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin run}: from experiment files to data, charts and a table. */
@Command(
        name = "run",
        description = "Plays experiments, writes their data and charts, and ranks the learners by regret.",
        footer = {
            "",
            "Examples:",
            "  kelvin run experiments/ten-armed-testbed.yaml",
            "  kelvin run experiments/*.yaml --repetitions 50 --results /tmp/quick",
            "",
            "Interrupted or killed, a run goes on where it was when it is started again. Results of fewer repetitions or",
            "learners are added to; those of other values are kept unless --force is given; complete ones are shown, not played again.",
            "The data do not depend on --threads."
        })
final class RunCommand implements Callable<Integer> {
    private final boolean terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "An experiment.")
    private List<Path> files;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Holds a folder per experiment. Default: ${DEFAULT-VALUE}")
    private Path root;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads play. Default: one per processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "N", description = "Replaces the file's seed.")
    private @Nullable Long seed;

    @Option(names = "--repetitions", paramLabel = "N", description = "Replaces the file's repetitions.")
    private @Nullable Integer repetitions;

    @Option(names = "--horizon", paramLabel = "N", description = "Replaces the file's horizon.")
    private @Nullable Long horizon;

    @Option(names = "--force", description = "Replaces results of other values, and plays equal ones again.")
    private boolean force;

    @Option(names = "--no-charts", description = "Writes the data only.")
    private boolean noCharts;

    RunCommand(boolean terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads: found " + threads + ", must be >= 1");
        }
        Catalog catalog = classpath.catalog();
        for (ExperimentFile file : read(catalog)) {
            ResultsFolder folder = ResultsFolder.of(root, file);
            if (!folder.needsRun(file.experiment(), force)) {
                tell(folder);
            } else if (!run(file, folder, catalog)) {
                return CancelSignal.EXIT_CODE;
            }
        }
        return 0;
    }

    /** Reads everything and asks every folder before anything is played. */
    private List<ExperimentFile> read(Catalog catalog) {
        Overrides overrides = new Overrides(seed, repetitions, horizon);
        List<ExperimentFile> wanted = new ArrayList<>();
        for (Path path : files) {
            wanted.add(ExperimentFile.read(path, catalog, overrides));
        }
        ExperimentFile.requireDistinctStems(wanted);
        wanted.forEach(file -> ResultsFolder.of(root, file).needsRun(file.experiment(), force));
        return wanted;
    }

    /** Says what complete results hold, and draws what is missing of their charts. */
    private void tell(ResultsFolder folder) {
        PrintWriter out = spec.commandLine().getOut();
        Results results = folder.read();
        out.println(results.question());
        out.println(PlayIntoFolder.tables(results));
        out.println(folder.path() + ": holds these results already, nothing was played; --force plays again");
        if (!noCharts && ChartCommand.lacks(results, folder)) {
            folder.alone(() -> ChartCommand.complete(results, folder, out));
        }
    }

    /** Plays, unless another run has done so by now; false if interrupted. */
    private boolean run(ExperimentFile file, ResultsFolder folder, Catalog catalog) {
        try (CheckpointFolder saved = folder.reserve(catalog)) {
            if (folder.needsRun(file.experiment(), force)) {
                folder.begin(file.experiment(), saved);
                return run(file, folder, saved);
            }
        }
        tell(folder);
        return true;
    }

    private boolean run(ExperimentFile file, ResultsFolder folder, CheckpointFolder saved) {
        PrintWriter out = spec.commandLine().getOut();
        PlayIntoFolder performance = new PlayIntoFolder(
                file, folder, threads, terminal, out, spec.commandLine().getErr());
        try {
            Results results = performance.results(saved);
            if (!noCharts) {
                ChartCommand.draw(results, folder.path(), out);
            }
            return true;
        } catch (RunCancelled stopped) {
            performance.partial(stopped);
            return false;
        }
    }
}
