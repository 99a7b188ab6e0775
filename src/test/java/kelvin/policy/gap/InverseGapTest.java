package kelvin.policy.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.numeric.Weights;
import kelvin.policy.Annealed;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;
import kelvin.policy.Uniform;
import kelvin.schedule.SqrtPlays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InverseGapTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new InverseGap(5);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, Double.MIN_VALUE, 1e-300, 0.01, 1.0, 100.0, 1e300, Double.MAX_VALUE)
                .map(InverseGap::new);
    }

    static Stream<Row> cases() {
        return rows("squarecb");
    }

    /** The rows of one rule. */
    static Stream<Row> rows(String rule) {
        List<Row> rows = Reference.rows("context/inverse_gap.csv")
                .filter(row -> row.text("rule").equals(rule))
                .toList();
        assertThat(rows).hasSizeGreaterThan(40);
        return rows.stream();
    }

    /** The largest relative error of a probability, in units of 2⁻⁵³. */
    static double roundings(Policy policy, Row row) {
        double[] p = policy.probabilities(row.numbers("values_hex"));
        double[] exact = row.numbers("probabilities_hex");
        return IntStream.range(0, p.length)
                .mapToDouble(i -> Math.abs(p[i] - exact[i]) / exact[i] * 0x1p53)
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAreRightToFourRoundings(Row row) {
        assertThat(roundings(new InverseGap(row.number("gamma_hex")), row)).isLessThanOrEqualTo(4);
    }

    @Test
    void anotherSharpnessOrRuleIsTold() {
        assertThat(cases().mapToDouble(row -> roundings(new InverseGap(Math.nextUp(row.number("gamma_hex"))), row)))
                .allMatch(error -> error < 10);
        assertThat(cases().mapToDouble(row -> roundings(new InverseGap(row.number("gamma_hex") * (1 + 1e-12)), row)))
                .anyMatch(error -> error > 100);
        assertThat(cases().mapToDouble(row -> roundings(new NormalisedInverseGap(row.number("gamma_hex") / 2), row)))
                .anyMatch(error -> error > 1e12);
    }

    static Stream<Row> survivors() {
        return Reference.rows("context/regcb.csv");
    }

    /** SquareCB over the actions that RegCB leaves: closed ones do not count, neither in n nor in the rest. */
    @ParameterizedTest
    @MethodSource("survivors")
    void eliminatedActionsDoNotCount(Row row) {
        double[] values = row.numbers("mean_hex");
        double[] open = new double[values.length];
        Arrays.fill(open, Double.NEGATIVE_INFINITY);
        for (String survivor : row.text("survivors").split(" ", -1)) {
            int action = Integer.parseInt(survivor);
            open[action] = values[action];
        }
        double[] p = new InverseGap(row.number("gamma_hex")).probabilities(open);
        double[] exact = row.numbers("squarecb_over_survivors_hex");
        for (int i = 0; i < p.length; i++) {
            assertThat(p[i]).isCloseTo(exact[i], within(4 * 0x1p-53 * exact[i]));
        }
    }

    @Test
    void theOthersFallWithTheInverseOfTheGap() {
        assertThat(new InverseGap(6).probabilities(1, 0.5, 0))
                .containsExactly(new double[] {13 / 18.0, 1 / 6.0, 1 / 9.0}, within(0x1p-53));
    }

    @Test
    void withoutSharpnessItIsUniform() {
        double[] values = {1e308, -1e308, Double.NEGATIVE_INFINITY, 0, Double.MIN_VALUE};
        assertThat(new InverseGap(0).probabilities(values)).isEqualTo(new Uniform().probabilities(values));
    }

    /** In one subtraction, 1 − Σ of the others, the best of a million would have lost six digits. */
    @Test
    void theBestOfManyKeepsItsDigits() {
        double[] values = new double[1_000_000];
        values[7] = 1;
        double[] p = new InverseGap(0x1p-3).probabilities(values);
        double x = 0x1p-3;
        double exact = (1 + 999_999 * (x / (1_000_000 + x))) / 1_000_000;
        assertThat(p[7]).isCloseTo(exact, within(exact * 0x1p-51));
        assertThat(Weights.sum(p)).isCloseTo(1, within(0x1p-52));
    }

    @Test
    void gapsAndSharpnessMayBeOfAnySize() {
        assertThat(new InverseGap(1e-308).probabilities(1e308, -1e308))
                .containsExactly(new double[] {0.75, 0.25}, within(0x1p-52));
        assertThat(new InverseGap(1e308).probabilities(2e-308, 0))
                .containsExactly(new double[] {0.75, 0.25}, within(0x1p-52));
        assertThat(new InverseGap(1e308).probabilities(Double.MIN_VALUE, 0)[1])
                .isCloseTo(1 / (2 + 1e308 * Double.MIN_VALUE), within(0x1p-53));
        assertThat(new InverseGap(1e308).probabilities(10, 0)).containsExactly(1, 0);
        assertThat(new InverseGap(1e308).probabilities(1, 0)[1]).isCloseTo(1e-308, within(1e-322));
    }

    @Test
    void logarithmsReachFurtherThanProbabilities() {
        assertThat(new InverseGap(1e308).logProbability(new double[] {10, 0}, 1))
                .isCloseTo(-309 * Math.log(10), within(1e-12));
        assertThat(new InverseGap(1e308).logProbability(new double[] {1e308, -1e308}, 1))
                .isCloseTo(-616 * Math.log(10) - Math.log(2), within(1e-12));
    }

    @Test
    void scheduledAsSquareCbItStartsUniform() {
        Annealed squareCb = new Annealed(new InverseGap(1), "sharpness", new SqrtPlays(10));
        assertThat(squareCb.at(1)).isEqualTo(new InverseGap(0));
        assertThat(squareCb.at(10)).isEqualTo(new InverseGap(30));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
    void aSharpnessOutsideItsRangeIsRefused(double sharpness) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InverseGap(sharpness))
                .withMessage("sharpness = " + sharpness + ", must be finite and >= 0");
    }
}
