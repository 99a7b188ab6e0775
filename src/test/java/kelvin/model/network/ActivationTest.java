package kelvin.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import kelvin.numeric.Exp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
    private static double derived(Activation activation, double z) {
        double[] errors = {2};
        activation.derive(new double[] {z}, new double[] {activation.of(z)}, errors, 1);
        return errors[0] / 2;
    }

    /** The derivative that layers use is the exact one, and the central difference where that is accurate. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void derivativesAreExactHoweverSaturatedTheNeuronIs(Activation activation) {
        for (double z = -300; z <= 300; z += 0.37) {
            double exact = activation.derivative(z);
            assertThat(Math.abs(derived(activation, z) - exact)).isLessThanOrEqualTo(1e-14 * exact);
            double difference = (activation.of(z + 1e-5) - activation.of(z - 1e-5)) / 2e-5;
            assertThat(Math.abs(difference - exact)).isLessThan(1e-8);
        }
        assertThat(derived(activation, 0)).isEqualTo(activation.derivative(0));
    }

    /** Far out the derivative is an exponential, of which 1 − tanh² keeps nothing. */
    @Test
    void farOutTheyAreExponentials() {
        assertThat(derived(Activation.TANH, 20) / (4 * Exp.of(-40))).isBetween(1 - 1e-14, 1 + 1e-14);
        assertThat(derived(Activation.TANH, -20) / (4 * Exp.of(-40))).isBetween(1 - 1e-14, 1 + 1e-14);
        assertThat(derived(Activation.SIGMOID, 40) / Exp.of(-40)).isBetween(1 - 1e-14, 1 + 1e-14);
        assertThat(derived(Activation.SIGMOID, -40) / Exp.of(-40)).isBetween(1 - 1e-14, 1 + 1e-14);
        double tanh = Activation.TANH.of(20);
        assertThat(1 - tanh * tanh).isZero();
    }

    @Test
    void functionsAreThoseOfTheirNames() {
        assertThat(Activation.TANH.of(0.5)).isEqualTo(0.46211715726000975);
        assertThat(Activation.SIGMOID.of(1)).isEqualTo(0.7310585786300049);
        assertThat(Activation.RELU.of(-2)).isZero();
        assertThat(Activation.RELU.of(3)).isEqualTo(3);
        assertThat(Activation.IDENTITY.of(-2)).isEqualTo(-2);
        assertThat(Activation.RELU.derivative(0)).isZero();
    }
}
