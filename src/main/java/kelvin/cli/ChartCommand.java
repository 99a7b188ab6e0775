package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.chart.Charts;
import kelvin.experiment.ResultsFolder;
import kelvin.metric.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin chart}: the charts once more, from saved numbers. */
@Command(
        name = "chart",
        description = "Draws the charts of results folders again, without playing.",
        footer = {"", "Example:", "  kelvin chart results/ten-armed-testbed"})
final class ChartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RESULTS", description = "A folder that kelvin run has written.")
    private List<Path> folders;

    @Override
    public Integer call() {
        for (Path folder : folders) {
            draw(new ResultsFolder(folder).read(), folder, spec.commandLine().getOut());
        }
        return 0;
    }

    /** Draws into a folder whose data is written already, so that a picture that fails costs no results. */
    static void draw(Results results, Path folder, PrintWriter out) {
        try {
            out.println(folder + ": " + Charts.draw(results, folder).size() + " charts drawn");
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the charts cannot be written: " + e, e);
        }
    }
}
