package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Numbers in units of their standard deviation around their mean.
 *
 * <pre>
 *   feature = (value − m)/s,   0 where s = 0
 * </pre>
 *
 * <p>m and s are given; or else those of all rows of the table, s² with divisor n; or learnt on the go, from all observations up to
 * the present one: the same value is then another feature the earlier it comes. A missing value counts for none of them.
 *
 * @param columns the names of the values; in a table {@code *} stands for any text
 * @param means m of each column, finite; empty if not given
 * @param deviations s of each column, finite and ≥ 0; empty if not given
 * @param running whether m and s are learnt on the go
 * @param missing what becomes of a missing value: zero is the feature 0, the mean
 */
@Summary("numbers in standard deviations from their mean: given, of the table, or learnt on the go")
@Stability(MAY_CHANGE)
public record Standardised(
        List<String> columns,
        @Default("[]") List<Double> means,
        @Default("[]") List<Double> deviations,
        @Default("false") boolean running,
        @Default("refuse") Absent missing)
        implements FeaturePart {
    public Standardised {
        columns = Cells.columns(columns);
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        means.forEach(mean -> Require.finite("means", mean));
        deviations.forEach(deviation -> Require.notNegative("deviations", deviation));
        Require.that(
                means.size() == deviations.size(),
                "deviations",
                deviations.size() + " numbers",
                "one per mean (" + means.size() + ")");
        Require.that(!running || means.isEmpty(), "means", means, "absent where they are learnt on the go");
    }

    /**
     * Numbers standardised by the mean and standard deviation of the table, none of them missing.
     *
     * @param columns the names of the values
     */
    public Standardised(String... columns) {
        this(List.of(columns), List.of(), List.of(), false, Absent.REFUSE);
    }

    @Override
    public PartEncoder on(Examples examples) {
        List<String> all = examples.columns(columns);
        if (running) {
            return new Standardiser(all, missing);
        } else if (means.isEmpty()) {
            Standardiser encoder = new Standardiser(all, missing);
            DataTable table = examples.required("means");
            for (int row = 0; row < table.rows(); row++) {
                encoder.learn(table.row(row));
            }
            encoder.stopLearning();
            return encoder;
        }
        Require.that(
                means.size() == all.size(), "means", means.size() + " numbers", "one per column (" + all.size() + ")");
        return new Standardiser(
                all,
                missing,
                means.stream().mapToDouble(mean -> mean).toArray(),
                deviations.stream().mapToDouble(deviation -> deviation).toArray());
    }
}
