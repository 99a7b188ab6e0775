package kelvin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.Charts;
import kelvin.chart.ReliabilityPanel;
import kelvin.chart.classifier.CoefficientFigure;
import kelvin.chart.classifier.ConfusionFigure;
import kelvin.chart.classifier.RaisedLogit;
import kelvin.chart.classifier.RaisedLogitFigure;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.RowText;
import kelvin.experiment.CrossValidation;
import kelvin.experiment.LabelledTable;
import kelvin.metric.ClassPredictions;
import kelvin.metric.Coefficient;
import kelvin.metric.ConfusionMatrix;
import kelvin.metric.ContextResults;
import kelvin.metric.ReliabilityBin;

/** The charts of {@code kelvin fit-classes}, with their captions. */
final class ClassCharts {
    /** The number of steps from 0 to the most that is added to a raised logit. */
    private static final int STEPS = 24;
    /** The least and the most that is added in the end. */
    private static final double LEAST_REACH = 6;

    private static final double MOST_REACH = 60;
    /** The number added in the example of the caption, which multiplies the odds by e² = 7.4. */
    private static final double EXAMPLE = 2;
    /** The largest number that is 0 in three decimals. */
    private static final double NEGLIGIBLE = 0.0005;

    private final List<CrossValidation> fits;
    private final LabelledTable table;
    private final int[] labels;
    private final int[] fold;
    private final Map<String, Supplier<? extends Figure>> figures = new LinkedHashMap<>();

    ClassCharts(List<CrossValidation> fits, int... fold) {
        this.fits = fits;
        this.fold = fold;
        table = fits.get(0).table();
        labels = table.labels(table.all());
        figures.put("confusion", this::confusion);
        figures.put("reliability", this::reliability);
        List<Coefficient> weights = fits.stream().flatMap(ClassCharts::weights).toList();
        if (!weights.isEmpty()) {
            figures.put("weights", () -> weights(weights));
        }
    }

    /** Draws all charts. */
    List<Path> draw(Path folder) throws IOException {
        return Charts.draw(figures, folder);
    }

    private String heldOut() {
        long folds = Arrays.stream(fold).distinct().count();
        return HumanUnits.count(table.rows(), "row") + ", each predicted by a fit to the other " + (folds - 1) + " of "
                + folds + " folds";
    }

    private Figure confusion() {
        CrossValidation fit = fits.get(0);
        ConfusionMatrix matrix = fit.heldOut().confusion(table.classes(), labels);
        CrossValidation.Scores scores = fit.scores();
        String caption = String.format(
                Locale.ROOT,
                "%s, %s: %.1f %% right, 95 %% interval %.1f to %.1f %%.",
                fit.name(),
                heldOut(),
                100 * scores.accuracy(),
                100 * scores.low(),
                100 * scores.high());
        return new ConfusionFigure("Which " + table.label() + " is taken for which?", caption, matrix);
    }

    private Figure reliability() {
        List<ReliabilityBin> bins = fits.stream()
                .flatMap(fit -> ReliabilityBin.of(fit.name(), fit.heldOut().probabilities(), labels).stream())
                .toList();
        String caption =
                "Predicted probability of every class in ten bins, against the share of these predictions in which it is the row's class; "
                        + heldOut()
                        + ". On the line probabilities are right on average; below it they promise too much.";
        return ReliabilityPanel.figure(
                new Frame(ChartTheme.DEFAULT, "Is a class right as often as predicted?", caption),
                bins,
                "predicted probability",
                "share that is right");
    }

    private static Stream<Coefficient> weights(CrossValidation fit) {
        List<String> names = fit.design().names();
        return IntStream.range(0, fit.table().classes().size()).boxed().flatMap(c -> {
            double[] weights = fit.coefficients(c);
            return IntStream.range(0, Math.min(names.size(), weights.length))
                    .mapToObj(i -> new Coefficient(fit.name(), c, names.get(i), weights[i], Double.NaN));
        });
    }

    private Figure weights(List<Coefficient> weights) {
        String caption = "Weights of each class, fitted to all " + HumanUnits.count(table.rows(), "row")
                + ": orange is positive, blue negative, white 0; the darkest colour is the largest size, given beside each classifier."
                + fits.stream()
                        .filter(fit -> fit.coefficients(0).length == 0)
                        .map(fit -> " " + fit.name() + " has no weights: its logits are not linear in the features.")
                        .collect(Collectors.joining());
        return new CoefficientFigure(
                ChartTheme.DEFAULT,
                new ContextResults(true, false, table.classes(), weights, List.of(), List.of()),
                left -> new Frame(
                        ChartTheme.DEFAULT,
                        "What speaks for each " + table.label() + "?",
                        caption + (left ? " Features that are no pixels are not shown." : "")));
    }

    /** Adds the chart of a raised logit. */
    void raise(int row, int raised) {
        figures.put("raised", () -> new RaisedLogitFigure(raised(row, raised)));
    }

    /** Returns the numbers added to a raised logit, evenly from below 0 to above: to beyond where the class comes to be as likely as not. */
    static double[] added(List<CrossValidation> fits, int row, int raised) {
        double even = fits.stream()
                .mapToDouble(fit -> Math.abs(fit.heldOut().logOdds(row, raised)))
                .max()
                .orElse(0);
        double reach = even <= LEAST_REACH ? LEAST_REACH : Math.min(MOST_REACH, 2 * Math.ceil((even + 3) / 2));
        return IntStream.rangeClosed(-STEPS, STEPS)
                .mapToDouble(step -> step * reach / STEPS)
                .toArray();
    }

    private RaisedLogit raised(int row, int raised) {
        double[] added = added(fits, row, raised);
        String name = "\"" + table.classes().get(raised) + "\"";
        List<String> features = table.table().columns().stream()
                .filter(column -> !column.equals(table.label()))
                .toList();
        List<RaisedLogit.Plot> plots = fits.stream()
                .map(fit -> new RaisedLogit.Plot(
                        fit.name() + (fit.heldOut().severalAnswers() ? ": several answers" : ": one answer"),
                        Arrays.stream(added)
                                .mapToObj(more -> fit.heldOut().raised(row, raised, more))
                                .toArray(double[][]::new)))
                .toList();
        return new RaisedLogit(
                "What becomes of the others when " + name + " is made likelier?",
                "Fitted to the "
                        + HumanUnits.count(LabelledTable.without(fold, fold[row]).length)
                        + " rows of other folds, without this one. Adding 2 to the logit multiplies the odds of "
                        + name + " by 7.4. "
                        + fits.stream().map(fit -> example(fit, row, raised)).collect(Collectors.joining(" ")),
                "row " + (row + 1) + ", " + table.label() + " "
                        + table.classes().get(labels[row]),
                features,
                features.stream()
                        .map(column -> String.valueOf(table.table().row(row).value(column)))
                        .toList(),
                table.classes(),
                raised,
                added,
                plots);
    }

    private static String example(CrossValidation fit, int row, int raised) {
        ClassPredictions heldOut = fit.heldOut();
        double before = heldOut.probabilities(row)[raised];
        double[] after = heldOut.raised(row, raised, EXAMPLE);
        double less = RowText.others(after, raised);
        double fall = RowText.fall(heldOut, row, raised, EXAMPLE);
        String rise = "Under " + fit.name() + " its probability rises from " + probability(before) + " to "
                + probability(after[raised]);
        if (after[raised] == 0) {
            return "Under " + fit.name() + " its probability stays so small that it is computed as 0.";
        } else if (heldOut.severalAnswers()) {
            return rise + ", and no other moves (together " + probability(less) + ").";
        } else if (fall < NEGLIGIBLE) {
            return rise + ", and every other falls by only " + probability(fall) + " of what it was.";
        }
        double others = RowText.others(heldOut.probabilities(row), raised);
        return rise + ", and every other falls to " + probability(1 - fall) + " of what it was, together from "
                + probability(others) + " to " + probability(less) + ".";
    }

    /** Formats a number in [0, 1] in three decimals, or with an exponent where they would all be 0. */
    private static String probability(double p) {
        return String.format(Locale.ROOT, p > 0 && p < NEGLIGIBLE ? "%.1e" : "%.3f", p);
    }
}
