package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import kelvin.Reference;
import kelvin.Reference.Row;
import org.junit.jupiter.api.Test;

class LogLossTest {
    private static final List<Row> ROWS = Reference.rows("log_loss.csv").toList();

    private static double logit(Row row) {
        return row.number("logit_hex");
    }

    private static double target(Row row) {
        return row.number("target_hex");
    }

    /** The largest error, in units of the rounding that arguments up to 745 cost; of rows with targets 0 and 1 relative to the truth. */
    private static double largest(String column, boolean hard, ToDoubleFunction<Row> computed) {
        double largest = 0;
        for (Row row : ROWS) {
            double exact = row.number(column);
            if (hard == (target(row) == 0 || target(row) == 1)) {
                double unit = (4 + 2 * Math.min(Math.abs(logit(row)), 800)) * 0x1p-53;
                double allowed = Math.max(unit * (hard ? Math.abs(exact) : Math.max(1, Math.abs(exact))), 1e-323);
                largest = Math.max(largest, Math.abs(computed.applyAsDouble(row) - exact) / allowed);
            }
        }
        return largest;
    }

    @Test
    void lossAndDerivativesKeepTheirDigitsAtEveryLogit() {
        assertThat(ROWS).hasSize(189);
        for (boolean hard : new boolean[] {false, true}) {
            assertThat(largest("loss_hex", hard, row -> LogLoss.of(logit(row), target(row))))
                    .isLessThan(1);
            assertThat(largest("derivative_hex", hard, row -> LogLoss.derivative(logit(row), target(row))))
                    .isLessThan(1);
            assertThat(largest("curvature_hex", hard, row -> LogLoss.curvature(logit(row))))
                    .isLessThan(1);
        }
    }

    @Test
    void theLogarithmOfTheRoundedGateWouldBeNoticed() {
        assertThat(largest("loss_hex", true, row -> -Log.of(target(row) == 1 ? gate(row) : 1 - gate(row))))
                .isGreaterThan(1000);
        assertThat(largest("derivative_hex", true, row -> gate(row) - target(row)))
                .isGreaterThan(1000);
        assertThat(largest("curvature_hex", true, row -> gate(row) * (1 - gate(row))))
                .isGreaterThan(1000);
    }

    private static double gate(Row row) {
        return Sigmoid.of(logit(row));
    }

    @Test
    void infiniteLogitsAreCertain() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(LogLoss.of(infinity, 1)).isZero();
        assertThat(LogLoss.of(-infinity, 0)).isZero();
        assertThat(LogLoss.of(infinity, 0)).isEqualTo(infinity);
        assertThat(LogLoss.of(-infinity, 0.5)).isEqualTo(infinity);
        assertThat(LogLoss.derivative(infinity, 0.25)).isEqualTo(0.75);
        assertThat(LogLoss.derivative(-infinity, 0.25)).isEqualTo(-0.25);
        assertThat(LogLoss.curvature(-infinity)).isZero();
        assertThat(LogLoss.of(Double.NaN, 0.5)).isNaN();
    }
}
