package kelvin.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.choice.ChoiceFit;
import kelvin.choice.ChoiceModel;
import kelvin.choice.ChoiceParameters;
import kelvin.choice.ChoiceSequence;
import kelvin.choice.HierarchicalFit;
import kelvin.choice.Identification;
import kelvin.choice.InitialValue;
import kelvin.choice.Recovery;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.Table;
import kelvin.experiment.ChoiceFile;
import kelvin.yaml.BadInput;

/**
 * Builds the text that {@code kelvin fit} prints: the data, model comparison, parameter estimates, and parameter
 * recovery.
 */
final class FitReport {
    /** The largest number of action labels printed. */
    private static final int MAX_LABELS = 12;
    /**
     * The largest distance, in standard deviations of the rewards, of the initial value from their mean at which the
     * temperature does not depend on it.
     */
    private static final double MAX_STANDARD_DEVIATIONS = 3;

    private final ChoiceFile read;
    private final List<String> names;
    private final List<ChoiceSequence> sequences;

    FitReport(ChoiceFile read) {
        this.read = read;
        names = List.copyOf(read.subjects().keySet());
        sequences = List.copyOf(read.subjects().values());
    }

    static double bic(List<ChoiceFit> fits) {
        return sum(fits, ChoiceFit::bic);
    }

    private static double sum(List<ChoiceFit> fits, ToDoubleFunction<ChoiceFit> number) {
        return fits.stream().mapToDouble(number).sum();
    }

    private int total(ToIntFunction<ChoiceSequence> number) {
        return sequences.stream().mapToInt(number).sum();
    }

    private static String counted(long n, String one) {
        return HumanUnits.count(n) + " " + one + (n == 1 ? "" : "s");
    }

    String counts() {
        return counted(total(ChoiceSequence::made), "choice") + " of " + counted(names.size(), "subject");
    }

    /** Returns the notes on the data that precede the numbers. */
    List<String> notes(InitialValue start) {
        List<String> notes = new ArrayList<>();
        List<String> labels = read.actions();
        notes.add(counted(labels.size(), "action") + ": "
                + labels.stream().limit(MAX_LABELS).map(BadInput::visible).collect(Collectors.joining(", "))
                + (labels.size() > MAX_LABELS ? ", …" : ""));
        int sessions = total(sequence -> sequence.starts().size());
        if (sessions > sequences.size()) {
            notes.add(counted(sessions, "session") + "; values start again in each");
        }
        int missed = total(sequence -> sequence.choices().size() - sequence.made());
        if (missed > 0) {
            notes.add(
                    counted(missed, "missed trial") + ": not in the likelihood; models that forget do so meanwhile, and"
                            + " stickiness does not reach across");
        }
        int unrewarded = total(ChoiceSequence::unrewarded);
        if (unrewarded > 0) {
            notes.add(counted(unrewarded, "choice")
                    + " with an unknown reward: in the likelihood, but nothing is learnt");
        }
        if (!read.idle().isEmpty()) {
            notes.add("warning: left out without any choice: " + BadInput.visible(String.join(", ", read.idle())));
        }
        far(start, notes);
        return notes;
    }

    private void far(InitialValue start, List<String> notes) {
        if (!(start instanceof InitialValue.At at)) {
            return;
        }
        double[] distances = sequences.stream()
                .mapToDouble(each -> Math.abs(each.meanReward() - at.value()) / each.rewardSpread())
                .filter(distance -> distance > MAX_STANDARD_DEVIATIONS)
                .sorted()
                .toArray();
        double[] known = Arrays.stream(distances).filter(Double::isFinite).toArray();
        String from = " from the initial value " + Table.number(at.value());
        if (known.length > 0) {
            warn(
                    notes,
                    "the mean reward" + among(known.length) + " lies " + HumanUnits.rounded(known[known.length / 2])
                            + " standard deviations of the rewards" + from + (known.length > 1 ? " (median)" : ""));
        }
        if (known.length < distances.length) {
            warn(notes, "all rewards" + among(distances.length - known.length) + " are the same, and differ" + from);
        }
    }

    private String among(int some) {
        return sequences.size() == 1 ? "" : " of " + some + " of " + sequences.size() + " subjects";
    }

    private static void warn(List<String> notes, String far) {
        notes.add("warning: " + far
                + ": if the choosers knew what to expect, the estimates of temperature and lapse are biased; try --initial-value"
                + " mean or fitted");
    }

    Table comparison(List<List<ChoiceFit>> byModel) {
        boolean several = sequences.size() > 1;
        List<String> header = new ArrayList<>(List.of("model", "ln L", "AIC", "BIC"));
        if (several) {
            header.add("best for");
        }
        Table table = new Table(header);
        int[] wins = new int[byModel.size()];
        for (int subject = 0; subject < sequences.size(); subject++) {
            int s = subject;
            wins[
                    IntStream.range(0, wins.length)
                            .boxed()
                            .min(Comparator.comparingDouble(
                                    m -> byModel.get(m).get(s).bic()))
                            .orElseThrow()]++;
        }
        for (int m = 0; m < wins.length; m++) {
            List<ChoiceFit> fits = byModel.get(m);
            List<String> row = new ArrayList<>(List.of(
                    name(fits.get(0).model()),
                    Table.number(sum(fits, ChoiceFit::logLikelihood)),
                    Table.number(sum(fits, ChoiceFit::aic)),
                    Table.number(bic(fits))));
            if (several) {
                row.add(String.valueOf(wins[m]));
            }
            table.row(row);
        }
        return table;
    }

    private static String name(ChoiceModel model) {
        return String.join(", ", model.parameters());
    }

    String best(List<ChoiceFit> fits) {
        ChoiceModel model = fits.get(0).model();
        String text = "best by BIC: " + name(model) + "; parameters with 95 % intervals\n\n" + parameters(fits);
        if (fits.size() > 1) {
            text += "\n\n" + summary(fits);
        }
        return text + legend(fits);
    }

    private Table parameters(List<ChoiceFit> fits) {
        ChoiceModel model = fits.get(0).model();
        List<String> header = new ArrayList<>(List.of("subject"));
        header.addAll(model.parameters());
        Table table = new Table(header);
        for (int subject = 0; subject < fits.size(); subject++) {
            ChoiceFit fit = fits.get(subject);
            double[] values = model.values(fit.parameters());
            List<String> row = new ArrayList<>(List.of(BadInput.visible(names.get(subject))));
            IntStream.range(0, values.length)
                    .mapToObj(i -> cell(fit, i, values[i]))
                    .forEach(row::add);
            table.row(row);
        }
        return table;
    }

    private static String cell(ChoiceFit fit, int i, double value) {
        return switch (fit.identification().get(i)) {
            case IDENTIFIED ->
                Table.number(value) + " (" + Table.number(fit.interval(i)[0]) + " … " + Table.number(fit.interval(i)[1])
                        + ")";
            case AT_BOUND -> Table.number(value) + " (at bound)";
            case NOT_IDENTIFIED -> Table.number(value) + " (not identified)";
        };
    }

    private static String legend(List<ChoiceFit> fits) {
        List<Identification> all =
                fits.stream().flatMap(fit -> fit.identification().stream()).toList();
        String legend = "";
        if (all.contains(Identification.NOT_IDENTIFIED)) {
            legend +=
                    "\nnot identified: the likelihood is flat in it, alone or together with others; the estimate is one of many";
        }
        if (all.contains(Identification.AT_BOUND)) {
            legend += "\nat bound: within 0.01 in ln L of the bound, 0 or 1; the other intervals are conditional on it";
        }
        return legend.isEmpty() ? "" : "\n" + legend;
    }

    /** Summarises a parameter over the subjects for whom it is identified. */
    private static Table summary(List<ChoiceFit> fits) {
        ChoiceModel model = fits.get(0).model();
        Table table = new Table(List.of("over subjects", "mean", "sd", "median", "subjects"));
        for (int i = 0; i < model.parameters().size(); i++) {
            int place = i;
            double[] values = fits.stream()
                    .filter(fit -> fit.identification().get(place) != Identification.NOT_IDENTIFIED)
                    .mapToDouble(fit -> model.values(fit.parameters())[place])
                    .sorted()
                    .toArray();
            int n = values.length;
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double squares =
                    Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
            table.row(List.of(
                    model.parameters().get(i),
                    known(mean),
                    known(n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN),
                    known(n > 0 ? (values[(n - 1) / 2] + values[n / 2]) / 2 : Double.NaN),
                    n == fits.size() ? String.valueOf(n) : n + " of " + fits.size() + " identified"));
        }
        return table;
    }

    private static String known(double x) {
        return Double.isNaN(x) ? "–" : Table.number(x);
    }

    String group(HierarchicalFit fit) {
        ChoiceModel model = fit.model();
        Table population = new Table(List.of("population", "median", "68 % of choosers"));
        double[] median = model.values(fit.median());
        double[] low = model.values(fit.low());
        double[] high = model.values(fit.high());
        for (int i = 0; i < median.length; i++) {
            population.row(List.of(
                    model.parameters().get(i),
                    Table.number(median[i]),
                    Table.number(low[i]) + " … " + Table.number(high[i])));
        }
        return "all subjects at once (empirical Bayes): ln evidence " + Table.number(fit.logEvidence())
                + ", integrated BIC " + Table.number(fit.integratedBic())
                + (fit.converged() ? "" : "\nwarning: the population has not converged")
                + "\n\n" + population
                + "\n\nsubjects under it, modes with 95 % intervals of their posteriors\n\n"
                + parameters(fit.subjects());
    }

    /** Returns simulated choosers, each with the trials of the subject that it copies. */
    String choosers(int each) {
        String all = counted((long) each * names.size(), "simulated chooser");
        return names.size() == 1
                ? all + " of " + counted(total(ChoiceSequence::made), "choice") + " each"
                : all + ", " + each + " like each of " + names.size() + " subjects";
    }

    static Table recovery(Recovery recovery) {
        ChoiceModel model = recovery.model();
        Table table =
                new Table(List.of("parameter", "rank correlation of true and found", "true within 95 % interval"));
        for (int i = 0; i < model.parameters().size(); i++) {
            int place = i;
            int[] known = IntStream.range(0, recovery.fits().size())
                    .filter(c -> recovery.fits().get(c).identification().get(place) == Identification.IDENTIFIED)
                    .toArray();
            long held =
                    Arrays.stream(known).filter(c -> holds(recovery, c, place)).count();
            table.row(List.of(model.parameters().get(i), known(recovery.correlation(i)), held + " of " + known.length));
        }
        return table;
    }

    private static boolean holds(Recovery recovery, int chooser, int parameter) {
        ChoiceParameters truth = recovery.truths().get(chooser);
        double[] interval = recovery.fits().get(chooser).interval(parameter);
        double value = recovery.model().values(truth)[parameter];
        return interval[0] <= value && value <= interval[1];
    }
}
