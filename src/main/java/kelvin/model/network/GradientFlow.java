package kelvin.model.network;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.numeric.Exp;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The share of a squared gradient that is left after it has come back through hidden layers with random weights: vanishing and exploding
 * gradients.
 *
 * <pre>
 *   zˡ = Wˡ·hˡ⁻¹,   hˡ = f(zˡ)  (or hˡ⁻¹ + f(zˡ)),   W ~ N(0, weights/n),   share after d layers = |∂L/∂h⁰|² / |∂L/∂hᵈ|²
 * </pre>
 *
 * <p>Inputs are N(0, 1), the n neurons of a layer have no biases, and ∂L/∂hᵈ is a random direction. A share below 1 in every layer
 * vanishes geometrically, one above 1 explodes.
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio (2010), Understanding the difficulty of training deep
 *     feedforward neural networks</a>
 * @see <a href="https://arxiv.org/abs/1611.01232">Schoenholz, Gilmer, Ganguli and Sohl-Dickstein (2017), Deep information propagation</a>
 * @param activation f
 * @param weights n times the variance of a weight: 1 for LeCun's initialisation, 2 for He's; in (0, 10 000]
 * @param residual whether a layer adds its input
 */
@Stability(MAY_CHANGE)
public record GradientFlow(Activation activation, double weights, boolean residual) {
    /** The largest |z| of the integral over N(0, 1), whose tail beyond is 2·10⁻¹⁹. */
    private static final double MAX_Z = 9;
    /** The points of the integral in one standard deviation of z, or in one unit of the pre-activation if that is finer. */
    private static final int POINTS = 16;
    /** The largest variance, which bounds the number of points of a saturating activation. */
    private static final double MAX_WEIGHTS = 10_000;

    public GradientFlow {
        Require.that(weights > 0 && weights <= MAX_WEIGHTS, "weights", weights, "in (0, 10000]");
    }

    /**
     * The shares in random networks, entry d − 1 after d layers.
     *
     * @param mean their mean over the networks
     * @param standardError the standard error of that mean
     * @param median their median
     */
    public record Sample(double[] mean, double[] standardError, double[] median) {}

    /**
     * Returns the derivatives of a chain of single neurons of weight 1 by its input, exactly.
     *
     * <pre>
     *   h⁰ = x,   hᵈ = f(hᵈ⁻¹),   ∂hᵈ/∂h⁰ = Π f′(hʲ),  j = 0 … d − 1
     * </pre>
     *
     * @param activation f
     * @param x the input, finite
     * @param depth the number of layers, at least 1
     * @return ∂hᵈ/∂h⁰, entry d − 1 after d layers; not squared
     */
    public static double[] chain(Activation activation, double x, int depth) {
        double[] derivatives = new double[depth];
        double h = x;
        double product = 1;
        for (int d = 0; d < depth; d++) {
            product *= activation.derivative(h);
            derivatives[d] = product;
            h = activation.of(h);
        }
        return derivatives;
    }

    /**
     * Returns the expected shares in infinitely wide layers (mean field theory).
     *
     * <pre>
     *   q = weights·E[h²] before a layer,   share ← share·(weights·E[f′(√q·Z)²] + (1 if residual)),   Z ~ N(0, 1)
     * </pre>
     *
     * <p>Expectations are sums over the midpoints of equal intervals of [−9, 9], which converge exponentially: to 14 digits for every
     * activation here. Those of a ReLU and of the identity are known. Cost: about 300·max(1, √q) activations per layer of sigmoids or tanh,
     * for which q is at most weights, or weights·(1 + layers before)² where a layer adds its input.
     *
     * @param depth the number of layers, at least 1
     * @return the share after d layers as entry d − 1
     */
    public double[] wide(int depth) {
        return wide(depth, POINTS);
    }

    double[] wide(int depth, int points) {
        double[] shares = new double[depth];
        double share = 1;
        double mean = 0;
        double square = 1;
        for (int d = 0; d < depth; d++) {
            Layer layer = Layer.of(activation, Math.sqrt(weights * square), points);
            share *= weights * layer.slope + (residual ? 1 : 0);
            shares[d] = share;
            square = layer.square + (residual ? square + 2 * mean * layer.mean : 0);
            mean = layer.mean + (residual ? mean : 0);
        }
        return shares;
    }

    /** The expectations of f(√q·Z), its square, and f′(√q·Z)². */
    private record Layer(double mean, double square, double slope) {
        static Layer of(Activation activation, double deviation, int points) {
            if (activation == Activation.RELU) { // it has a corner, where sums converge slowly
                return new Layer(deviation / Math.sqrt(2 * Math.PI), deviation * deviation / 2, 0.5);
            }
            if (activation
                    == Activation
                            .IDENTITY) { // it does not saturate: q, and with it the points, would grow without bound
                return new Layer(0, deviation * deviation, 1);
            }
            int half = (int) Math.ceil(MAX_Z * points * Math.max(1, deviation));
            double mean = 0;
            double square = 0;
            double slope = 0;
            double total = 0;
            for (int i = -half; i < half; i++) {
                double z = (i + 0.5) * MAX_Z / half;
                double density = Exp.of(-z * z / 2);
                double f = activation.of(deviation * z);
                double derivative = activation.derivative(deviation * z);
                total += density;
                mean += density * f;
                square += density * f * f;
                slope += density * derivative * derivative;
            }
            return new Layer(mean / total, square / total, slope / total);
        }
    }

    /**
     * Measures the shares in random networks, by passes through the layers of a {@link NeuralNetwork}.
     *
     * <p>As in any network, numbers are cut off at ±2¹⁰⁰, which deep networks of large weights may reach. Cost: depth²·width² multiplications and depth·width² normal variables per network.
     *
     * @param depth the number of layers, at least 1
     * @param width n, the number of neurons of each layer, at least 1
     * @param networks their number, at least 2
     * @param seed the source of weights, inputs and directions
     * @return mean, standard error and median after every number of layers
     */
    public Sample networks(int depth, int width, int networks, Seed seed) {
        Require.atLeast("depth", 1, depth);
        Require.atLeast("width", 1, width);
        Require.atLeast("networks", 2, networks);
        List<HiddenLayers> layers = IntStream.rangeClosed(1, depth)
                .mapToObj(d -> new HiddenLayers(width, 0, Collections.nCopies(d, width), activation, residual, false))
                .toList();
        double[][] shares = new double[depth][networks];
        IntStream.range(0, networks).forEach(i -> measure(layers, seed.child(i), i, shares));
        double[] mean = new double[depth];
        double[] error = new double[depth];
        double[] median = new double[depth];
        for (int d = 0; d < depth; d++) {
            Arrays.sort(shares[d]);
            mean[d] = Arrays.stream(shares[d]).sum() / networks;
            double m = mean[d];
            double squares =
                    Arrays.stream(shares[d]).map(x -> (x - m) * (x - m)).sum();
            error[d] = Math.sqrt(squares / (networks - 1) / networks);
            median[d] = (shares[d][(networks - 1) / 2] + shares[d][networks / 2]) / 2;
        }
        return new Sample(mean, error, median);
    }

    /** Passes one input and one direction through the first d layers of one network, for every d. */
    private void measure(List<HiddenLayers> layers, Seed seed, int network, double[][] shares) {
        HiddenLayers all = layers.get(layers.size() - 1);
        double[] block = new double[all.parameters()];
        all.initialise(block, Initialisation.LECUN, seed.child("weights"));
        double scale = Math.sqrt(weights);
        Arrays.setAll(block, i -> scale * block[i]);
        double[] input = normal(all.width(0), seed.child("input"));
        double[] direction = normal(all.width(0), seed.child("direction"));
        for (int d = 0; d < layers.size(); d++) {
            HiddenLayers first = layers.get(d);
            System.arraycopy(input, 0, first.inputs(), 0, input.length);
            System.arraycopy(direction, 0, first.topErrors(), 0, direction.length);
            first.forward(block, false);
            first.backward(block);
            shares[d][network] = square(first.inputErrors(block)) / square(direction);
        }
    }

    private static double[] normal(int length, Seed seed) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(seed.generator());
        return IntStream.range(0, length).mapToDouble(i -> normal.sample()).toArray();
    }

    private static double square(double[] x) {
        return Arrays.stream(x).map(each -> each * each).sum();
    }
}
