package kelvin.learner.contextual;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;

/** The rows of regcb.csv as models whose widths reach from the mean to either bound. */
final class BoundsReference {
    private BoundsReference() {}

    static Stream<Row> rows() {
        return Reference.rows("context/regcb.csv");
    }

    static FixedBeliefs model(Row row) {
        double[] mean = row.numbers("mean_hex");
        double[] high = row.numbers("high_hex");
        double[] widths = IntStream.range(0, mean.length)
                .mapToDouble(a -> high[a] - mean[a])
                .toArray();
        return FixedBeliefs.of(mean, widths);
    }
}
