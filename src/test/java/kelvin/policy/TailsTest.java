package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.UnaryOperator;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.policy.subset.IndependentGates;
import org.junit.jupiter.api.Test;

/** Measures the correct digits of small probabilities against the promises of the policies. */
class TailsTest {
    /** The largest error of a row, in multiples of what is allowed: roundings times 4 + perUnit·x, and units of subnormal numbers. */
    private static double worst(Row row, UnaryOperator<double[]> policy, double perUnit, double units) {
        double tau = row.number("temperature_hex");
        double[] values = row.numbers("values_hex");
        double[] p = policy.apply(values);
        String[] exact = row.text("probabilities").split(" ", -1);
        double worst = 0;
        for (int i = 0; i < p.length; i++) {
            BigDecimal right = new BigDecimal(exact[i]);
            double error = inUnits(new BigDecimal(p[i]).subtract(right).abs());
            double x = -values[i] / tau;
            double allowed = inUnits(right) * 0x1p-53 * (4 + perUnit * x) + units;
            worst = Math.max(worst, error / allowed);
        }
        return worst;
    }

    /** In multiples of the smallest subnormal number. */
    private static double inUnits(BigDecimal x) {
        return x.divide(new BigDecimal(Double.MIN_VALUE), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static double worst(String policy, double perUnit, double units) {
        return Reference.rows("tails.csv")
                .filter(row -> row.text("policy").equals(policy))
                .mapToDouble(row -> worst(row, policy(policy, row.number("temperature_hex")), perUnit, units))
                .max()
                .orElseThrow();
    }

    private static UnaryOperator<double[]> policy(String name, double tau) {
        return switch (name) {
            case "softmax" -> new Softmax(tau)::probabilities;
            case "gates" -> values -> new IndependentGates(0, tau).inclusion(values);
            default -> new Tsallis(tau)::probabilities;
        };
    }

    @Test
    void softmaxAndGatesKeepTheirDigitsUntilDoublesRunOut() {
        assertThat(worst("softmax", 2, 1)).isLessThan(1);
        assertThat(worst("gates", 2, 1)).isLessThan(1);
    }

    /** A subnormal number has few digits, and close to the normal ones an error of more than one unit. */
    @Test
    void oneUnitAloneWouldBePromisedTooMuch() {
        assertThat(worst("softmax", 0, 1)).isGreaterThan(1);
        assertThat(worst("gates", 0, 1)).isGreaterThan(1);
    }

    @Test
    void tsallisTailsAreRightToFourRoundingsAndNotToHalfOfOne() {
        assertThat(worst("tsallis", 0, 0)).isBetween(0.125, 1.0);
    }
}
