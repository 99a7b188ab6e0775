package kelvin.model.network;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.model.CheckedModel;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Scorer;
import kelvin.random.Seed;

/**
 * A dense network, as a model of action values and as a scorer, whose layers, parameters and gradients can be read.
 *
 * <pre>
 *   h⁰ = x,   zˡ = Wˡhˡ⁻¹ + bˡ,   hˡ = f(zˡ)  (or hˡ⁻¹ + f(zˡ)),   z = W·hᴸ + b,   value = z or σ(z)
 * </pre>
 *
 * <p>Where actions have no features of their own, one pass gives an output for each action. Where they have, the network has one output,
 * and an action's is that of the features that describe it. Layer 0 is the input, layers 1 to L are hidden, and outputs are above them.
 *
 * <p>Parameters and gradients are in one array, layer by layer: the weights of the first neuron, of the second …, then the biases.
 */
@Stability(MAY_CHANGE)
public final class NeuralNetwork extends CheckedModel implements Scorer {
    private final Architecture architecture;
    private final NetworkOutput output;
    private final double stepSize;
    private final HiddenLayers layers;
    private final OutputLayer outputs;
    private final double[] described;
    /** True if the hidden layers hold what the inputs and the weights lead to. */
    private boolean passed;

    NeuralNetwork(
            Architecture architecture,
            NetworkOutput output,
            double stepSize,
            int actions,
            Features features,
            Seed seed) {
        super(features, output.rewards());
        this.architecture = architecture;
        this.output = output;
        this.stepSize = HiddenLayers.clip(stepSize);
        this.layers = architecture.layers(actions, features);
        this.described = new double[features.total()];
        this.outputs = new OutputLayer(
                architecture.optimiser(),
                layers,
                architecture.rows(actions, features, layers, seed),
                features.perAction() > 0);
    }

    private NeuralNetwork(NeuralNetwork other) {
        super(other.features(), other.output.rewards());
        architecture = other.architecture;
        output = other.output;
        stepSize = other.stepSize;
        layers = architecture.layers(features());
        described = new double[features().total()];
        outputs = new OutputLayer(
                architecture.optimiser(), layers, other.outputs.rows().share(), other.outputs.shared());
    }

    @Override
    public int actions() {
        return outputs.rows().actions();
    }

    /**
     * Returns the number of hidden layers.
     *
     * @return L
     */
    public int hiddenLayers() {
        return layers.count();
    }

    /**
     * Returns the number of neurons of a layer.
     *
     * @param layer in [0, L]; 0 for the number of inputs
     * @return the number
     */
    public int width(int layer) {
        return layers.width(layer);
    }

    /**
     * Passes a context through the hidden layers, after which they can be read.
     *
     * @param context what is seen
     * @param action the action that is described; without effect where actions have no features
     */
    public void forward(Context context, int action) {
        check(context);
        pass(context, action);
    }

    /**
     * Returns the outputs of a layer in the last pass.
     *
     * @param layer in [0, L]; 0 for the inputs
     * @return hˡ, and behind it 1, or 0 without biases; the array itself, to be read only
     */
    public double[] activations(int layer) {
        return layers.outputs(layer);
    }

    /**
     * Returns the pre-activations of a hidden layer in the last pass.
     *
     * @param layer in [1, L]
     * @return zˡ; the array itself, to be read only
     */
    public double[] preactivations(int layer) {
        return layers.sums(layer);
    }

    /**
     * Returns the derivatives by the pre-activations of a hidden layer in the last gradient or the last example learnt from: where
     * actions have features, those of the last action.
     *
     * @param layer in [1, L]
     * @return ∂/∂zˡ; the array itself, to be read only
     */
    public double[] errors(int layer) {
        return layers.errors(layer);
    }

    /**
     * Returns the number of parameters.
     *
     * @return the number of all weights and biases; biases are among them where neurons have none
     */
    public int parameterCount() {
        return outputs.parameters();
    }

    /**
     * Returns all parameters.
     *
     * @return a new array
     */
    public double[] parameters() {
        return outputs.parameterArray();
    }

    /**
     * Replaces all parameters; what the optimiser remembers stays.
     *
     * @param parameters as {@link #parameters} gives them, finite
     */
    public void setParameters(double[] parameters) {
        Require.that(
                parameters.length == parameterCount(),
                "parameters",
                parameters.length + " numbers",
                parameterCount() + " numbers");
        for (double w : parameters) {
            Require.finite("parameter", w);
        }
        outputs.set(parameters);
        passed = false;
    }

    /**
     * Writes the gradient by all parameters of a function of the scores. Learns nothing.
     *
     * <pre>
     *   out = Σ scoreGradient[a]·∂scores[a]/∂w
     * </pre>
     *
     * @param context what is seen
     * @param scoreGradient the derivative of the function by each score, length K, finite
     * @param out receives the gradient, in the order of {@link #parameters}
     */
    public void gradient(Context context, double[] scoreGradient, double[] out) {
        check(context);
        if (outputs.shared()) {
            sum(context, scoreGradient);
            outputs.readSum(out);
        } else {
            pass(context, 0);
            outputs.backward(scoreGradient);
            outputs.readGradient(scoreGradient, out);
        }
    }

    /** Passes a context through the hidden layers, unless it is the last one and nothing was learnt since. */
    private void pass(Context context, int action) {
        context.describe(action, described);
        boolean sameShared = changes(0, features().shared()) == 0 && passed;
        boolean same = changes(features().shared(), described.length) == 0 && sameShared;
        if (!same) {
            layers.forward(outputs.rows().common(), sameShared);
            passed = true;
        }
    }

    /** Takes over some of the described features; returns the number of those that are others than before. */
    private int changes(int from, int to) {
        double[] x = layers.inputs();
        int changes = 0;
        for (int i = from; i < to; i++) {
            double xi = HiddenLayers.clip(described[i]);
            changes += x[i] == xi ? 0 : 1;
            x[i] = xi;
        }
        return changes;
    }

    private double logit(int action) {
        return finite("prediction", action, outputs.logit(action));
    }

    @Override
    public void scores(Context context, double[] out) {
        check(context);
        for (int a = 0; a < out.length; a++) {
            if (a == 0 || outputs.shared()) {
                pass(context, a);
            }
            out[a] = logit(a);
        }
    }

    @Override
    public void values(Context context, double[] out) {
        scores(context, out);
        for (int a = 0; a < out.length; a++) {
            out[a] = output.of(out[a]);
        }
    }

    @Override
    public void learn(long decision, Context context, int action, double reward, double weight) {
        if (teaches(context, action, reward, weight)) {
            pass(context, action);
            double error = weight * HiddenLayers.clip(output.error(logit(action), reward));
            outputs.backward(action, error);
            outputs.step(action, error, -stepSize);
            passed = false;
        }
    }

    @Override
    public void learn(Context context, double[] gradient, double rate) {
        check(context);
        if (outputs.shared()) {
            sum(context, gradient);
            outputs.stepSum(HiddenLayers.clip(rate));
        } else {
            pass(context, 0);
            outputs.backward(gradient);
            outputs.step(gradient, HiddenLayers.clip(rate));
        }
        passed = false;
    }

    /** Adds up the gradients of all actions, which share the weights. */
    private void sum(Context context, double[] gradient) {
        outputs.beginSum();
        for (int a = 0; a < gradient.length; a++) {
            if (gradient[a] != 0) {
                pass(context, a);
                outputs.addToSum(a, gradient[a]);
            }
        }
    }

    @Override
    public boolean coefficients(int action, double[] out) {
        return false;
    }

    @Override
    public void addAction() {
        outputs.rows().add();
    }

    @Override
    public double[] state() {
        return outputs.rows().flat();
    }

    @Override
    public void restore(double[] state) {
        outputs.rows().restore(state);
        passed = false;
    }

    @Override
    public NeuralNetwork snapshot() {
        return new NeuralNetwork(this);
    }
}
