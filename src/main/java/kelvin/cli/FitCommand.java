package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import kelvin.chart.Charts;
import kelvin.chart.Scatter;
import kelvin.choice.ChoiceFit;
import kelvin.choice.ChoiceModel;
import kelvin.choice.ChoiceSequence;
import kelvin.choice.HierarchicalFit;
import kelvin.choice.InitialValue;
import kelvin.choice.Recovery;
import kelvin.experiment.ChoiceFile;
import kelvin.experiment.ChoiceFormat;
import kelvin.file.IoMessage;
import kelvin.numeric.DecimalText;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin fit}: fits softmax choice models to choices and rewards by maximum likelihood. */
@Command(
        name = "fit",
        description = "Fits softmax Q-learners to choices and rewards: temperature and learning rate, with or without"
                + " stickiness and lapses; compares the models, and tests parameter recovery by simulation.",
        footer = {
            "",
            "Examples:",
            "  kelvin fit choices.csv",
            "  kelvin fit choices.csv --initial-value mean --separate-rates",
            "  kelvin fit group.csv --subject id --session day --separator ';' --hierarchical",
            "",
            "FILE is a CSV with a line per trial. Choices may be any text or number; an empty cell, NA or NaN is a missed "
                    + "trial, or an unknown reward; TRUE and FALSE are the rewards 1 and 0."
        })
final class FitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Choices and rewards in order.")
    private Path file;

    @Option(
            names = "--choice",
            paramLabel = "COLUMN",
            defaultValue = "choice",
            description = "The column of actions. Default: ${DEFAULT-VALUE}")
    private String choice;

    @Option(
            names = "--reward",
            paramLabel = "COLUMN",
            defaultValue = "reward",
            description = "The column of rewards. Default: ${DEFAULT-VALUE}")
    private String reward;

    @Option(
            names = "--subject",
            paramLabel = "COLUMN",
            description = "The column of subjects, who are fitted one by one. Default: subject, if there is one")
    private @Nullable String subject;

    @Option(
            names = "--session",
            paramLabel = "COLUMN",
            description = "The column of sessions: values start again in each, parameters are the same."
                    + " Default: session, if there is one")
    private @Nullable String session;

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            defaultValue = ",",
            description = "The cell separator: ',', ';', '|' or tab. Default: ${DEFAULT-VALUE}")
    private String separator;

    @Option(
            names = "--actions",
            paramLabel = "N|A,B,…",
            description = "The number of actions, or their labels. Default: those that some subject chose")
    private @Nullable String actions;

    @Option(
            names = "--initial-value",
            paramLabel = "Q",
            defaultValue = "0",
            description = "The initial action values: a number; mean, the mean reward of each subject;"
                    + " or fitted, a free parameter. Default: ${DEFAULT-VALUE}")
    private String initialValue;

    @Option(
            names = "--separate-rates",
            description = "Also fits models with one learning rate for gains (rewards not below what was expected) and"
                    + " one for losses.")
    private boolean separateRates;

    @Option(
            names = "--forgetting",
            description = "Also fits models in which values of actions not chosen return to the initial value.")
    private boolean forgetting;

    @Option(
            names = "--hierarchical",
            description = "Also fits the best model to all subjects at once: their parameters come from a normal"
                    + " distribution, which is estimated too (empirical Bayes).")
    private boolean hierarchical;

    @Option(
            names = "--recover",
            paramLabel = "N",
            defaultValue = "40",
            description =
                    "The number of choosers to simulate and fit, rounded up to as many for each subject; 0 for none."
                            + " Default: ${DEFAULT-VALUE}")
    private int recover;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the simulation. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description =
                    "Output folder; the chart goes into a subfolder named after the file. Default: ${DEFAULT-VALUE}")
    private Path results;

    @Override
    public Integer call() {
        if (recover < 0) {
            throw new BadInput("--recover: found " + recover + ", must be >= 0");
        }
        ChoiceModel largest = new ChoiceModel(true, true, separateRates, forgetting, initialValue());
        ChoiceFile read =
                ChoiceFile.read(file, new ChoiceFormat(choice, reward, subject, session, separator(), actions));
        if (hierarchical && read.subjects().size() < 2) {
            throw new BadInput("--hierarchical: " + file + " has one subject, must have two or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        FitReport report = new FitReport(read);
        out.println(file + ": " + report.counts());
        report.notes(largest.initialValue()).forEach(out::println);
        out.println();
        fit(largest, read, report, out);
        return 0;
    }

    private void fit(ChoiceModel largest, ChoiceFile read, FitReport report, PrintWriter out) {
        List<ChoiceSequence> sequences = List.copyOf(read.subjects().values());
        List<ChoiceModel> models = largest.contained();
        List<List<ChoiceFit>> bySubject = sequences.parallelStream()
                .map(sequence -> ChoiceModel.fit(models, sequence))
                .toList();
        List<List<ChoiceFit>> byModel = IntStream.range(0, models.size())
                .mapToObj(i -> bySubject.stream().map(fits -> fits.get(i)).toList())
                .toList();
        List<ChoiceFit> best =
                byModel.stream().min(Comparator.comparingDouble(FitReport::bic)).orElseThrow();
        out.println(report.comparison(byModel));
        out.println();
        out.println(report.best(best));
        if (hierarchical) {
            HierarchicalFit group = HierarchicalFit.of(best, sequences);
            out.println();
            out.println(report.group(group));
            recover((choosers, from) -> group.recover(sequences, choosers / sequences.size(), from), read, report);
        } else {
            recover((choosers, from) -> Recovery.of(best, sequences, choosers, from), read, report);
        }
    }

    private InitialValue initialValue() {
        if (initialValue.equals("mean")) {
            return new InitialValue.Mean();
        } else if (initialValue.equals("fitted")) {
            return new InitialValue.Fitted();
        }
        double number = DecimalText.finite(initialValue);
        if (ChoiceFormat.isFittable(number)) {
            return new InitialValue.At(number);
        }
        throw new BadInput("--initial-value: found '" + initialValue + "', must be " + ChoiceFormat.FITTABLE
                + ", or mean, or fitted");
    }

    private char separator() {
        return switch (separator) {
            case ",", ";", "|" -> separator.charAt(0);
            case "tab", "\t", "\\t" -> '\t';
            default ->
                throw new BadInput("--separator: found '" + separator + "', must be one of ',', ';', '|' and tab");
        };
    }

    /** Simulates a number of choosers, a multiple of the number of subjects, and fits them. */
    private interface Simulation {
        Recovery of(int choosers, Seed seed);
    }

    private void recover(Simulation simulation, ChoiceFile read, FitReport report) {
        if (recover == 0) {
            return;
        }
        int subjects = read.subjects().size();
        int each = (recover - 1) / subjects + 1;
        Recovery recovery = simulation.of(each * subjects, Seed.of(seed));
        PrintWriter out = spec.commandLine().getOut();
        String choosers = report.choosers(each);
        out.println();
        out.println("recovery: " + choosers);
        out.println();
        out.println(FitReport.recovery(recovery));
        List<Scatter.Plot> plots = IntStream.range(
                        0, recovery.model().parameters().size())
                .mapToObj(i ->
                        new Scatter.Plot(recovery.model().parameters().get(i), recovery.truth(i), recovery.found(i)))
                .toList();
        Scatter scatter = new Scatter(
                "How well are parameters recovered?",
                choosers + ", fitted as " + file.getFileName()
                        + " was. On the line: recovered exactly; estimates beyond the plot are drawn at its edge.",
                "true",
                "found",
                plots);
        String stem = file.toAbsolutePath().normalize().getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Path folder = results.resolve(stem);
        try {
            out.println();
            out.println(Charts.draw(scatter, folder, "recovery").get(0) + ": drawn");
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the chart cannot be written: " + IoMessage.of(e), e);
        }
    }
}
