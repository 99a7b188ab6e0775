package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.cli.text.ClassesText;
import kelvin.cli.text.RowText;
import kelvin.cli.text.TwoClasses;
import kelvin.contract.InvalidValue;
import kelvin.experiment.Catalog;
import kelvin.experiment.CrossValidation;
import kelvin.experiment.LabelledTable;
import kelvin.file.IoMessage;
import kelvin.metric.ClassPredictions;
import kelvin.model.classifier.ClassifierSpec;
import kelvin.model.classifier.DiscriminantAnalysis;
import kelvin.model.classifier.GaussianNaiveBayes;
import kelvin.model.classifier.LogisticRegression;
import kelvin.model.classifier.SoftmaxRegression;
import kelvin.model.feature.Automatic;
import kelvin.model.feature.FeatureMap;
import kelvin.random.Seed;
import kelvin.results.ClassesCsv;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin fit-classes}: fits a classifier to a labelled table and compares one answer with several. */
@Command(
        name = "fit-classes",
        description =
                "Fits a classifier to a labelled table: multinomial regression (softmax), a logistic regression per class (gates),"
                        + " discriminant analysis or naive Bayes; scores it on held-out rows, and compares its one answer per row"
                        + " with several, or the other way round.",
        footer = {
            "",
            "Examples:",
            "  kelvin fit-classes experiments/data/iris.csv --label species",
            "  kelvin fit-classes experiments/data/wine.csv --label cultivar --model discriminant --folds 10",
            "  kelvin fit-classes experiments/data/digits.csv --label digit --raise 5 \\",
            "      --features '[{Numeric: {columns: [\"*\"], scale: 16}}]'",
            "",
            "TABLE is a CSV with a line per row and a column of labels. A softmax gives the classes probabilities "
                    + "that sum to 1 and answers with the likeliest; a gate per class is open or shut whatever the others "
                    + "are. Both minimise C·(sum of losses) + half the sum of squared weights; intercepts are free. Weights "
                    + "are fitted to all rows; what is called held out is predicted by k-fold cross-validation, with "
                    + "features rescaled for each fold."
        })
final class FitClassesCommand implements Callable<Integer> {
    private static final String SOFTMAX = "softmax";
    private static final String GATES = "gates";

    /** The variance that discriminant analysis and naive Bayes add, in units of the largest. */
    private static final double SMOOTHING = 1e-9;

    private static final double MIN_C = 1e-100;
    private static final double MAX_C = 1e100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Parameters(paramLabel = "TABLE", description = "A labelled table.")
    private Path file;

    @Option(names = "--label", paramLabel = "COLUMN", required = true, description = "The column of labels.")
    private String label;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = SOFTMAX,
            completionCandidates = Models.class,
            description =
                    "The classifier: ${COMPLETION-CANDIDATES}; or as an experiment file names it. Default: ${DEFAULT-VALUE}")
    private String model;

    @Option(
            names = "--c",
            paramLabel = "C",
            defaultValue = "1",
            description = "The inverse strength of the penalty of softmax and gates. Default: ${DEFAULT-VALUE}")
    private double c;

    @Option(names = "--no-intercept", description = "Fits softmax and gates without intercepts.")
    private boolean noIntercept;

    @Option(
            names = "--features",
            paramLabel = "YAML",
            description =
                    "The features of a row, as an experiment file lists them. Default: all columns but the label, numbers"
                            + " standardised, texts one-hot")
    private @Nullable String features;

    @Option(
            names = "--folds",
            paramLabel = "K",
            defaultValue = "5",
            description = "The number of folds of the cross-validation. Default: ${DEFAULT-VALUE}")
    private int folds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the folds. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            defaultValue = "0.5",
            description = "The probability from which a gate is open. Default: ${DEFAULT-VALUE}")
    private double threshold;

    @Option(
            names = "--row",
            paramLabel = "N",
            description =
                    "A row to show, from 1. Default: with --raise, that which softmax is least sure of; else none")
    private @Nullable Integer row;

    @Option(
            names = "--raise",
            paramLabel = "LABEL",
            description = "Raises the logit of this class in a row, and shows what becomes of the others.")
    private @Nullable String raise;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Output folder; CSV files and charts go into a subfolder named after the table and the model."
                    + " Default: ${DEFAULT-VALUE}")
    private Path results;

    @Option(names = "--no-files", description = "Prints without writing files or drawing.")
    private boolean noFiles;

    /** The names of the classifiers. */
    private static final class Models implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of(SOFTMAX, GATES, "discriminant", "naive-bayes").iterator();
        }
    }

    @Override
    public Integer call() {
        Catalog catalog = classpath.catalog();
        if (!(threshold > 0 && threshold < 1)) {
            throw new BadInput("--threshold: found " + threshold + ", must be in (0, 1)");
        } else if (!(c >= MIN_C && c <= MAX_C)) {
            throw new BadInput("--c: found " + c + ", must be in [1e-100, 1e100]");
        }
        FeatureMap map = features == null ? new FeatureMap(new Automatic()) : catalog.features("--features", features);
        try {
            ClassifierSpec wanted = classifier(catalog);
            fit(LabelledTable.read(file, label, map), wanted);
        } catch (IllegalArgumentException e) {
            boolean ofFeatures = features != null && e instanceof InvalidValue wrong && "columns".equals(wrong.name());
            throw new BadInput((ofFeatures ? "--features: " : "") + e.getMessage());
        }
        return 0;
    }

    /** Returns the classifier of a name, or written as in an experiment file. */
    private ClassifierSpec classifier(Catalog catalog) {
        return switch (model) {
            case SOFTMAX -> softmax();
            case GATES -> gates(c);
            case "discriminant" -> new DiscriminantAnalysis(false, SMOOTHING);
            case "naive-bayes" -> new GaussianNaiveBayes(SMOOTHING);
            default -> {
                if (!model.startsWith("{")) {
                    throw new BadInput(
                            "--model: found '" + model
                                    + "', must be softmax, gates, discriminant, naive-bayes, or a classifier as an experiment file names it");
                }
                yield catalog.classifier("--model", model);
            }
        };
    }

    private ClassifierSpec softmax() {
        return new SoftmaxRegression(c, !noIntercept);
    }

    private ClassifierSpec gates(double inverse) {
        return new LogisticRegression(inverse, !noIntercept);
    }

    private void fit(LabelledTable table, ClassifierSpec wanted) {
        int raised = raise == null ? -1 : table.classes().indexOf(raise);
        if (raise != null && raised < 0) {
            throw new BadInput("--raise: found '" + raise + "', must be one of " + String.join(", ", table.classes()));
        } else if (row != null && (row < 1 || row > table.rows())) {
            throw new BadInput("--row: found " + row + ", must be in [1, " + table.rows() + "]");
        }
        int[] fold = table.folds(folds, Seed.of(seed));
        String name = model.startsWith("{") ? wanted.getClass().getSimpleName() : model;
        CrossValidation first = CrossValidation.of(name, wanted, table, fold);
        CrossValidation beside = first.heldOut().severalAnswers()
                ? CrossValidation.of(SOFTMAX, softmax(), table, fold)
                : CrossValidation.of(GATES, gates(c), table, fold);
        List<CrossValidation> fits = List.of(first, beside);
        int shown = row != null ? row - 1 : leastSure(fits);
        print(fits, shown, raised);
        if (!noFiles) {
            write(fits, fold, shown, raised);
        }
    }

    /** Returns the row in which the classifier with one answer is least sure of it. */
    private static int leastSure(List<CrossValidation> fits) {
        ClassPredictions one = fits.stream()
                .map(CrossValidation::heldOut)
                .filter(of -> !of.severalAnswers())
                .findFirst()
                .orElseThrow();
        double[] largest = IntStream.range(0, one.logits().length)
                .mapToDouble(
                        row -> DoubleStream.of(one.probabilities(row)).max().orElse(1))
                .toArray();
        return IntStream.range(0, largest.length)
                .boxed()
                .min(Comparator.comparingDouble(row -> largest[row]))
                .orElse(0);
    }

    private void print(List<CrossValidation> fits, int shown, int raised) {
        PrintWriter out = spec.commandLine().getOut();
        ClassesText text = new ClassesText(fits, threshold);
        List<Object> blocks = new ArrayList<>();
        blocks.add(file + ": " + text.counts());
        blocks.add(text.scores());
        blocks.add(text.remarks(folds));
        blocks.add(text.weights());
        blocks.add(text.confusion());
        blocks.add(text.severalAnswers());
        boolean two = fits.get(0).table().classes().size() == 2;
        if (two && 2 * c <= MAX_C && List.of(SOFTMAX, GATES).contains(model)) {
            blocks.add(TwoClasses.of(fits, c, gates(2 * c)));
        }
        if (row != null || raised >= 0) {
            blocks.add(new RowText(fits, threshold).row(shown));
        }
        if (raised >= 0) {
            blocks.add(new RowText(fits, threshold).raised(shown, raised));
        }
        out.println(blocks.stream().map(String::valueOf).collect(Collectors.joining("\n\n")));
    }

    private void write(List<CrossValidation> fits, int[] fold, int shown, int raised) {
        String stem = file.toAbsolutePath().normalize().getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Path folder = results.resolve(stem + "-" + fits.get(0).name());
        ClassCharts charts = new ClassCharts(fits, fold);
        try {
            ClassesCsv.write(folder, fits, fold);
            ReportFiles.write(folder.resolve("settings.csv"), ReportFiles.settings(spec, "--results", "--no-files"));
            for (String name : List.of("raised.csv", "raised.png", "raised.svg", "weights.png", "weights.svg")) {
                Files.deleteIfExists(folder.resolve(name)); // of an earlier call with other settings
            }
            if (raised >= 0) {
                ClassesCsv.write(folder, fits, shown, raised, ClassCharts.added(fits, shown, raised));
                charts.raise(shown, raised);
            }
            charts.draw(folder);
            spec.commandLine().getOut().println("\n" + folder + ": written");
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + IoMessage.of(e), e);
        }
    }
}
