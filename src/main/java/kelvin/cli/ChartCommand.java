package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kelvin.chart.Charts;
import kelvin.chart.style.ChartStyle;
import kelvin.cli.console.FailureMessage;
import kelvin.cli.console.Verbosity;
import kelvin.cli.text.HumanUnits;
import kelvin.contract.InvalidValue;
import kelvin.file.IoMessage;
import kelvin.metric.Results;
import kelvin.results.ResultsFolder;
import kelvin.results.StoredResults;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin chart}: draws the charts of saved results again. */
@Command(
        name = "chart",
        description = "Draws the charts of results folders again and writes their reports, without playing.",
        footer = {
            "",
            "Example:",
            "  kelvin chart results/ten-armed-testbed",
            "  kelvin chart results/* --only regret-quantiles",
            "  kelvin chart results/ten-armed-testbed --only regret --style paper --out figures"
        })
final class ChartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Verbosity verbosity;

    @Parameters(arity = "1..*", paramLabel = "RESULTS", description = "A folder written by kelvin run.")
    private List<Path> folders;

    @Option(names = "--all", description = "Draws all charts, not only the usual ones.")
    private boolean all;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Draws these charts only, for example regret,differences.")
    private List<String> only = List.of();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Puts the pictures there and writes no report; of several results, each in a folder of its own.")
    @Nullable
    private Path out;

    @Mixin
    private ChartStyleOptions look;

    @Override
    public Integer call() {
        int code = 0;
        for (Path path : folders) {
            try {
                draw(path);
            } catch (ParameterException e) {
                throw e;
            } catch (RuntimeException e) {
                if (folders.size() == 1) {
                    throw e;
                }
                FailureMessage failure = FailureMessage.of(e);
                spec.commandLine().getErr().println("kelvin: " + path + ": " + failure.message());
                code = Math.max(code, failure.code());
            }
        }
        return code;
    }

    private void draw(Path path) {
        ResultsFolder folder = new ResultsFolder(path);
        StoredResults stored = folder.stored();
        Results results = stored.results();
        List<String> names = Charts.names(results);
        for (String name : only) {
            if (!names.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--only: found '" + name + "', must be of the charts of " + path + ": "
                                + String.join(", ", names));
            }
        }
        Predicate<String> wanted = name -> only.isEmpty() ? all || usual(name) : only.contains(name);
        ChartStyle style = look.over(stored.chart());
        PrintWriter console = verbosity.out();
        long start = System.nanoTime();
        try {
            if (out != null) {
                Path to = folders.size() == 1
                        ? out
                        : out.resolve(path.toAbsolutePath().normalize().getFileName());
                console.println(to + ": " + files(Charts.draw(results, to, wanted, style)));
            } else {
                folder.alone(() -> {
                    folder.clearUnfinished();
                    draw(results, stored, wanted, style, console);
                });
            }
            verbosity.detail(path + ": drawn in " + HumanUnits.seconds((System.nanoTime() - start) / 1e9));
        } catch (InvalidValue e) {
            throw look.failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(out + ": the charts cannot be written: " + IoMessage.of(e), e);
        }
    }

    private static String files(List<Path> written) {
        return written.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
    }

    /** Draws the usual charts into a folder whose data is written already, and writes its report. */
    static void draw(Results results, StoredResults stored, PrintWriter out) {
        draw(results, stored, ChartCommand::usual, stored.chart().resolved(), out);
    }

    /** Returns true if a usual chart or the report is missing, truncated or was not written to its end. */
    static boolean lacks(Results results, ResultsFolder folder) {
        return folder.hasUnfinished()
                || !folder.hasReport()
                || Charts.names(results).stream().anyMatch(name -> usual(name) && !folder.hasChart(name));
    }

    /** Draws those of the usual charts that are missing or truncated, and writes the report again. */
    static void complete(Results results, StoredResults stored, PrintWriter out) {
        ResultsFolder folder = new ResultsFolder(stored.folder());
        folder.clearUnfinished();
        draw(
                results,
                stored,
                name -> usual(name) && !folder.hasChart(name),
                stored.chart().resolved(),
                out);
    }

    private static boolean usual(String name) {
        return !Charts.EXTRA.contains(name);
    }

    /** Draws charts; one that fails is reported and leaves the results as they are. */
    private static void draw(
            Results results, StoredResults stored, Predicate<String> wanted, ChartStyle style, PrintWriter out) {
        Path folder = stored.folder();
        try {
            out.println(folder + ": "
                    + Charts.draw(results, folder, wanted, style.withPictures()).size() + " chart files drawn");
            out.println(ReportFiles.write(results, stored) + ": written");
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the charts cannot be written: " + IoMessage.of(e), e);
        }
    }
}
