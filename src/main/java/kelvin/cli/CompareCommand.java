package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kelvin.chart.style.ChartOptions;
import kelvin.chart.style.ChartStyle;
import kelvin.cli.console.Verbosity;
import kelvin.cli.text.Table;
import kelvin.comparison.ComparedFolder;
import kelvin.comparison.FolderComparison;
import kelvin.comparison.LearnerSelection;
import kelvin.contract.InvalidValue;
import kelvin.file.IoMessage;
import kelvin.metric.Metric;
import kelvin.metric.RunDifference;
import kelvin.report.DifferenceTables;
import kelvin.results.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin compare}: compares results folders of one problem, without playing. */
@Command(
        name = "compare",
        description =
                "Compares the results in two or more folders: the same learners under other seeds, versions, horizons or"
                        + " numbers of repetitions, or different learners on the same problem. Writes overlaid charts, differences with"
                        + " 95 %% intervals and a report; plays nothing.",
        footer = {
            "",
            "Examples:",
            "  kelvin compare results/seed-1 results/seed-2",
            "  kelvin compare before/my-question after/my-question --learners UCB1,Thompson",
            "  kelvin compare results/a results/b --baseline results/a:UCB1",
            "",
            "Learners of one label are compared, each with its namesake in the first folder. Repetitions of one seed are"
                    + " paired; without a common seed Welch's test is used, and the output says so. Results of different testbeds are"
                    + " refused."
        })
final class CompareCommand implements Callable<Integer> {
    private static final int MIN_FOLDERS = 2;
    private static final int MAX_NAME = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Verbosity verbosity;

    @Parameters(arity = "1..*", paramLabel = "RESULTS", description = "Two or more folders written by kelvin run.")
    private List<Path> folders;

    @Option(
            names = "--baseline",
            paramLabel = "FOLDER[:LEARNER]",
            description = "The folder that the others are compared with, or the one learner that all are compared with."
                    + " Default: the first folder")
    private String baseline = "";

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Output folder for charts, differences.csv, curves.csv and report.html."
                    + " Default: results/compare- and the names of the folders, of --learners and of --baseline")
    private @Nullable Path out;

    @Option(names = "--no-charts", description = "Writes data without charts and report.")
    private boolean noCharts;

    @Mixin
    private ChartStyleOptions look;

    @Override
    public Integer call() {
        if (folders.size() < MIN_FOLDERS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "found one results folder, " + folders.get(0) + ", must be two or more to compare");
        }
        ChartStyle style = look.over(ChartOptions.NONE);
        LearnerSelection selection = new LearnerSelection(style.learners(), baseline);
        FolderComparison comparison = FolderComparison.of(folders, selection);
        ComparisonFiles files = new ComparisonFiles(
                comparison,
                out == null
                        ? usual(
                                comparison.folders().stream()
                                        .map(ComparedFolder::name)
                                        .toList(),
                                selection)
                        : out,
                style.ofAllLearners(),
                command());
        files.requireFree();
        PrintWriter console = verbosity.out();
        print(comparison, console);
        try {
            console.println(files.folder() + ": " + files.write(!noCharts));
        } catch (InvalidValue e) {
            throw look.failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(files.folder() + ": cannot be written: " + IoMessage.of(e), e);
        }
        return 0;
    }

    /** Returns the folder of a comparison, named after all that decides what is in it. */
    static Path usual(List<String> names, LearnerSelection selection) {
        String folders =
                names.stream().map(name -> name.replace('/', '-')).collect(Collectors.joining("-", "compare-", ""));
        String chosen = String.join("-", selection.learners())
                + (selection.baseline().isEmpty() ? "" : " against " + selection.baseline());
        String words = chosen.replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^-|-$", "");
        return Path.of("results", folders + (words.isEmpty() ? "" : "-" + shortened(words)));
    }

    private static String shortened(String words) {
        return words.length() <= MAX_NAME
                ? words
                : words.substring(0, MAX_NAME - 8) + Integer.toHexString(words.hashCode());
    }

    private String command() {
        return spec.commandLine().getParseResult().originalArgs().stream()
                .map(Provenance::quoted)
                .collect(Collectors.joining(" ", "./kelvin ", ""));
    }

    private static void print(FolderComparison comparison, PrintWriter console) {
        console.println(comparison.results().question());
        comparison.facts().forEach(console::println);
        console.println();
        console.println(table(DifferenceTables.numbers(comparison.results())));
        console.println();
        List<RunDifference> regret = comparison.differences().stream()
                .filter(each -> each.comparison().metric() == Metric.REGRET)
                .toList();
        console.println(
                table(DifferenceTables.differences(regret, comparison.results().unit())));
        DifferenceTables.note(regret).ifPresent(console::println);
        console.println();
        List<List<String>> swept = DifferenceTables.swept(comparison.results().axes(), comparison.swept());
        if (!swept.isEmpty()) {
            console.println(table(swept));
            console.println();
        }
        comparison.answer().forEach(console::println);
        comparison.notes().forEach(console::println);
    }

    private static String table(List<List<String>> rows) {
        Table table = new Table(rows.get(0));
        rows.stream().skip(1).forEach(table::row);
        return table.toString();
    }
}
