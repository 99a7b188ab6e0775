package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MellowmaxTest implements PolicyContract {
    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public Policy policy() {
        return new Mellowmax(3);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(Double.MIN_VALUE, 1e-300, 0.01, 1.0, 100.0, 1e300, Double.MAX_VALUE)
                .map(Mellowmax::new);
    }

    /** With a negative ω the operator leans towards the smallest value, which no policy of Kelvin does. */
    static Stream<Row> cases() {
        return Reference.rows("mellowmax.csv").filter(row -> row.number("omega_hex") > 0);
    }

    /** Where the values are subnormal, 60 digits were not enough for the reference: it says 0, off by no more than they are. */
    @ParameterizedTest
    @MethodSource("cases")
    void theMellowmaxIsAsAccurateAsDoublesAllow(Row row) {
        double[] values = row.numbers("values_hex");
        double exact = row.number("mellowmax_hex");
        double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
        double bound = row.text("id").equals("tiny") ? 2e-308 : 4 * Math.ulp(largest);
        assertThat(new Mellowmax(row.number("omega_hex")).mellowmax(values)).isCloseTo(exact, within(bound));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theExpectedValueIsTheMellowmax(Row row) {
        double[] values = row.numbers("values_hex");
        double[] p = new Mellowmax(row.number("omega_hex")).probabilities(values);
        double expected = 0;
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            expected += p[i] * values[i];
            largest = Math.max(largest, Math.abs(values[i]));
        }
        double bound = row.text("id").equals("tiny") ? 2e-308 : 8 * Math.ulp(largest);
        assertThat(expected).isCloseTo(row.number("mellowmax_hex"), within(bound));
    }

    /** Elsewhere the root is looked for between −10 and 10; outside, the policy is silently uniform. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-9, 1, 1e9, 1e300})
    void anyScaleOfValuesHasItsRoot(double scale) {
        double[] p = new Mellowmax(5 / scale).probabilities(0, 0.3 * scale, scale);
        double[] unit = new Mellowmax(5).probabilities(0, 0.3, 1);
        assertThat(p).containsExactly(unit, within(1e-14));
        assertThat(unit[2]).isGreaterThan(0.5);
    }

    /** n = 2, x = ω·gap: p = −ln((1 + e⁻ˣ)/2)/x of the worse, from the definition. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 0.1, 1, 30, 1e6, 1e100, 1e307})
    void twoActionsHaveAClosedForm(double gap) {
        double worse = -StrictMath.log1p(StrictMath.expm1(-gap) / 2) / gap;
        double[] p = new Mellowmax(1).probabilities(0, -gap);
        assertThat(p[1]).isCloseTo(worse, within(worse * 1e-13));
    }

    @Test
    void theMellowmaxIsBetweenTheMeanAndTheMaximumOfOpenValues() {
        double[] values = {1, Double.NEGATIVE_INFINITY, 4, 1};
        assertThat(new Mellowmax(1e-300).mellowmax(values)).isEqualTo(2);
        assertThat(new Mellowmax(1e300).mellowmax(values)).isEqualTo(4);
    }

    @Test
    void thirdsOfSubnormalValuesAreNotLost() {
        double unit = Double.MIN_VALUE;
        assertThat(new Mellowmax(1e-300).mellowmax(0, 300 * unit, 600 * unit)).isEqualTo(300 * unit);
    }

    @Test
    void tiesAreUniformExactly() {
        assertThat(policy().probabilities(7, 7, 7)).containsOnly(1 / 3.0);
        assertThat(new Mellowmax(2).mellowmax(7, 7, 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void anOmegaOutsideItsRangeIsRefused(double omega) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mellowmax(omega))
                .withMessage("omega = " + omega + ", must be finite and > 0");
    }
}
