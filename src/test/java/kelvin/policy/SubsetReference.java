package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.policy.subset.SubsetPolicy;

/** Inclusion probabilities computed elsewhere with 80 and more digits. */
public final class SubsetReference {
    private SubsetReference() {}

    public static Stream<Row> rows() {
        return Reference.rows("subsets.csv");
    }

    /** Relative error at most {@code accuracy}, also of probabilities as small as 1e-179. */
    public static void assertInclusion(SubsetPolicy policy, Row row, String column, double accuracy) {
        double[] actual = policy.inclusion(row.numbers("values_hex"));
        double[] exact = row.numbers(column);
        for (int i = 0; i < exact.length; i++) {
            assertThat(actual[i]).as("action %d", i).isCloseTo(exact[i], within(exact[i] * accuracy));
        }
    }
}
