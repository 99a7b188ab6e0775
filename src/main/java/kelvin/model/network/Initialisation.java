package kelvin.model.network;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The variance of the normal distribution from which the weights of a neuron are drawn at first; biases start at 0.
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio (2010), Understanding the difficulty of training deep
 *     feedforward neural networks</a>
 * @see <a href="https://arxiv.org/abs/1502.01852">He, Zhang, Ren and Sun (2015), Delving deep into rectifiers</a>
 */
@Stability(MAY_CHANGE)
public enum Initialisation {
    /** He's where the activation is a ReLU, else LeCun's. */
    AUTOMATIC,
    /** LeCun: 1/inputs, which keeps the variance of a signal near 0 from layer to layer. */
    LECUN,
    /** Glorot: 2/(inputs + outputs), a compromise between signals and their gradients. */
    GLOROT,
    /** He: 2/inputs, which makes up for the half that a ReLU cuts off. */
    HE;

    /** Returns the standard deviation of a weight in a layer. */
    double deviation(Activation activation, int inputs, int outputs) {
        double variance = switch (this) {
            case AUTOMATIC -> (activation == Activation.RELU ? 2.0 : 1.0) / inputs;
            case LECUN -> 1.0 / inputs;
            case GLOROT -> 2.0 / (inputs + outputs);
            case HE -> 2.0 / inputs;
        };
        return Math.sqrt(variance);
    }
}
