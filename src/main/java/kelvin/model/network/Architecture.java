package kelvin.model.network;

import java.util.List;
import kelvin.contract.Require;
import kelvin.model.ActionRows;
import kelvin.model.Features;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** The part of the description of a network that models and scorers share. */
record Architecture(
        List<Integer> hidden,
        Activation activation,
        Optimiser optimiser,
        Initialisation initialisation,
        boolean zeroOutputs,
        boolean biases,
        boolean residual) {
    /** Returns the widths of hidden layers as a list that nobody changes, each at least 1. */
    static List<Integer> checked(List<Integer> hidden) {
        hidden.forEach(width -> Require.atLeast("hidden", 1, width));
        return List.copyOf(hidden);
    }

    /** Returns the number of parameters of the hidden layers. */
    private double hiddenParameters(Features features) {
        double sum = 0;
        double inputs = features.total();
        for (int width : hidden) {
            sum += (inputs + 1) * width;
            inputs = width;
        }
        return sum;
    }

    /** Returns what goes into an output. */
    private int top(Features features) {
        return hidden.isEmpty() ? features.total() : hidden.get(hidden.size() - 1);
    }

    double leastBytes(int actions, Features features) {
        double numbers = features.perAction() > 0
                ? optimiser.length(hiddenParameters(features) + top(features) + 1)
                : optimiser.length(hiddenParameters(features))
                        + (double) actions * optimiser.length(top(features) + 1.0);
        return Double.BYTES * numbers;
    }

    /** Returns layers without weights; refuses what cannot be held. */
    HiddenLayers layers(int actions, Features features) {
        Require.memory("hidden", hidden, leastBytes(actions, features));
        return layers(features);
    }

    HiddenLayers layers(Features features) {
        Require.that(
                hiddenParameters(features) + top(features) < 0x1p29,
                "hidden",
                hidden,
                "few enough for one array of weights");
        return new HiddenLayers(
                features.total(),
                features.perAction() > 0 ? features.shared() : 0,
                hidden,
                activation,
                residual,
                biases);
    }

    /** Makes the weights of a new network: those of the hidden layers in common, with the one output if actions have features. */
    ActionRows rows(int actions, Features features, HiddenLayers layers, Seed seed) {
        boolean shared = features.perAction() > 0;
        int top = top(features) + 1;
        int parameters = layers.parameters() + (shared ? top : 0);
        double[] common = new double[(int) optimiser.length(parameters)];
        layers.initialise(common, initialisation, seed.child("hidden"));
        Seed outputs = seed.child("output");
        if (shared) {
            draw(common, layers.parameters(), top - 1, outputs);
            return new ActionRows(actions, new double[0], common);
        }
        return new ActionRows(actions, action -> row(top, outputs.child(action)), common);
    }

    private double[] row(int length, Seed seed) {
        double[] row = new double[(int) optimiser.length(length)];
        draw(row, 0, length - 1, seed);
        return row;
    }

    /** Draws the weights of a new output, whose activation is linear: of variance 1/inputs, however many outputs there are. */
    private void draw(double[] block, int at, int inputs, Seed seed) {
        if (!zeroOutputs && inputs > 0) {
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(seed.generator());
            for (int i = 0; i < inputs; i++) {
                block[at + i] = normal.sample() / Math.sqrt(inputs);
            }
        }
    }
}
