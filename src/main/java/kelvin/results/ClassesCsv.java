package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.experiment.CrossValidation;
import kelvin.experiment.LabelledTable;
import kelvin.file.Folders;
import kelvin.file.WholeFile;
import kelvin.metric.ClassPredictions;
import kelvin.metric.ConfusionMatrix;
import kelvin.metric.ReliabilityBin;

/**
 * The CSV files of {@code kelvin fit-classes}: scores, weights, the confusion matrix, reliability, the probabilities of every row, and those after a
 * logit is raised. Probabilities, and what follows from them, are held out.
 */
@Stability(MAY_CHANGE)
public final class ClassesCsv {
    private ClassesCsv() {}

    /**
     * Writes {@code scores.csv}, {@code weights.csv}, {@code confusion.csv}, {@code reliability.csv} and {@code probabilities.csv}.
     *
     * @param folder where to; made if missing
     * @param fits the classifiers, all fitted to the same table
     * @param fold the fold of each row, from 0
     * @throws IOException if a file cannot be written
     */
    public static void write(Path folder, List<CrossValidation> fits, int... fold) throws IOException {
        Folders.make(folder);
        LabelledTable table = fits.get(0).table();
        List<ReliabilityBin> bins = new ArrayList<>();
        for (CrossValidation fit : fits) {
            bins.addAll(ReliabilityBin.of(fit.name(), fit.heldOut().probabilities(), table.labels(table.all())));
        }
        write(folder.resolve("scores.csv"), scores(), fits.stream().map(CrossValidation::scores));
        write(folder.resolve("weights.csv"), weights(), fits.stream().flatMap(Weight::of));
        write(folder.resolve("confusion.csv"), confusion(), fits.stream().flatMap(Cell::of));
        write(folder.resolve(ReliabilityCsv.NAME), ReliabilityCsv.FILE.columns(), bins.stream());
        write(
                folder.resolve("probabilities.csv"),
                probabilities(fits, fold),
                IntStream.of(table.all()).boxed());
    }

    /**
     * Writes {@code raised.csv}: the probability of every class after something is added to the logit of one.
     *
     * @param folder where to, which exists
     * @param fits the classifiers
     * @param row the row, from 0
     * @param raised the class whose logit is raised
     * @param added what is added at each point
     * @throws IOException if it cannot be written
     */
    public static void write(Path folder, List<CrossValidation> fits, int row, int raised, double[] added)
            throws IOException {
        write(
                folder.resolve("raised.csv"),
                raised(),
                fits.stream()
                        .flatMap(fit -> IntStream.range(0, added.length)
                                .boxed()
                                .flatMap(i ->
                                        Raised.of(fit, added[i], fit.heldOut().raised(row, raised, added[i])))));
    }

    private static <R> void write(Path file, List<Column<R, ?>> columns, Stream<R> rows) throws IOException {
        WholeFile.write(file, beside -> new CsvFile<>(columns).write(beside, rows));
    }

    private static List<Column<CrossValidation.Scores, ?>> scores() {
        return List.of(
                Column.text("model", CrossValidation.Scores::name),
                Column.real("objective", CrossValidation.Scores::objective),
                Column.real("fitted_loss", CrossValidation.Scores::fittedLoss),
                Column.real("held_out_loss", CrossValidation.Scores::heldOutLoss),
                Column.real("fitted_accuracy", CrossValidation.Scores::fittedAccuracy),
                Column.real("held_out_accuracy", CrossValidation.Scores::accuracy),
                Column.real("low", CrossValidation.Scores::low),
                Column.real("high", CrossValidation.Scores::high));
    }

    private static List<Column<Weight, ?>> weights() {
        return List.of(
                Column.text("model", Weight::model),
                Column.text("class", Weight::label),
                Column.text("feature", Weight::feature),
                Column.real("weight", Weight::weight));
    }

    private record Weight(String model, String label, String feature, double weight) {
        static Stream<Weight> of(CrossValidation fit) {
            List<String> names = Stream.concat(fit.design().names().stream(), Stream.of("intercept"))
                    .toList();
            return IntStream.range(0, fit.table().classes().size()).boxed().flatMap(c -> {
                double[] weights = fit.coefficients(c);
                String label = fit.table().classes().get(c);
                return IntStream.range(0, weights.length)
                        .mapToObj(i -> new Weight(fit.name(), label, names.get(i), weights[i]));
            });
        }
    }

    private static List<Column<Cell, ?>> confusion() {
        return List.of(
                Column.text("model", Cell::model),
                Column.text("label", Cell::truth),
                Column.text("answer", Cell::answer),
                Column.whole("rows", Cell::rows));
    }

    private record Cell(String model, String truth, String answer, long rows) {
        static Stream<Cell> of(CrossValidation fit) {
            LabelledTable table = fit.table();
            ConfusionMatrix matrix = fit.heldOut().confusion(table.classes(), table.labels(table.all()));
            int k = table.classes().size();
            return IntStream.range(0, k * k)
                    .mapToObj(i -> new Cell(
                            fit.name(),
                            table.classes().get(i / k),
                            table.classes().get(i % k),
                            matrix.counts()[i / k][i % k]));
        }
    }

    private static List<Column<Integer, ?>> probabilities(List<CrossValidation> fits, int... fold) {
        LabelledTable table = fits.get(0).table();
        List<Column<Integer, ?>> columns = new ArrayList<>();
        columns.add(Column.whole("row", row -> row + 1L));
        columns.add(
                Column.text("label", row -> table.classes().get(table.labels().get(row))));
        columns.add(Column.whole("fold", row -> fold[row] + 1L));
        for (CrossValidation fit : fits) {
            ClassPredictions heldOut = fit.heldOut();
            columns.add(
                    Column.text("answer_" + fit.name(), row -> table.classes().get(heldOut.answer(row))));
            IntStream.range(0, table.classes().size())
                    .mapToObj(c -> Column.<Integer>real(
                            fit.name() + "_" + table.classes().get(c), row -> heldOut.probabilities(row)[c]))
                    .forEach(columns::add);
        }
        return columns;
    }

    private static List<Column<Raised, ?>> raised() {
        return List.of(
                Column.text("model", Raised::model),
                Column.real("added", Raised::added),
                Column.text("class", Raised::label),
                Column.real("probability", Raised::probability));
    }

    private record Raised(String model, double added, String label, double probability) {
        static Stream<Raised> of(CrossValidation fit, double added, double[] probabilities) {
            return IntStream.range(0, probabilities.length)
                    .mapToObj(c ->
                            new Raised(fit.name(), added, fit.table().classes().get(c), probabilities[c]));
        }
    }
}
