package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.stream.Stream;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Numbers as they are, or on another scale.
 *
 * <pre>
 *   feature = (value − center)/scale
 * </pre>
 *
 * <p>Truth values are 1 and 0; text must be a decimal number.
 *
 * @param columns the names of the values; in a table {@code *} stands for any text
 * @param center what is subtracted, finite
 * @param scale what is divided by, finite and &gt; 0
 * @param missing what becomes of a missing value: zero is the feature 0
 */
@Summary("numbers: (value − center)/scale")
@Stability(MAY_CHANGE)
public record Numeric(
        List<String> columns,
        @Default("0") double center,
        @Default("1") double scale,
        @Default("refuse") Absent missing)
        implements FeaturePart {
    public Numeric {
        columns = Cells.columns(columns);
        Require.finite("center", center);
        Require.positive("scale", scale);
    }

    /**
     * Numbers as they are, none of them missing.
     *
     * @param columns the names of the values
     */
    public Numeric(String... columns) {
        this(List.of(columns), 0, 1, Absent.REFUSE);
    }

    @Override
    public PartEncoder on(Examples examples) {
        return new Encoder(examples.columns(columns), center, scale, missing);
    }

    /** Returns the names of numbers, each followed by that of its flag where there are flags. */
    static List<String> names(List<String> columns, Absent missing) {
        return columns.stream()
                .flatMap(name -> missing == Absent.FLAG ? Stream.of(name, name + " missing") : Stream.of(name))
                .toList();
    }

    private record Encoder(List<String> columns, double center, double scale, Absent missing) implements PartEncoder {
        @Override
        public List<String> names() {
            return Numeric.names(columns, missing);
        }

        @Override
        public void write(Observation seen, double[] out, int from) {
            int place = from;
            for (String column : columns) {
                double number = Cells.number(seen, column);
                boolean absent = Double.isNaN(number);
                if (absent && missing == Absent.REFUSE) {
                    throw Cells.missing(seen, column, "a finite number");
                }
                out[place++] = absent ? 0 : (number - center) / scale;
                if (missing == Absent.FLAG) {
                    out[place++] = absent ? 1 : 0;
                }
            }
        }
    }
}
