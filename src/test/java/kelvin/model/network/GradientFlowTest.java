package kelvin.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.random.Seed;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GradientFlowTest {
    private static final Percentage ROUNDING = withinPercentage(1e-11);

    private static Stream<Row> rows(String what) {
        return Reference.rows("context/vanishing.csv")
                .filter(row -> row.text("what").startsWith(what));
    }

    private static Activation activation(Row row) {
        return Activation.valueOf(row.text("activation").toUpperCase(Locale.ROOT));
    }

    private static double weights(Row row) {
        return Double.parseDouble(row.text("weights").replaceAll("weights N\\(0,(\\d+)/n\\)", "$1"));
    }

    private static int depth(Row row) {
        return Integer.parseInt(row.text("depth"));
    }

    @Test
    void chainsOfNeuronsHaveTheReferenceDerivatives() {
        assertThat(rows("chain")).hasSize(63).allSatisfy(row -> {
            double[] found = GradientFlow.chain(activation(row), row.number("x0_hex"), depth(row));
            assertThat(found).hasSize(depth(row));
            assertThat(found[depth(row) - 1]).isCloseTo(row.number("value_hex"), ROUNDING);
        });
    }

    /** A layer of the identity multiplies by the variance: q grows a hundredfold in each, which no sum over points could follow. */
    @Test
    void linearLayersOfAnyVarianceAreKnown() {
        double[] found = new GradientFlow(Activation.IDENTITY, 100, false).wide(20);
        for (int d = 0; d < found.length; d++) {
            assertThat(found[d]).isCloseTo(Math.pow(100, d + 1), ROUNDING);
        }
        double[] residual = new GradientFlow(Activation.IDENTITY, 100, true).wide(20);
        assertThat(residual[19]).isCloseTo(Math.pow(101, 20), ROUNDING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientFlow(Activation.TANH, 1e300, false))
                .withMessage("weights = 1.0E300, must be in (0, 10000]");
    }

    @Test
    void infinitelyWideLayersHaveTheReferenceShares() {
        assertThat(rows("mean field")).hasSize(63).allSatisfy(row -> {
            double[] found = new GradientFlow(activation(row), weights(row), false).wide(depth(row));
            assertThat(found[depth(row) - 1])
                    .isCloseTo(row.number("value_hex"), accuracy(activation(row), weights(row)));
        });
    }

    /** Returns the accuracy of the reference, whose 200 nodes of Gauss–Hermite are too few for steep functions. */
    private static Percentage accuracy(Activation activation, double weights) {
        if (activation == Activation.RELU || weights < 2) {
            return ROUNDING;
        }
        boolean tanh = activation == Activation.TANH;
        return withinPercentage(weights < 16 ? (tanh ? 5e-8 : 1e-11) : tanh ? 4 : 1.4e-4);
    }

    @ParameterizedTest
    @CsvSource({"TANH, 1", "TANH, 2", "TANH, 16", "SIGMOID, 1", "SIGMOID, 2", "SIGMOID, 16"})
    void theFirstLayerIsAnIntegralThatSimpsonsRuleConfirms(Activation activation, double weights) {
        double found = new GradientFlow(activation, weights, false).wide(1)[0];
        assertThat(found).isCloseTo(simpson(activation, weights), withinPercentage(1e-9));
    }

    private static double simpson(Activation activation, double weights) {
        int intervals = 4000;
        double sum = 0;
        for (int i = 0; i <= intervals; i++) {
            double z = -12 + 24.0 * i / intervals;
            double slope = activation.derivative(Math.sqrt(weights) * z);
            double weight = i == 0 || i == intervals ? 1 : 2 + i % 2 * 2;
            sum += weight * slope * slope * Math.exp(-z * z / 2);
        }
        return weights * sum * 24.0 / intervals / 3 / Math.sqrt(2 * Math.PI);
    }

    @ParameterizedTest
    @CsvSource({"TANH, 1", "TANH, 16", "TANH, 100", "SIGMOID, 1", "SIGMOID, 100"})
    void twiceAsManyPointsChangeNothing(Activation activation, double weights) {
        for (boolean residual : new boolean[] {false, true}) {
            GradientFlow flow = new GradientFlow(activation, weights, residual);
            double[] finer = flow.wide(10, 32);
            double[] found = flow.wide(10);
            for (int d = 0; d < 10; d++) {
                assertThat(found[d]).isCloseTo(finer[d], ROUNDING);
            }
        }
    }

    @Test
    void randomNetworksHaveTheReferenceMeans() {
        List<Row> rows = rows("width 32").toList();
        assertThat(rows).hasSize(42);
        assertThat(largest(rows, 1)).isLessThan(5);
    }

    @Test
    void otherWeightsAreNoticed() {
        List<Row> relu = rows("width 32")
                .filter(row -> row.text("activation").equals("relu") && weights(row) == 1)
                .toList();
        assertThat(largest(relu, 1.3)).isGreaterThan(5);
    }

    /** Returns the largest |z| of differences of means, with weights times a factor. */
    private static double largest(List<Row> rows, double factor) {
        double largest = 0;
        GradientFlow.Sample sample = null;
        String last = "";
        for (Row row : rows) {
            String group = row.text("activation") + row.text("weights");
            if (sample == null || !group.equals(last)) {
                sample = new GradientFlow(activation(row), factor * weights(row), false)
                        .networks(10, 32, 100, Seed.of(1));
                last = group;
            }
            int d = depth(row) - 1;
            double error = Math.hypot(row.number("standard_error"), sample.standardError()[d]);
            double z = (sample.mean()[d] - row.number("value")) / error;
            largest = Math.max(largest, Math.abs(z));
        }
        return largest;
    }

    /** Layers of 128 neurons are nearly infinitely wide. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void residualSumsHaveTheirOwnTheory(Activation activation) {
        GradientFlow flow = new GradientFlow(activation, 0.5, true);
        GradientFlow.Sample sample = flow.networks(3, 128, 12, Seed.of(2));
        double[] wide = flow.wide(3);
        assertThat(Math.abs(sample.mean()[2] - wide[2])).isLessThan(5 * sample.standardError()[2]);
    }

    @Test
    void weightsOfZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientFlow(Activation.TANH, 0, false))
                .withMessage("weights = 0.0, must be in (0, 10000]");
    }
}
