package kelvin.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import kelvin.cli.Main;
import kelvin.cli.check.PlayingTime;
import kelvin.cli.console.ConsoleRun;
import kelvin.cli.text.HumanUnits;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.file.IoMessage;
import kelvin.results.ResultsFolder;
import kelvin.shard.Engine;
import kelvin.shard.Shard;
import kelvin.shard.ShardMerge;
import kelvin.shard.ShardRun;
import kelvin.simulation.RunCancelled;

/** Plays one experiment on an engine, from what was played of it before, and writes its results. */
final class SparkRun {
    private static final Shard ALL = new Shard(1, 1);
    private static final long SEND_NANOS = 1_000_000_000;

    private final ExperimentFile file;
    private final ResultsRoot root;
    private final Catalog catalog;
    private final PrintWriter out;
    private final boolean force;
    private final ResultsFolder folder;
    private final String parts;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private boolean written;
    private long sent = System.nanoTime();

    SparkRun(ExperimentFile file, ResultsRoot root, Catalog catalog, PrintWriter out, boolean force) {
        this.file = file;
        this.root = root;
        this.catalog = catalog;
        this.out = out;
        this.force = force;
        folder = ResultsFolder.of(root.local(), file);
        parts = file.stem() + ".shards";
    }

    /** Plays and merges, unless the results are there; returns false if interrupted. */
    boolean play(Engine engine, BooleanSupplier stop) throws IOException {
        root.fetch(file.stem());
        out.println(file.experiment().question());
        if (folder.finished(file.experiment(), force).isPresent()) {
            out.println(name() + ": holds these results already; --force plays again");
            return true;
        }
        if (force) {
            root.delete(parts);
        }
        root.fetch(parts);
        try {
            folder.alone(() -> write(engine, stop));
            return true;
        } catch (RunCancelled stopped) {
            out.println(name() + ": interrupted; the same command goes on from here");
            return false;
        }
    }

    private String name() {
        return root.name(file.stem());
    }

    private void write(Engine engine, BooleanSupplier stop) {
        long start = System.nanoTime();
        PlayingTime time = null;
        while (true) {
            ShardRun run = new ShardRun(file, root.local(), ALL, catalog);
            long left = run.left();
            if (left > 0) {
                time = time == null ? PlayingTime.of(file.experiment(), file.sweep(), processors) : time;
                play(run, left, engine, time, stop);
            }
            ShardMerge merge = ShardMerge.of(List.of(run.folder()), catalog).get(0);
            if (merge.complete() || left == 0) {
                out.println(ConsoleRun.tables(merge.write(folder).results()));
                written = true;
                out.println(name() + ": written; played and merged in "
                        + HumanUnits.seconds((System.nanoTime() - start) / 1e9));
                return;
            }
        }
    }

    private void play(ShardRun run, long left, Engine engine, PlayingTime time, BooleanSupplier stop) {
        String unit = file.experiment().unit().work();
        long before = run.decisions() - left;
        if (before > 0) {
            out.println(name() + ": " + HumanUnits.count(before) + " of " + HumanUnits.count(run.decisions()) + " "
                    + unit + " were played before; resuming");
        }
        try {
            run.play(
                    (plan, tasks, done, cancelled) -> engine.play(
                            plan,
                            tasks,
                            played -> {
                                done.accept(played);
                                send(SEND_NANOS);
                            },
                            cancelled),
                    time::run,
                    new ProgressLines(name(), unit, before, run.decisions(), out),
                    stop);
        } finally {
            send(0);
        }
    }

    /** Brings new parts to their place, if the last ones were brought some time ago. */
    private void send(long nanos) {
        if (System.nanoTime() - sent >= nanos) {
            try {
                root.addFiles(parts);
            } catch (IOException e) {
                throw new UncheckedIOException(root.name(parts) + ": cannot be written: " + IoMessage.of(e), e);
            }
            sent = System.nanoTime();
        }
    }

    /** Draws charts and brings new results to their place, after which the parts are not needed any more. */
    void publish(boolean charts) throws IOException {
        if (written) {
            if (charts) {
                Main.run(
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        System.err,
                        "chart",
                        folder.path().toString());
            }
            root.replace(file.stem());
            root.delete(parts);
        }
    }
}
