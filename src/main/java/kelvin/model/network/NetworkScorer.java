package kelvin.model.network;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Features;
import kelvin.model.ScorerSpec;
import kelvin.random.Seed;

/**
 * Scores each action by a dense neural network: the logits of a softmax or of gates.
 *
 * <pre>
 *   score[a] = z[a] of {@link Network},   w ← w + rate·Σ gradient[a]·∂score[a]/∂w   by the rule of the optimiser
 * </pre>
 *
 * <p>The rate comes from the learner, as for a {@code LinearScorer}; under adagrad and adam it multiplies the normalised step. Cost and
 * memory: those of {@code Network}.
 *
 * @param hidden the number of neurons of each hidden layer, from the input to the output; none for a linear scorer
 * @param activation f, of the hidden neurons
 * @param optimiser the rule of steps
 * @param initialisation the variance of the weights at first
 * @param zeroOutputs whether the weights of outputs start at 0, and so all scores, instead of having a variance of
 *     1/inputs
 * @param biases whether neurons have biases, which start at 0
 * @param residual whether a hidden layer as wide as its input adds it
 */
@Summary("a dense neural network of the features")
@Stability(MAY_CHANGE)
public record NetworkScorer(
        @Default("[32]") List<Integer> hidden,
        @Default("tanh") Activation activation,
        @Default("sgd") Optimiser optimiser,
        @Default("automatic") Initialisation initialisation,
        @Default("true") boolean zeroOutputs,
        @Default("true") boolean biases,
        @Default("false") boolean residual)
        implements ScorerSpec {
    public NetworkScorer {
        hidden = Architecture.checked(hidden);
    }

    /**
     * A network with biases and without residual sums, whose scores are equal at first.
     *
     * @param hidden the number of neurons of each hidden layer
     * @param activation f
     * @param optimiser the rule of steps
     */
    public NetworkScorer(List<Integer> hidden, Activation activation, Optimiser optimiser) {
        this(hidden, activation, optimiser, Initialisation.AUTOMATIC, true, true, false);
    }

    @Override
    public NeuralNetwork create(int actions, Features features, Seed seed) {
        Architecture architecture =
                new Architecture(hidden, activation, optimiser, initialisation, zeroOutputs, biases, residual);
        return new NeuralNetwork(architecture, NetworkOutput.IDENTITY, 1, actions, features, seed);
    }
}
