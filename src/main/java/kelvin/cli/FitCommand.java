package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import kelvin.chart.Charts;
import kelvin.chart.Scatter;
import kelvin.choice.ChoiceFit;
import kelvin.choice.ChoiceModel;
import kelvin.choice.ChoiceSequence;
import kelvin.choice.Recovery;
import kelvin.experiment.BadInput;
import kelvin.experiment.ChoiceFile;
import kelvin.file.IoMessage;
import kelvin.random.Seed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin fit}: at which temperature did someone choose? */
@Command(
        name = "fit",
        description =
                "Fits softmax choosers to choices and rewards: temperature and learning rate, with or without a liking for"
                        + " repetition and lapses; compares the models and tells by simulation how well parameters can be found.",
        footer = {
            "",
            "Example:",
            "  kelvin fit choices.csv",
            "",
            "The CSV has the columns choice (from 0) and reward, and may have subject; subjects are fitted one by one."
        })
final class FitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Choices and rewards, in their order.")
    private Path file;

    @Option(
            names = "--recover",
            paramLabel = "N",
            defaultValue = "40",
            description = "How many choosers are simulated and fitted; 0 for none. Default: ${DEFAULT-VALUE}")
    private int recover;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides them. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where the chart goes, into a folder named for the file. Default: ${DEFAULT-VALUE}")
    private Path results;

    @Override
    public Integer call() {
        if (recover < 0) {
            throw new BadInput("--recover: found " + recover + ", must be >= 0");
        }
        Map<String, ChoiceSequence> subjects = ChoiceFile.read(file);
        List<Fitted> fitted = ChoiceModel.ALL.stream()
                .map(model -> Fitted.of(model, subjects))
                .toList();
        Fitted best =
                fitted.stream().min(Comparator.comparingDouble(Fitted::bic)).orElseThrow();
        PrintWriter out = spec.commandLine().getOut();
        int choices = best.fits.stream().mapToInt(ChoiceFit::choices).sum();
        out.println(file + ": " + Quantities.count(choices) + " choices of " + subjects.size()
                + (subjects.size() == 1 ? " subject" : " subjects"));
        out.println();
        out.println(comparison(fitted));
        out.println();
        out.println("best by BIC: " + best.name() + "; parameters ± standard errors");
        out.println();
        out.println(best.parameters());
        if (recover > 0) {
            recover(best.fits.get(0), subjects.values().iterator().next(), out);
        }
        return 0;
    }

    /** A model with its fit for each subject. */
    private record Fitted(ChoiceModel model, List<String> subjects, List<ChoiceFit> fits) {
        static Fitted of(ChoiceModel model, Map<String, ChoiceSequence> subjects) {
            List<ChoiceFit> fits = subjects.values().stream().map(model::fit).toList();
            return new Fitted(model, List.copyOf(subjects.keySet()), fits);
        }

        String name() {
            return String.join(", ", model.parameters());
        }

        double sum(ToDoubleFunction<ChoiceFit> number) {
            return fits.stream().mapToDouble(number).sum();
        }

        double bic() {
            return sum(ChoiceFit::bic);
        }

        Table parameters() {
            List<String> header = new ArrayList<>(List.of("subject"));
            header.addAll(model.parameters());
            Table table = new Table(header);
            for (int subject = 0; subject < fits.size(); subject++) {
                List<String> row = new ArrayList<>(List.of(subjects.get(subject)));
                ChoiceFit fit = fits.get(subject);
                double[] values = model.values(fit.parameters());
                for (int i = 0; i < values.length; i++) {
                    double error = fit.standardErrors()[i];
                    row.add(Table.number(values[i]) + (Double.isNaN(error) ? " ± ?" : " ± " + Table.number(error)));
                }
                table.row(row);
            }
            return table;
        }
    }

    private static Table comparison(List<Fitted> all) {
        Table table = new Table(List.of("model", "ln L", "AIC", "BIC"));
        all.forEach(fitted -> table.row(List.of(
                fitted.name(),
                Table.number(fitted.sum(ChoiceFit::logLikelihood)),
                Table.number(fitted.sum(ChoiceFit::aic)),
                Table.number(fitted.bic()))));
        return table;
    }

    private void recover(ChoiceFit fit, ChoiceSequence sequence, PrintWriter out) {
        Recovery recovery = Recovery.of(fit, sequence, recover, Seed.of(seed));
        out.println();
        out.println("recovery: " + recover + " simulated choosers of " + Quantities.count(fit.choices())
                + " choices each; rank correlation of true and found");
        List<Scatter.Plot> plots = new ArrayList<>();
        for (int i = 0; i < fit.standardErrors().length; i++) {
            String name = fit.model().parameters().get(i);
            out.println("  " + name + " " + Table.number(recovery.correlation(i)));
            plots.add(new Scatter.Plot(name, recovery.truth(i), recovery.found(i)));
        }
        String stem = file.toAbsolutePath().normalize().getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Scatter scatter = new Scatter(
                "How well are the parameters found again?",
                recover + " simulated choosers of " + fit.choices() + " choices each, fitted as " + file.getFileName()
                        + " was. On the line: found as it was; beyond the plot: at its edge.",
                "true",
                "found",
                plots);
        Path folder = results.resolve(stem);
        try {
            out.println(Charts.draw(scatter, folder, "recovery").get(0) + ": drawn");
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the chart cannot be written: " + IoMessage.of(e), e);
        }
    }
}
