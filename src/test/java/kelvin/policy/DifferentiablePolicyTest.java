package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferentiablePolicyTest {
    private static final double CLOSED = Double.NEGATIVE_INFINITY;
    private static final double[] VALUES = {-0.5, 1.2, CLOSED, -0.1, 2.4, 1.2};

    static Stream<DifferentiablePolicy> policies() {
        return Stream.of(0.3, 1.0, 7.0)
                .flatMap(temperature -> Stream.of(
                        new Softmax(temperature),
                        new SigmoidGate(-3, temperature),
                        new SigmoidGate(0.5, temperature),
                        new SigmoidGate(9, temperature)));
    }

    static Stream<Row> cases() {
        return Reference.rows("gradient_log_softmax.csv");
    }

    /** As far as the 60 digits of the reference go: they take 1 − p for 0 where it is 10⁻³⁰⁴. */
    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAgreeWithTheReference(Row row) {
        double[] values = row.numbers("values_hex");
        double[] exact = row.numbers("gradient_wrt_values_hex");
        double[] gradient = new double[values.length];
        new Softmax(row.number("tau_hex")).logGradient(values, (int) row.number("action"), gradient);
        for (int i = 0; i < exact.length; i++) {
            if (Double.isInfinite(exact[i])) {
                assertThat(gradient[i]).isEqualTo(exact[i]);
            } else {
                double bound = Math.max(0x1p-53 * (6 + 2 * 745) * Math.abs(exact[i]), Double.MIN_VALUE);
                double digits = i == (int) row.number("action") ? 1e-60 / row.number("tau_hex") : 0;
                Accuracy.assertWithin(bound + digits, gradient[i], exact[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void gradientsAreTheSlopesOfTheLogarithm(DifferentiablePolicy policy) {
        double[] gradient = new double[VALUES.length];
        for (int action : new int[] {0, 1, 3, 4, 5}) {
            policy.logGradient(VALUES, action, gradient);
            for (int i = 0; i < VALUES.length; i++) {
                int moved = i;
                double slope = slope(q -> policy.logProbability(with(moved, q), action), VALUES[i]);
                assertThat(gradient[i]).isCloseTo(slope, within(1e-8 * (1 + Math.abs(slope))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void gradientsByTemperatureAreTheSlopesOfTheLogarithm(DifferentiablePolicy policy) {
        double temperature = ((ScoreDerivatives) policy).temperature();
        for (int action : new int[] {0, 1, 3, 4, 5}) {
            double slope = slope(t -> policy.with("temperature", t).logProbability(VALUES, action), temperature);
            assertThat(policy.logGradientByTemperature(VALUES, action))
                    .isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theJacobianHoldsTheSlopesOfAllProbabilities(DifferentiablePolicy policy) {
        double[][] jacobian = new double[6][6];
        policy.jacobian(VALUES, jacobian);
        for (int a = 0; a < 6; a++) {
            for (int i = 0; i < 6; i++) {
                int of = a;
                int by = i;
                double slope = slope(q -> policy.probabilities(with(by, q))[of], VALUES[i]);
                assertThat(jacobian[a][i]).isCloseTo(slope, within(1e-8));
            }
        }
    }

    /** Richardson's extrapolation of central differences; a closed action stays closed. */
    private static double slope(DoubleUnaryOperator f, double x) {
        if (x == CLOSED) {
            return 0;
        }
        double h = 1e-3 * Math.min(1, Math.abs(x) + 0.1);
        double wide = (f.applyAsDouble(x + 2 * h) - f.applyAsDouble(x - 2 * h)) / (4 * h);
        double narrow = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        return narrow + (narrow - wide) / 3;
    }

    private static double[] with(int action, double value) {
        double[] changed = VALUES.clone();
        changed[action] = value;
        return changed;
    }

    @Test
    void derivativesAreNumbersEverywhere() {
        ValueArrays.each(values -> {
            for (double temperature : new double[] {Double.MIN_VALUE, 1e-300, 1, 1e300}) {
                for (ScoreDerivatives policy :
                        new ScoreDerivatives[] {new Softmax(temperature), new SigmoidGate(0.5, temperature)}) {
                    double[] gradient = values.clone();
                    double[][] jacobian = new double[values.length][values.length];
                    policy.jacobian(values, jacobian);
                    assertThat(Stream.of(jacobian))
                            .allSatisfy(row -> assertThat(row).doesNotContain(Double.NaN));
                    for (int action = 0; action < values.length; action++) {
                        if (values[action] > CLOSED) {
                            policy.logGradient(values, action, gradient);
                            assertThat(gradient).doesNotContain(Double.NaN);
                            assertThat(policy.logGradientByTemperature(values, action))
                                    .isNotNaN();
                        }
                    }
                }
            }
        });
    }

    /** The probability of the worse action is e⁻⁸⁰⁰, no double; divided by the temperature it is 3.7·10⁻⁴⁸. */
    @Test
    void tinyProbabilitiesCountAtTinyTemperatures() {
        double[] gradient = new double[2];
        Softmax softmax = new Softmax(1e-300);
        softmax.logGradient(new double[] {0, -800e-300}, 0, gradient);
        double exact = 3.6678745842e-48;
        assertThat(gradient[0]).isCloseTo(exact, within(1e-10 * exact));
        assertThat(gradient[1]).isEqualTo(-gradient[0]);
        assertThat(softmax.logGradientByTemperature(new double[] {0, -800e-300}, 0))
                .isCloseTo(-800 * exact, within(1e-7 * exact));
    }

    @Test
    void outMayBeTheValues() {
        double[] both = VALUES.clone();
        double[] apart = new double[VALUES.length];
        new SigmoidGate(0, 1).logGradient(VALUES, 1, apart);
        new SigmoidGate(0, 1).logGradient(both, 1, both);
        assertThat(both).isEqualTo(apart);
    }

    @Test
    void mistakesAreNamed() {
        Softmax softmax = new Softmax(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> softmax.logGradient(VALUES, 2, new double[6]))
                .withMessageStartingWith("values[2] = -Infinity: a closed action");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> softmax.logGradientByTemperature(VALUES, 2))
                .withMessageStartingWith("values[2] = -Infinity: a closed action");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> softmax.jacobian(VALUES, new double[5][6]))
                .withMessage("out.length = 5, must be values.length = 6");
        assertThatThrownBy(() -> softmax.logGradient(VALUES, 6, new double[6]))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
