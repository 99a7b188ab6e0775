package kelvin.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.contract.Require;
import kelvin.evaluation.LogContexts;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.feature.FeatureEncoder;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Intercept;
import kelvin.model.feature.Observation;
import kelvin.yaml.CsvTable;
import org.jspecify.annotations.Nullable;

/** Contexts in columns of CSV files, encoded by a feature map: those of the row just read, once all rows have been read. */
final class CsvContexts implements LogContexts {
    private static final int MAX_CATEGORIES = 1000;
    private static final int MAX_TEXTS = 1_000_000;

    private final @Nullable FeatureMap given;
    private final Map<String, ContextCells> cells = new LinkedHashMap<>();
    private final Observed observed = new Observed();
    private FeatureMap features = new FeatureMap(new Intercept());
    private FeatureEncoder encoder = features.given();
    private double[] numbers = new double[1];

    /** Begins to read columns for a feature map; null for one that fits them. */
    CsvContexts(List<ContextColumn> wanted, @Nullable FeatureMap given) {
        this.given = given;
        int most = given == null ? MAX_CATEGORIES : MAX_TEXTS;
        wanted.forEach(each -> cells.put(each.name(), new ContextCells(each, most)));
    }

    /** The row just read, by the names of its columns. */
    private final class Observed implements Observation {
        private @Nullable CsvTable table;
        private CsvTable.@Nullable Row row;

        @Override
        public @Nullable Object value(String name) {
            ContextCells column = cells.get(name);
            Require.that(
                    column != null,
                    "features",
                    "column '" + name + "'",
                    "of --context: " + String.join(", ", cells.keySet()));
            return column == null || table == null || row == null ? null : column.value(table, row);
        }

        @Override
        public Set<String> names() {
            return cells.keySet();
        }

        @Override
        public String place(String name) {
            return table == null || row == null ? name : table.file() + ":" + row.line() + ": column " + name;
        }
    }

    /** Finds the columns in a file. */
    void begin(CsvTable table) {
        cells.values().forEach(each -> each.begin(table));
    }

    /** Takes into account what the columns hold in one more row, while all rows are read for the first time. */
    void add(CsvTable table, CsvTable.Row next) {
        cells.values().forEach(each -> each.add(table, next));
    }

    /** Ends the first reading, after which contexts can be asked for. */
    void close() {
        features = new FittedFeatures(cells).of(given);
        encoder = features.given();
        numbers = new double[encoder.size()];
    }

    /** Makes a row the one just read. */
    void at(CsvTable table, CsvTable.Row row) {
        observed.table = table;
        observed.row = row;
    }

    /** Returns the columns as they were found. */
    List<ContextColumn> columns() {
        return cells.values().stream().map(ContextCells::column).toList();
    }

    /** Returns the feature map with all that was taken from the columns. */
    FeatureMap map() {
        return features;
    }

    @Override
    public Features features() {
        return new Features(numbers.length, 0);
    }

    /** Returns true if the row just read has a category that zeros stand for. */
    boolean hasUnknown() {
        return !features.ignored(observed).isEmpty();
    }

    @Override
    public void read(int decision, Context out) {
        encoder.encode(observed, numbers, 0);
        for (int i = 0; i < numbers.length; i++) {
            out.set(i, numbers[i]);
        }
    }
}
