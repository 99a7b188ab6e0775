package kelvin.model.network;

import java.util.Arrays;
import java.util.List;
import kelvin.model.Vectors;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The hidden layers of a network: their sizes, and what one context leads to in them. The weights are handed in, so that snapshots may
 * share them: layer by layer, each the weights of its first input, of its second …, then its biases.
 *
 * <p>Every number that is not a weight is cut off at ±2¹⁰⁰, so that nothing ever becomes infinite.
 */
final class HiddenLayers {
    /** The largest feature, activation, error and rate. */
    static final double MAX = 0x1p100;

    private final Activation activation;
    private final boolean residual;
    private final int[] widths;
    /** Where the weights of each layer begin, and where they end. */
    private final int[] places;

    /** The inputs, then the outputs of each layer; each with a constant behind it that biases are the weights of. */
    private final double[][] outputs;
    /** The pre-activations z and f(z) of each layer, and the derivatives by its outputs and by z; nothing at 0. */
    private final double[][] sums;

    private final double[][] values;
    private final double[][] outputErrors;
    private final double[][] errors;
    /** The numbers of the inputs of a layer that are not 0. */
    private final int[] active;

    /** The number of inputs that several passes may share, and their part of the pre-activations of the first layer. */
    private final int shared;

    private final double[] sharedSums;

    HiddenLayers(
            int inputs, int shared, List<Integer> hidden, Activation activation, boolean residual, boolean biases) {
        this.shared = shared;
        this.activation = activation;
        this.residual = residual;
        int count = hidden.size();
        widths = new int[count + 1];
        places = new int[count + 2];
        outputs = new double[count + 1][];
        sums = new double[count + 1][];
        values = new double[count + 1][];
        outputErrors = new double[count + 1][];
        errors = new double[count + 1][];
        for (int l = 0; l <= count; l++) {
            int width = l == 0 ? inputs : hidden.get(l - 1);
            widths[l] = width;
            places[l + 1] = l == 0 ? 0 : places[l] + (widths[l - 1] + 1) * width;
            outputs[l] = new double[width + 1];
            outputs[l][width] = biases ? 1 : 0;
            sums[l] = new double[width];
            values[l] = new double[width];
            outputErrors[l] = new double[width];
            errors[l] = new double[width];
        }
        sharedSums = new double[count == 0 ? 0 : widths[1]];
        active = new int[Arrays.stream(widths).max().orElse(0) + 1];
    }

    static double clip(double x) {
        return Math.max(-MAX, Math.min(MAX, x));
    }

    /** Returns the number of hidden layers. */
    int count() {
        return widths.length - 1;
    }

    /** Returns the number of parameters of all layers. */
    int parameters() {
        return places[count() + 1];
    }

    /** Returns the number of neurons of a layer; of inputs for 0. */
    int width(int layer) {
        return widths[layer];
    }

    /** Returns the numbers that go into the first layer; to be filled in, cut off, before {@link #forward}. */
    double[] inputs() {
        return outputs[0];
    }

    /** Returns the outputs of a layer, with the constant behind them; of layer 0 the inputs. */
    double[] outputs(int layer) {
        return outputs[layer];
    }

    /** Returns what comes out of the last layer, with the constant behind it. */
    double[] top() {
        return outputs[count()];
    }

    double[] sums(int layer) {
        return sums[layer];
    }

    double[] errors(int layer) {
        return errors[layer];
    }

    /** Returns the derivatives by what comes out of the last layer; to be filled in before {@link #backward}. */
    double[] topErrors() {
        return outputErrors[count()];
    }

    /** Draws the weights of new layers. */
    void initialise(double[] block, Initialisation initialisation, Seed seed) {
        for (int l = 1; l <= count(); l++) {
            ZigguratSampler.NormalizedGaussian normal =
                    ZigguratSampler.NormalizedGaussian.of(seed.child(l).generator());
            double deviation = initialisation.deviation(activation, widths[l - 1], widths[l]);
            int weights = widths[l - 1] * widths[l];
            for (int i = 0; i < weights; i++) {
                block[places[l] + i] = deviation * normal.sample();
            }
        }
    }

    private boolean adds(int layer) {
        return residual && widths[layer] == widths[layer - 1];
    }

    /**
     * Passes the inputs through all layers.
     *
     * @param block the weights
     * @param again true if the shared inputs and the weights are those of the last pass
     */
    void forward(double[] block, boolean again) {
        for (int l = 1; l <= count(); l++) {
            int width = widths[l];
            double[] x = outputs[l - 1];
            double[] z = sums[l];
            if (l > 1) {
                Arrays.fill(z, 0);
                weigh(block, l, 0, x.length, z);
            } else {
                if (!again) {
                    Arrays.fill(sharedSums, 0);
                    weigh(block, l, 0, shared, sharedSums);
                }
                System.arraycopy(sharedSums, 0, z, 0, width);
                weigh(block, l, shared, x.length, z);
            }
            double[] f = values[l];
            double[] out = outputs[l];
            activation.apply(z, f, width);
            boolean adds = adds(l);
            for (int i = 0; i < width; i++) {
                out[i] = clip(adds ? x[i] + f[i] : f[i]);
            }
        }
    }

    /** Adds Σ xⱼwⱼ over some inputs of a layer to z; four rows at once, of inputs that are not 0. */
    private void weigh(double[] block, int layer, int from, int to, double[] z) {
        int at = places[layer];
        double[] x = outputs[layer - 1];
        int found = 0;
        for (int j = from; j < to; j++) {
            if (x[j] != 0) {
                active[found++] = j;
            }
        }
        int n = 0;
        for (; n + 3 < found; n += 4) {
            addRows(block, at, x, active[n], active[n + 1], active[n + 2], active[n + 3], z);
        }
        for (; n < found; n++) {
            addRow(block, at + active[n] * z.length, x[active[n]], z);
        }
    }

    private static void addRow(double[] block, int at, double x, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] += x * block[at + i];
        }
    }

    private static void addRows(double[] block, int at, double[] x, int j0, int j1, int j2, int j3, double[] z) {
        double x0 = x[j0];
        double x1 = x[j1];
        double x2 = x[j2];
        double x3 = x[j3];
        int at0 = at + j0 * z.length;
        int at1 = at + j1 * z.length;
        int at2 = at + j2 * z.length;
        int at3 = at + j3 * z.length;
        for (int i = 0; i < z.length; i++) {
            z[i] += (x0 * block[at0 + i] + x1 * block[at1 + i]) + (x2 * block[at2 + i] + x3 * block[at3 + i]);
        }
    }

    /** Passes the errors of the last layer's outputs back to the pre-activations of all layers. */
    void backward(double[] block) {
        for (int l = count(); l >= 1; l--) {
            int width = widths[l];
            double[] byOutput = outputErrors[l];
            double[] delta = errors[l];
            for (int i = 0; i < width; i++) {
                delta[i] = clip(byOutput[i]);
            }
            activation.derive(sums[l], values[l], delta, width);
            if (l > 1) {
                passOn(block, l);
            }
        }
    }

    /** Returns the derivatives by the inputs of the first layer, after {@link #backward}, which does without them. */
    double[] inputErrors(double[] block) {
        passOn(block, 1);
        return outputErrors[0];
    }

    /** Passes errors from the pre-activations of a layer to its inputs. */
    private void passOn(double[] block, int l) {
        double[] byInput = outputErrors[l - 1];
        for (int j = 0; j < widths[l - 1]; j++) {
            double sum = Vectors.product(block, places[l] + j * widths[l], errors[l], 0, widths[l]);
            byInput[j] = adds(l) ? sum + outputErrors[l][j] : sum;
        }
    }

    /** Moves the weights of all layers along the gradient that the last two passes give. */
    void step(Optimiser optimiser, double[] block, int parameters, double rate) {
        for (int l = 1; l <= count(); l++) {
            optimiser.step(block, parameters, places[l], outputs[l - 1], errors[l], widths[l], rate);
        }
    }

    /** Copies the parameters to where each layer has its weights output by output, then its biases; returns their number. */
    int read(double[] block, double[] flat) {
        int to = 0;
        for (int l = 1; l <= count(); l++) {
            for (int i = 0; i < widths[l]; i++) {
                for (int j = 0; j < widths[l - 1]; j++) {
                    flat[to++] = block[places[l] + j * widths[l] + i];
                }
            }
            for (int i = 0; i < widths[l]; i++) {
                flat[to++] = block[places[l] + widths[l - 1] * widths[l] + i];
            }
        }
        return to;
    }

    /** Takes the parameters as {@link #read} gives them; returns their number. */
    int write(double[] flat, double[] block) {
        int from = 0;
        for (int l = 1; l <= count(); l++) {
            for (int i = 0; i < widths[l]; i++) {
                for (int j = 0; j < widths[l - 1]; j++) {
                    block[places[l] + j * widths[l] + i] = flat[from++];
                }
            }
            for (int i = 0; i < widths[l]; i++) {
                block[places[l] + widths[l - 1] * widths[l] + i] = flat[from++];
            }
        }
        return from;
    }
}
