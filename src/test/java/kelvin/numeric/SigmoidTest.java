package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.policy.Accuracy;
import kelvin.policy.ValueChecks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigmoidTest {
    static Stream<Row> cases() {
        return Reference.rows("sigmoid.csv");
    }

    /** Elsewhere, 1/(1 + exp(−x)) is 0 below −709 where the truth is a subnormal number. */
    @ParameterizedTest
    @MethodSource("cases")
    void theGateAndItsComplementAreAsAccurateAsDoublesAllow(Row row) {
        double x = logit(row);
        assertClose(Sigmoid.of(x), row.number("sigmoid_hex"), x);
        assertClose(Sigmoid.of(-x), row.number("one_minus_sigmoid_hex"), x);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theirLogarithmsAreAsAccurateAsDoublesAllow(Row row) {
        double x = logit(row);
        assertClose(Sigmoid.log(x), row.number("log_sigmoid_hex"), x);
        assertClose(Sigmoid.log(-x), row.number("log_one_minus_sigmoid_hex"), x);
    }

    private static double logit(Row row) {
        return ValueChecks.logit(row.number("q_hex"), row.number("theta_hex"), row.number("tau_hex"));
    }

    private static void assertClose(double actual, double exact, double x) {
        if (exact == 0 || Double.isInfinite(exact)) {
            assertThat(actual).isEqualTo(exact);
        } else {
            double bound = Math.max(Double.MIN_VALUE, Math.abs(exact) * 0x1p-53 * (4 + 2 * Math.min(Math.abs(x), 800)));
            Accuracy.assertWithin(bound, actual, exact);
        }
    }
}
