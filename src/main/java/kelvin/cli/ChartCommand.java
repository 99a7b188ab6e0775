package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import kelvin.chart.Charts;
import kelvin.experiment.ResultsFolder;
import kelvin.file.IoMessage;
import kelvin.metric.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin chart}: the charts once more, from saved numbers. */
@Command(
        name = "chart",
        description = "Draws the charts of results folders again, and writes their report, without playing.",
        footer = {
            "",
            "Example:",
            "  kelvin chart results/ten-armed-testbed",
            "  kelvin chart results/* --only regret-quantiles"
        })
final class ChartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RESULTS", description = "A folder that kelvin run has written.")
    private List<Path> folders;

    @Option(names = "--all", description = "Draws every chart there is, not only the usual ones.")
    private boolean all;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Draws these charts only, for example regret,differences.")
    private List<String> only = List.of();

    @Override
    public Integer call() {
        for (Path folder : folders) {
            Results results = new ResultsFolder(folder).read();
            List<String> names = Charts.names(results);
            for (String name : only) {
                if (!names.contains(name)) {
                    throw new ParameterException(
                            spec.commandLine(),
                            "--only: found '" + name + "', must be of the charts of " + folder + ": "
                                    + String.join(", ", names));
                }
            }
            Predicate<String> wanted =
                    name -> only.isEmpty() ? all || !Charts.EXTRA.contains(name) : only.contains(name);
            draw(results, folder, wanted, spec.commandLine().getOut());
        }
        return 0;
    }

    /** Draws the usual charts into a folder whose data is written already. */
    static void draw(Results results, Path folder, PrintWriter out) {
        draw(results, folder, name -> !Charts.EXTRA.contains(name), out);
    }

    /** A picture that fails costs no results. */
    private static void draw(Results results, Path folder, Predicate<String> wanted, PrintWriter out) {
        try {
            out.println(folder + ": " + Charts.draw(results, folder, wanted).size() + " charts drawn");
            out.println(Reports.write(results, folder) + ": written");
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the charts cannot be written: " + IoMessage.of(e), e);
        }
    }
}
