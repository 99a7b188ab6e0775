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

/**
 * Contexts read from columns of a CSV file and encoded by a feature map: at most 8 bytes per row and column, and one per row where
 * few different values occur.
 */
final class CsvContexts implements LogContexts {
    private static final int MAX_CATEGORIES = 1000;
    private static final int MAX_TEXTS = 1_000_000;

    private final List<ContextColumn> wanted;
    private final @Nullable FeatureMap given;
    private final Map<String, ContextCells> cells = new LinkedHashMap<>();
    private final Row row = new Row();
    private FeatureMap features = new FeatureMap(new Intercept());
    private FeatureEncoder encoder = features.given();
    private double[] numbers = new double[1];
    private int rows;
    private String file = "";

    /** Begins to read columns for a feature map; null for one that fits them. */
    CsvContexts(List<ContextColumn> wanted, @Nullable FeatureMap given) {
        this.wanted = wanted;
        this.given = given;
    }

    /** One row, by the names of its columns. */
    private final class Row implements Observation {
        private int index;

        @Override
        public @Nullable Object value(String name) {
            ContextCells column = cells.get(name);
            Require.that(
                    column != null,
                    "features",
                    "column '" + name + "'",
                    "of --context: " + String.join(", ", cells.keySet()));
            return column == null ? null : column.value(index);
        }

        @Override
        public Set<String> names() {
            return cells.keySet();
        }

        @Override
        public String place(String name) {
            return file + ": decision " + (index + 1) + ", column " + name;
        }
    }

    /** Finds the columns. */
    void begin(CsvTable table) {
        file = table.file().toString();
        int most = given == null ? MAX_CATEGORIES : MAX_TEXTS;
        wanted.forEach(each -> cells.put(each.name(), new ContextCells(each, table, most)));
    }

    /** Reads the context of one more row. */
    void add(CsvTable table, CsvTable.Row next) {
        cells.values().forEach(each -> each.add(rows, table, next));
        rows++;
    }

    /** Ends reading, after which contexts can be asked for. */
    CsvContexts close() {
        features = new FittedFeatures(cells).of(given);
        encoder = features.given();
        numbers = new double[encoder.size()];
        return this;
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

    @Override
    public int unknown() {
        int count = 0;
        for (row.index = 0; row.index < rows; row.index++) {
            count += features.ignored(row).isEmpty() ? 0 : 1;
        }
        return count;
    }

    @Override
    public void read(int decision, Context out) {
        row.index = decision;
        encoder.encode(row, numbers, 0);
        for (int i = 0; i < numbers.length; i++) {
            out.set(i, numbers[i]);
        }
    }
}
