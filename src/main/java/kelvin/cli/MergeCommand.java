package kelvin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kelvin.cli.console.ConsoleRun;
import kelvin.cli.console.Verbosity;
import kelvin.experiment.Catalog;
import kelvin.results.ResultsFolder;
import kelvin.results.StoredResults;
import kelvin.shard.ShardMerge;
import kelvin.shard.ShardMerge.Merged;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kelvin merge}: writes the results of an experiment that was played in shards. */
@Command(
        name = "merge",
        description = "Merges the shards of experiments to the results of one machine, byte for byte.",
        footer = {
            "",
            "Examples:",
            "  kelvin run my.yaml --shard 1/2 --results shared     on one machine",
            "  kelvin run my.yaml --shard 2/2 --results shared     on another",
            "  kelvin merge shared --results results               on any",
            "",
            "The shards may be in one folder or in several. Missing repetitions are named; running a shard again plays only what it "
                    + "lacks. Where a stopping rule asks for more repetitions, so does this command: run every shard again, then merge."
        })
final class MergeCommand implements Callable<Integer> {
    @Mixin
    private Classpath classpath;

    @Mixin
    private Verbosity verbosity;

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "The --results of shards, or a NAME.shards folder in it.")
    private List<Path> roots;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Holds a folder per experiment. Default: the first DIR, beside its NAME.shards")
    private @Nullable Path root;

    @Option(names = "--force", description = "Overwrites results of other settings, and merges equal ones again.")
    private boolean force;

    @Option(names = "--no-charts", description = "Writes data without charts.")
    private boolean noCharts;

    @Override
    public Integer call() {
        Catalog catalog = classpath.catalog();
        for (ShardMerge merge : ShardMerge.of(roots, catalog)) {
            ResultsFolder folder = ResultsFolder.of(root == null ? merge.root() : root, merge.file());
            write(merge, folder);
        }
        return 0;
    }

    private void write(ShardMerge merge, ResultsFolder folder) {
        PrintWriter out = verbosity.out();
        out.println(merge.file().experiment().question());
        Optional<StoredResults> finished = folder.finished(merge.file().experiment(), force);
        if (finished.isPresent()) {
            out.println(folder.path() + ": holds these results already; --force merges again");
            return;
        }
        folder.alone(() -> {
            Merged merged = merge.write(folder);
            out.println(ConsoleRun.tables(merged.results()));
            out.println(folder.path() + ": written; merged from shards");
            if (!noCharts) {
                ChartCommand.draw(merged.results(), merged.stored(), out);
            }
        });
    }
}
