package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.Locale;
import java.util.Optional;
import kelvin.contract.Stability;
import kelvin.numeric.LogLoss;

/** A loss that a neuron learns by, with delta, minus its derivative by the weighted sum. */
@Stability(INTERNAL)
public enum NeuronLoss {
    /** −t ln f − (1 − t) ln(1 − f) of a sigmoid, computed from the sum; delta is the error. */
    LOG("log-loss") {
        @Override
        double of(NeuronActivation activation, double z, double target) {
            return LogLoss.of(z, target);
        }

        @Override
        double delta(NeuronActivation activation, double z, double target) {
            return -LogLoss.derivative(z, target);
        }

        @Override
        Optional<String> obstacle(NeuronActivation activation, double target) {
            return activation != NeuronActivation.SIGMOID
                    ? Optional.of("--loss: found log, which goes with --activation sigmoid, not with " + activation)
                    : target >= 0 && target <= 1
                            ? Optional.empty()
                            : Optional.of("--target: found " + target + ", must be from 0 to 1 for log-loss");
        }
    },
    /** Half the squared error; delta is the error times the derivative of the activation. */
    SQUARED("½ error²") {
        @Override
        double of(NeuronActivation activation, double z, double target) {
            double error = target - activation.of(z);
            return error * error / 2;
        }

        @Override
        double delta(NeuronActivation activation, double z, double target) {
            return (target - activation.of(z)) * activation.derivative(z);
        }

        @Override
        Optional<String> obstacle(NeuronActivation activation, double target) {
            return Optional.empty();
        }
    },
    /** The perceptron criterion of Rosenblatt's rule: |z| where a step is wrong, else 0; delta is the error. */
    PERCEPTRON("|z| if wrong") {
        @Override
        double of(NeuronActivation activation, double z, double target) {
            return activation.of(z) == target ? 0 : Math.abs(z);
        }

        @Override
        double delta(NeuronActivation activation, double z, double target) {
            return target - activation.of(z);
        }

        @Override
        Optional<String> obstacle(NeuronActivation activation, double target) {
            return activation != NeuronActivation.STEP
                    ? Optional.of("--loss: found perceptron, which goes with --activation step, not with " + activation)
                    : target == 0 || target == 1
                            ? Optional.empty()
                            : Optional.of("--target: found " + target + ", must be 0 or 1 for a step");
        }
    };

    private final String title;

    NeuronLoss(String title) {
        this.title = title;
    }

    /**
     * Returns the loss that a neuron usually learns by.
     *
     * @param activation of the neuron
     * @return its loss
     */
    public static NeuronLoss usual(NeuronActivation activation) {
        return switch (activation) {
            case SIGMOID -> LOG;
            case STEP -> PERCEPTRON;
            case TANH, RELU, IDENTITY -> SQUARED;
        };
    }

    abstract double of(NeuronActivation activation, double z, double target);

    abstract double delta(NeuronActivation activation, double z, double target);

    /** Returns why a neuron cannot learn that target by this loss; nothing if it can. */
    abstract Optional<String> obstacle(NeuronActivation activation, double target);

    String title() {
        return title;
    }

    /** Returns its name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
