package kelvin.model.network;

import static kelvin.model.network.Activation.RELU;
import static kelvin.model.network.Activation.SIGMOID;
import static kelvin.model.network.Activation.TANH;
import static kelvin.model.network.NetworkOutput.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import kelvin.model.Bag;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.ModelContract;
import kelvin.model.ModelSpec;
import org.junit.jupiter.api.Test;

class NetworkTest implements ModelContract {
    @Override
    public Stream<ModelSpec> specs() {
        return Stream.of(
                new Network(List.of(4), TANH, IDENTITY, 0.05, Optimiser.SGD),
                new Network(List.of(5, 3), SIGMOID, NetworkOutput.SIGMOID, 0.5, Optimiser.ADAGRAD),
                new Network(List.of(), TANH, IDENTITY, 0.05, Optimiser.ADAM),
                new Network(
                        List.of(3, 3, 3),
                        RELU,
                        IDENTITY,
                        0.02,
                        Optimiser.SGD,
                        Initialisation.GLOROT,
                        false,
                        true,
                        true),
                new Bag(2, new Network(List.of(4), TANH, NetworkOutput.SIGMOID, 0.5, Optimiser.SGD)));
    }

    @Override
    public Stream<ModelSpec> extremes() {
        return Stream.of(
                new Network(List.of(2, 2), RELU, IDENTITY, 1e12, Optimiser.SGD),
                new Network(List.of(2, 2), Activation.IDENTITY, IDENTITY, 1e300, Optimiser.ADAGRAD),
                new Network(List.of(2, 2), RELU, NetworkOutput.SIGMOID, 1e12, Optimiser.ADAM));
    }

    @Test
    void rewardsAreThoseOfTheOutput() {
        NeuralNetwork network = new Network(List.of(2), TANH, NetworkOutput.SIGMOID, 0.1, Optimiser.SGD)
                .create(2, new Features(1, 0), SEED);
        assertThatIllegalArgumentException().isThrownBy(() -> network.learn(1, Context.of(2, 1), 0, 1.5, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(List.of(2, 0), TANH, IDENTITY, 0.1, Optimiser.SGD))
                .withMessage("hidden = 0, must be >= 1");
        assertThat(network.parameterCount()).isEqualTo(2 * 2 + 2 * 3);
    }
}
