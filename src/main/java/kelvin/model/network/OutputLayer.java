package kelvin.model.network;

import java.util.Arrays;
import kelvin.model.ActionRows;
import kelvin.model.Vectors;

/**
 * The outputs of a network above its hidden layers, with the weights of all. Where actions have no features of their own, each has a row:
 * the weights of what comes out of the last hidden layer, then the bias. Where they have, one output serves all of them, and its row is
 * behind the hidden layers' weights.
 */
final class OutputLayer {
    private final Optimiser optimiser;
    private final HiddenLayers layers;
    private final ActionRows rows;
    private final boolean shared;
    /** The weights of an output and its bias. */
    private final int length;
    /** Where the weights of an output begin in their block. */
    private final int place;
    /** The sum of the gradients of several actions that share all weights. */
    private final double[] sum;

    private final double[] one = new double[1];

    OutputLayer(Optimiser optimiser, HiddenLayers layers, ActionRows rows, boolean shared) {
        this.optimiser = optimiser;
        this.layers = layers;
        this.rows = rows;
        this.shared = shared;
        length = layers.top().length;
        place = shared ? layers.parameters() : 0;
        sum = new double[shared ? place + length : 0];
    }

    ActionRows rows() {
        return rows;
    }

    /** Returns whether one output serves all actions. */
    boolean shared() {
        return shared;
    }

    /** Returns the number of parameters of the hidden layers and those outputs. */
    int parameters() {
        return layers.parameters() + length * (shared ? 1 : rows.actions());
    }

    private double[] block(int action) {
        return shared ? rows.common() : rows.of(action);
    }

    /** Returns the pre-activation of an output after the pass that it belongs to. */
    double logit(int action) {
        return Vectors.product(block(action), place, layers.top(), 0, length);
    }

    /** Computes the errors of all hidden layers from those of the outputs after the pass; from 0 at first. */
    void backward(double[] outputErrors) {
        Arrays.fill(layers.topErrors(), 0);
        for (int a = 0; a < outputErrors.length; a++) {
            if (outputErrors[a] != 0) {
                add(a, outputErrors[a]);
            }
        }
        layers.backward(rows.common());
    }

    /** Computes the errors of all hidden layers from that of one output after the pass. */
    void backward(int action, double error) {
        Arrays.fill(layers.topErrors(), 0);
        add(action, error);
        layers.backward(rows.common());
    }

    private void add(int action, double outputError) {
        double error = HiddenLayers.clip(outputError);
        double[] weights = block(action);
        double[] errors = layers.topErrors();
        for (int i = 0; i < errors.length; i++) {
            errors[i] += error * weights[place + i];
        }
    }

    private double[] one(double error) {
        one[0] = HiddenLayers.clip(error);
        return one;
    }

    /** Moves the weights of one output and those of the hidden layers up the gradient that the last passes give. */
    void step(int action, double error, double rate) {
        if (shared) {
            double[] block = rows.ownCommon();
            optimiser.begin(block, sum.length);
            optimiser.step(block, sum.length, place, one(error), layers.top(), length, rate);
            layers.step(optimiser, block, sum.length, rate);
        } else {
            move(action, error, rate);
            moveHidden(rate);
        }
    }

    /** Moves the weights of all outputs, each with its own row, and those of the hidden layers. */
    void step(double[] outputErrors, double rate) {
        for (int a = 0; a < outputErrors.length; a++) {
            if (outputErrors[a] != 0) {
                move(a, outputErrors[a], rate);
            }
        }
        moveHidden(rate);
    }

    private void move(int action, double error, double rate) {
        double[] row = rows.own(action);
        optimiser.begin(row, length);
        optimiser.step(row, length, 0, one(error), layers.top(), length, rate);
    }

    private void moveHidden(double rate) {
        double[] block = rows.ownCommon();
        optimiser.begin(block, layers.parameters());
        layers.step(optimiser, block, layers.parameters(), rate);
    }

    /** Begins a sum of gradients of actions that share all weights. */
    void beginSum() {
        Arrays.fill(sum, 0);
    }

    /** Adds the gradient of an action after the pass. */
    void addToSum(int action, double outputError) {
        backward(action, outputError);
        Optimiser.SGD.step(sum, sum.length, place, one(outputError), layers.top(), length, 1);
        layers.step(Optimiser.SGD, sum, sum.length, 1);
    }

    /** Moves all weights up the sum. */
    void stepSum(double rate) {
        double[] block = rows.ownCommon();
        optimiser.begin(block, sum.length);
        optimiser.step(block, sum.length, 0, one(1), sum, sum.length, rate);
    }

    /** Writes the sum in the order of the parameters. */
    void readSum(double[] flat) {
        int to = layers.read(sum, flat);
        System.arraycopy(sum, place, flat, to, length);
    }

    /** Writes the gradient of outputs with a row each after the passes, in the order of the parameters. */
    void readGradient(double[] outputErrors, double[] flat) {
        double[] block = new double[layers.parameters()];
        layers.step(Optimiser.SGD, block, block.length, 1);
        int to = layers.read(block, flat);
        double[] h = layers.top();
        for (int a = 0; a < outputErrors.length; a++) {
            for (int i = 0; i < length; i++) {
                flat[to + place(a, i)] = HiddenLayers.clip(outputErrors[a]) * h[i];
            }
        }
    }

    /** Returns where a weight of an output is among those of all outputs: their biases come last. */
    private int place(int action, int i) {
        int weights = length - 1;
        return i < weights ? action * weights + i : rows.actions() * weights + action;
    }

    double[] parameterArray() {
        double[] flat = new double[parameters()];
        int to = layers.read(rows.common(), flat);
        if (shared) {
            System.arraycopy(rows.common(), place, flat, to, length);
            return flat;
        }
        for (int a = 0; a < rows.actions(); a++) {
            for (int i = 0; i < length; i++) {
                flat[to + place(a, i)] = rows.of(a)[i];
            }
        }
        return flat;
    }

    void set(double[] flat) {
        int from = layers.write(flat, rows.ownCommon());
        if (shared) {
            System.arraycopy(flat, from, rows.ownCommon(), place, length);
            return;
        }
        for (int a = 0; a < rows.actions(); a++) {
            for (int i = 0; i < length; i++) {
                rows.own(a)[i] = flat[from + place(a, i)];
            }
        }
    }
}
