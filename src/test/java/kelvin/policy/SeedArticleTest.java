package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.numeric.Sigmoid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked example that compares sigmoid and softmax on −0.5, 1.2, −0.1 and 2.4; three of its figures are cut off. */
class SeedArticleTest {
    private static final double[] VALUES = {-0.5, 1.2, -0.1, 2.4};

    static Stream<Row> figures() {
        return Reference.rows("seed_article.csv")
                .filter(row -> !row.text("input").startsWith("sum"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyFigureIsExact(Row row) {
        assertThat(computed(row)).isCloseTo(row.number("exact_value_20_digits"), within(4e-16));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyFigureIsRoundedToTwoPlaces(Row row) {
        BigDecimal rounded = BigDecimal.valueOf(computed(row)).setScale(2, RoundingMode.HALF_UP);
        assertThat(rounded).isEqualByComparingTo(row.text("correctly_rounded_2dp"));
    }

    @Test
    void threePrintedFiguresAreCutOff() {
        Stream<String> cut = figures()
                .filter(row -> row.number("printed_in_article") != row.number("correctly_rounded_2dp"))
                .map(row -> row.text("function") + " " + row.text("input"));
        assertThat(cut).containsExactly("sigmoid -0.5", "sigmoid 2.4", "softmax -0.1");
    }

    private static double computed(Row row) {
        double input = row.number("input");
        if (row.text("function").equals("sigmoid")) {
            return Sigmoid.of(input);
        }
        double[] p = new Softmax(1).probabilities(VALUES);
        for (int i = 0; i < VALUES.length; i++) {
            if (VALUES[i] == input) {
                return p[i];
            }
        }
        throw new IllegalArgumentException(row.toString());
    }
}
