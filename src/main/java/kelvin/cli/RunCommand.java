package kelvin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kelvin.cli.console.CancelSignal;
import kelvin.cli.console.ConsoleRun;
import kelvin.cli.console.ConsoleShard;
import kelvin.cli.console.Terminal;
import kelvin.cli.console.Verbosity;
import kelvin.cli.text.HumanUnits;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.metric.Results;
import kelvin.results.Build;
import kelvin.results.CheckpointFolder;
import kelvin.results.PlayIntoFolder.Played;
import kelvin.results.ResultsFolder;
import kelvin.results.Reuse;
import kelvin.results.StoredResults;
import kelvin.shard.Shard;
import kelvin.shard.ShardRun;
import kelvin.simulation.RunCancelled;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin run}: plays experiment files and writes data, charts and a table. */
@Command(
        name = "run",
        description = "Plays experiments, writes their data and charts, and ranks the learners by regret.",
        footer = {
            "",
            "Examples:",
            "  kelvin run experiments/ten-armed-testbed.yaml",
            "  kelvin run experiments/*.yaml --repetitions 50 --results /tmp/quick",
            "  kelvin run my.yaml --shard 3/16 --results shared    one of 16 machines; kelvin merge shared",
            "",
            "An interrupted or killed run resumes from its last checkpoint when it is started again. More repetitions or learners "
                    + "extend existing results; another question, label, order or chart, or fewer learners, rewrite them without playing; "
                    + "results of other settings are overwritten only with --force; complete ones are shown, not played again. The data "
                    + "do not depend on --threads."
        })
final class RunCommand implements Callable<Integer> {
    private static final String HELD = "holds these results already, nothing was played; --force plays again";
    private static final String HELD_OF_OTHERS =
            "holds these results, but the classes behind --classpath have changed since; nothing was played, --force plays again";
    private static final String OTHERS =
            ", though the classes behind --classpath have changed since; --force plays again";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Mixin
    private Verbosity verbosity;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "An experiment.")
    private List<Path> files;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Holds a folder per experiment. Default: ${DEFAULT-VALUE}")
    private Path root;

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads. Default: one per processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private OverrideOptions replaced;

    @Option(names = "--force", description = "Overwrites results of other settings, and plays equal ones again.")
    private boolean force;

    @Option(names = "--no-charts", description = "Writes data without charts.")
    private boolean noCharts;

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description =
                    "Plays share K of N into DIR/NAME.shards only, on this machine or another; kelvin merge DIR writes the results.")
    private @Nullable String shard;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads: found " + threads + ", must be >= 1");
        }
        Catalog catalog = classpath.catalog();
        verbosity.detail(Build.text());
        if (shard != null) {
            return playShare(shard, catalog);
        }
        boolean played = false;
        for (Wanted wanted : read(catalog)) {
            Optional<StoredResults> stored = played ? wanted.finished(force) : wanted.stored();
            if (stored.isPresent()) {
                tell(stored.get(), held(wanted, stored.get()));
            } else if (run(wanted, catalog)) {
                played = true;
            } else {
                return CancelSignal.EXIT_CODE;
            }
        }
        return 0;
    }

    /** An experiment with its folder, and the results that this held before anything was played. */
    private record Wanted(ExperimentFile file, ResultsFolder folder, Optional<StoredResults> stored) {
        Optional<StoredResults> finished(boolean force) {
            return folder.finished(file.experiment(), force);
        }
    }

    private int playShare(String text, Catalog catalog) {
        Shard share;
        try {
            share = Shard.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--shard: " + e.getMessage());
        }
        for (ExperimentFile file : readFiles(catalog)) {
            ConsoleShard console = new ConsoleShard(
                    file,
                    share,
                    threads,
                    terminal,
                    verbosity,
                    spec.commandLine().getErr());
            if (!console.play(new ShardRun(file, root, share, catalog))) {
                return CancelSignal.EXIT_CODE;
            }
        }
        return 0;
    }

    private List<ExperimentFile> readFiles(Catalog catalog) {
        Overrides overrides = replaced.overrides();
        List<ExperimentFile> all = new ArrayList<>();
        for (Path path : files) {
            ExperimentFile file = ExperimentFile.read(path, catalog, overrides);
            ChartStyleOptions.requireFont(file);
            all.add(file);
        }
        ExperimentFile.requireDistinctStems(all);
        return all;
    }

    /** Reads all files and checks all folders before anything is played. */
    private List<Wanted> read(Catalog catalog) {
        List<Wanted> wanted = new ArrayList<>();
        for (ExperimentFile file : readFiles(catalog)) {
            ResultsFolder folder = ResultsFolder.of(root, file);
            wanted.add(new Wanted(file, folder, folder.finished(file.experiment(), force)));
        }
        return wanted;
    }

    private static String held(Wanted wanted, StoredResults stored) {
        return stored.playedWith(wanted.file().own()) ? HELD : HELD_OF_OTHERS;
    }

    /** Reports complete results, and draws those of their charts that are missing. */
    private void tell(StoredResults stored, String why) {
        PrintWriter out = verbosity.out();
        Results results = stored.results();
        ResultsFolder folder = new ResultsFolder(stored.folder());
        out.println(results.question());
        out.println(ConsoleRun.tables(results));
        out.println(folder.path() + ": " + why);
        if (!noCharts && ChartCommand.lacks(results, folder)) {
            folder.alone(() -> ChartCommand.complete(results, stored, out));
        }
    }

    /** Plays an experiment unless another run has finished it meanwhile; returns false if interrupted. */
    private boolean run(Wanted wanted, Catalog catalog) {
        ResultsFolder folder = wanted.folder();
        Reuse reuse;
        try (CheckpointFolder saved = folder.reserve(catalog)) {
            reuse = Reuse.of(folder, wanted.file(), catalog, force, saved);
            if (reuse.stored().isEmpty()) {
                if (!reuse.words().isEmpty()) {
                    verbosity.out().println(folder.path() + ": " + String.join(", ", reuse.words()));
                }
                return run(reuse.file(), folder, saved);
            }
        }
        tell(
                reuse.stored().get(),
                reuse.words().isEmpty()
                        ? held(wanted, reuse.stored().get())
                        : String.join(", ", reuse.words()) + "; nothing was played"
                                + (reuse.stored().get().playedWith(wanted.file().own()) ? "" : OTHERS));
        return true;
    }

    private boolean run(ExperimentFile file, ResultsFolder folder, CheckpointFolder saved) {
        ConsoleRun console = new ConsoleRun(
                file, folder, threads, terminal, verbosity, spec.commandLine().getErr());
        try {
            Played played = console.play(saved);
            if (!noCharts) {
                long start = System.nanoTime();
                ChartCommand.draw(played.results(), played.stored(), verbosity.out());
                verbosity.detail(folder.path() + ": drawn in " + HumanUnits.seconds((System.nanoTime() - start) / 1e9));
            }
            return true;
        } catch (RunCancelled stopped) {
            console.partial(stopped);
            return false;
        }
    }
}
