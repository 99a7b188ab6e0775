package kelvin.model.network;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Features;
import kelvin.model.ModelSpec;
import kelvin.random.Seed;

/**
 * Predicts rewards by a dense neural network, learnt by gradient steps from the output of the chosen action alone.
 *
 * <pre>
 *   h⁰ = x,   zˡ = Wˡhˡ⁻¹ + bˡ,   hˡ = f(zˡ)  (or hˡ⁻¹ + f(zˡ)),   z = W·hᴸ + b,   value = z or σ(z)
 *   w ← w − stepSize·weight·∂loss(value[a], r)/∂w   by the rule of the optimiser
 * </pre>
 *
 * <p>Where actions have no features of their own, the network turns the d shared ones into an output for each action; where they have,
 * it turns the d + k that describe an action into one, with the same weights for all actions. Features should be of similar size.
 * Knows no widths; a {@code Bag} of networks does. The order of rewards matters. Features, activations, errors and weights times rewards
 * count as at most 2¹⁰⁰ in size, so that predictions are finite even where steps are far too long. Cost: one multiplication and
 * addition per weight and prediction of all actions, where they have features of their own per weight and action but those of the
 * shared features; twice that per reward. Features that are 0 cost nothing. Memory: one number per weight, two with adagrad, three
 * with adam.
 *
 * @see <a href="https://doi.org/10.1038/323533a0">Rumelhart, Hinton and Williams (1986), Learning representations by back-propagating
 *     errors</a>
 * @param hidden the number of neurons of each hidden layer, from the input to the output; none for a linear model
 * @param activation f, of the hidden neurons
 * @param output what predictions are: identity for rewards of any size (squared error), sigmoid for those in [0, 1] (log-loss)
 * @param stepSize the length of a step; finite and &gt; 0
 * @param optimiser the rule of steps
 * @param initialisation the variance of the weights at first
 * @param zeroOutputs whether the weights of outputs start at 0, and so all predictions equal, instead of having a variance of
 *     1/inputs
 * @param biases whether neurons have biases, which start at 0
 * @param residual whether a hidden layer as wide as its input adds it: hˡ = hˡ⁻¹ + f(zˡ)
 */
@Summary("a dense neural network, learnt from the output of the chosen arm")
@Stability(MAY_CHANGE)
public record Network(
        @Default("[32]") List<Integer> hidden,
        @Default("tanh") Activation activation,
        @Default("identity") NetworkOutput output,
        @Default("0.1") double stepSize,
        @Default("sgd") Optimiser optimiser,
        @Default("automatic") Initialisation initialisation,
        @Default("true") boolean zeroOutputs,
        @Default("true") boolean biases,
        @Default("false") boolean residual)
        implements ModelSpec {
    public Network {
        Require.positive("stepSize", stepSize);
        hidden = Architecture.checked(hidden);
    }

    /**
     * A network with biases and without residual sums, whose predictions are equal at first.
     *
     * @param hidden the number of neurons of each hidden layer
     * @param activation f
     * @param output what predictions are
     * @param stepSize the length of a step
     * @param optimiser the rule of steps
     */
    public Network(
            List<Integer> hidden, Activation activation, NetworkOutput output, double stepSize, Optimiser optimiser) {
        this(hidden, activation, output, stepSize, optimiser, Initialisation.AUTOMATIC, true, true, false);
    }

    private Architecture architecture() {
        return new Architecture(hidden, activation, optimiser, initialisation, zeroOutputs, biases, residual);
    }

    @Override
    public NeuralNetwork create(int actions, Features features, Seed seed) {
        return new NeuralNetwork(architecture(), output, stepSize, actions, features, seed);
    }

    @Override
    public double leastBytes(int actions, Features features) {
        return architecture().leastBytes(actions, features);
    }

    @Override
    public Rewards rewards() {
        return output.rewards();
    }
}
