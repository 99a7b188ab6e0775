package kelvin.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.evaluation.LogContexts;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.feature.FeatureEncoder;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Intercept;
import kelvin.model.feature.Observation;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/** Contexts in columns of logs, encoded by a feature map: those of the row just read, once all rows have been read. */
final class ColumnContexts implements LogContexts {
    private static final int MAX_CATEGORIES = 1000;
    private static final int MAX_TEXTS = 1_000_000;

    private final @Nullable FeatureMap given;
    private final Map<String, ContextCells> cells = new LinkedHashMap<>();
    private final Observed observed = new Observed();
    private FeatureMap features = new FeatureMap(new Intercept());
    private FeatureEncoder encoder = features.given();
    private double[] numbers = new double[1];

    /** Begins to read columns for a feature map; null for one that fits them. */
    ColumnContexts(List<ContextColumn> wanted, @Nullable FeatureMap given) {
        this.given = given;
        int most = given == null ? MAX_CATEGORIES : MAX_TEXTS;
        for (ContextColumn each : wanted) {
            if (cells.put(each.name(), new ContextCells(each, most)) != null) {
                throw new BadInput("--context: found '" + each.name() + "' twice, must be each column once");
            }
        }
    }

    /** The row just read, by the names of its columns. */
    private final class Observed implements Observation {
        private @Nullable ContextRow row;

        @Override
        public @Nullable Object value(String name) {
            ContextCells column = cells.get(name);
            Require.that(
                    column != null,
                    "features",
                    "column '" + name + "'",
                    "of --context: " + String.join(", ", cells.keySet()));
            return column == null || row == null ? null : column.value(row);
        }

        @Override
        public Set<String> names() {
            return cells.keySet();
        }

        @Override
        public String place(String name) {
            return row == null ? name : row.place(name);
        }
    }

    /** Finds the columns in a file, by a function from their names to their numbers. */
    void begin(ToIntFunction<String> columns) {
        cells.values().forEach(each -> each.begin(columns));
    }

    /** Takes into account what the columns hold in one more row, while all rows are read for the first time. */
    void add(ContextRow next) {
        cells.values().forEach(each -> each.add(next));
    }

    /** Ends the first reading, after which contexts can be asked for; names the files if their columns cannot be encoded. */
    void close(List<Path> files) {
        try {
            features = new FittedFeatures(cells).of(given);
            encoder = features.given();
        } catch (InvalidValue e) {
            throw new BadInput(DecisionLog.name(files) + ": --context: " + e.getMessage());
        }
        numbers = new double[encoder.size()];
    }

    /** Makes a row the one just read. */
    void at(ContextRow row) {
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
