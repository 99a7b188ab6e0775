package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.metric.Coefficient;

/** {@code coefficients.csv}: the coefficients of linear models after the last step: mean and standard deviation over repetitions. */
final class CoefficientsCsv {
    static final String NAME = "coefficients.csv";

    private static final Column<Coefficient, String> LEARNER = Column.text("learner", Coefficient::learner);
    private static final Column<Coefficient, Integer> ARM = Column.index("arm", Coefficient::arm);
    private static final Column<Coefficient, String> FEATURE = Column.text("feature", Coefficient::feature);
    private static final Column<Coefficient, Double> MEAN = Column.real("mean", Coefficient::mean);
    private static final Column<Coefficient, Double> DEVIATION =
            Column.real("standard_deviation", Coefficient::standardDeviation);
    private static final CsvFile<Coefficient> FILE = new CsvFile<>(List.of(LEARNER, ARM, FEATURE, MEAN, DEVIATION));

    private CoefficientsCsv() {}

    /** Writes the file into a folder. */
    static void write(Path folder, List<Coefficient> rows) throws IOException {
        FILE.write(folder.resolve(NAME), rows.stream());
    }

    /** Reads the file of a folder. */
    static List<Coefficient> read(Path folder) {
        List<Coefficient> rows = new ArrayList<>();
        FILE.read(
                folder.resolve(NAME),
                row -> rows.add(new Coefficient(
                        row.get(LEARNER), row.get(ARM), row.get(FEATURE), row.get(MEAN), row.get(DEVIATION))));
        return rows;
    }
}
