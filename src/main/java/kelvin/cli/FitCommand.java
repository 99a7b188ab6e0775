package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kelvin.chart.Charts;
import kelvin.chart.Scatter;
import kelvin.choice.ChoiceFit;
import kelvin.choice.ChoiceModel;
import kelvin.choice.ChoiceSequence;
import kelvin.choice.Recovery;
import kelvin.experiment.BadInput;
import kelvin.experiment.ChoiceFile;
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
        Map<ChoiceModel, Map<String, ChoiceFit>> fits = new LinkedHashMap<>();
        for (ChoiceModel model : ChoiceModel.ALL) {
            Map<String, ChoiceFit> own = new LinkedHashMap<>();
            subjects.forEach((subject, sequence) -> own.put(subject, model.fit(sequence)));
            fits.put(model, own);
        }
        ChoiceModel best = fits.keySet().stream()
                .min(Comparator.comparingDouble(model -> bic(fits.get(model))))
                .orElseThrow();
        PrintWriter out = spec.commandLine().getOut();
        int choices = subjects.values().stream()
                .mapToInt(each -> each.choices().size())
                .sum();
        out.println(file + ": " + Quantities.count(choices) + " choices of " + subjects.size()
                + (subjects.size() == 1 ? " subject" : " subjects"));
        out.println();
        out.println(comparison(fits));
        out.println();
        out.println("best by BIC: " + name(best) + "; parameters ± standard errors");
        out.println();
        out.println(parameters(best, fits.get(best)));
        if (recover > 0) {
            String first = subjects.keySet().iterator().next();
            recover(fits.get(best).get(first), subjects.get(first), out);
        }
        return 0;
    }

    private static String name(ChoiceModel model) {
        return String.join(", ", model.parameters());
    }

    private static double bic(Map<String, ChoiceFit> fits) {
        return fits.values().stream().mapToDouble(ChoiceFit::bic).sum();
    }

    private static Table comparison(Map<ChoiceModel, Map<String, ChoiceFit>> all) {
        Table table = new Table(List.of("model", "ln L", "AIC", "BIC"));
        all.forEach((model, fits) -> table.row(List.of(
                name(model),
                Table.number(fits.values().stream()
                        .mapToDouble(ChoiceFit::logLikelihood)
                        .sum()),
                Table.number(fits.values().stream().mapToDouble(ChoiceFit::aic).sum()),
                Table.number(bic(fits)))));
        return table;
    }

    private static Table parameters(ChoiceModel model, Map<String, ChoiceFit> fits) {
        List<String> header = new ArrayList<>(List.of("subject"));
        header.addAll(model.parameters());
        Table table = new Table(header);
        fits.forEach((subject, fit) -> {
            List<String> row = new ArrayList<>(List.of(subject));
            double[] values = model.values(fit.parameters());
            for (int i = 0; i < values.length; i++) {
                double error = fit.standardErrors()[i];
                row.add(Table.number(values[i]) + (Double.isNaN(error) ? " ± ?" : " ± " + Table.number(error)));
            }
            table.row(row);
        });
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
        String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Scatter scatter = new Scatter(
                "How well are the parameters found again?",
                recover + " simulated choosers of " + fit.choices() + " choices each, fitted as " + file.getFileName()
                        + " was. On the line: found as it was.",
                "true",
                "found",
                plots);
        Path folder = results.resolve(stem);
        try {
            out.println(Charts.draw(scatter, folder, "recovery").get(0) + ": drawn");
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the chart cannot be written: " + e, e);
        }
    }
}
