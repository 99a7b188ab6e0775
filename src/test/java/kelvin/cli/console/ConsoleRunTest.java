package kelvin.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.cli.Kelvin;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.metric.Metric;
import kelvin.metric.RunValues;
import kelvin.metric.SweepPoint;
import kelvin.results.ResultsFolder;
import kelvin.simulation.RunCancelled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConsoleRunTest {
    private static final String YAML = """
            question: q
            seed: 1
            horizon: 1
            repetitions: REPETITIONS
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners: {LABEL: {Uniform: {}}}
            """;

    @TempDir
    private Path folder;

    private Path file(String repetitions, String label) throws IOException {
        return Files.writeString(
                folder.resolve("x.yaml"),
                YAML.replace("REPETITIONS", repetitions).replace("LABEL", label));
    }

    @Command
    private static final class Talker {
        @Mixin
        private Verbosity verbosity;
    }

    private String interrupted(RunCancelled stopped) throws IOException {
        return interrupted(stopped, ExperimentFile.read(file("10", "a"), new Catalog(), Overrides.NONE));
    }

    private String interrupted(RunCancelled stopped, ExperimentFile file) {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        Talker talker = new Talker();
        new CommandLine(talker).setOut(printer);
        new ConsoleRun(file, ResultsFolder.of(folder, file), 1, Terminal.NONE, talker.verbosity, printer)
                .partial(stopped);
        return out.toString();
    }

    @Test
    void whereNothingWasFinishedAnInterruptedRunSaysSo() throws IOException {
        assertThat(interrupted(new RunCancelled(List.of(), List.of(), 0)))
                .contains(
                        "interrupted; no repetition was finished, so nothing is saved and the same command starts from the beginning")
                .doesNotContain("resumes from here");
    }

    @Test
    void whereSomethingWasFinishedItGoesOnFromThere() throws IOException {
        assertThat(interrupted(new RunCancelled(List.of(), List.of(), 3)))
                .contains("interrupted; the same command resumes from here")
                .doesNotContain("nothing is kept");
    }

    @Test
    void whatIsDoneOfASweepIsShownWithItsValuesAsTheyAreWritten() throws IOException {
        Path path = file("10", "a");
        Files.writeString(
                path,
                Files.readString(path).replace("Uniform: {}", "Softmax: {temperature: 1}")
                        + "sweep: {τ: {learners.a.Softmax.temperature: [0.10, 2]}}\n");
        SweepPoint point =
                SweepPoint.of("τ", 0.1, "", Double.NaN, new RunValues("a", Metric.REGRET, new double[] {1, 2}));
        assertThat(interrupted(
                        new RunCancelled(List.of(), List.of(point), 1),
                        ExperimentFile.read(path, new Catalog(), Overrides.NONE)))
                .contains("PARTIAL: the sweep is done up to τ = 0.10; so far:")
                .containsPattern("a +0\\.10 +1\\.50");
    }

    /** More than an experiment file may have. */
    @Tag("long")
    @Test
    void resultsOfMoreThanAHundredMegabytesAreReadAgain() throws IOException {
        Path file = file("200000", "a".repeat(200));
        String first =
                Kelvin.run("run", file, "--results", folder, "--no-charts").out();
        assertThat(Files.size(folder.resolve("x/runs.csv"))).isGreaterThan(100_000_000);
        Kelvin again = Kelvin.run("run", file, "--results", folder, "--no-charts");
        assertThat(again.out()).startsWith(first.substring(0, first.indexOf(folder.toString())));
        assertThat(Kelvin.run("verify", folder.resolve("x"))).returns(0, Kelvin::code);
    }
}
