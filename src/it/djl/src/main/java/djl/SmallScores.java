package djl;

import java.util.List;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Model;
import kelvin.model.network.Activation;
import kelvin.model.network.Network;
import kelvin.model.network.NetworkOutput;
import kelvin.model.network.Optimiser;
import kelvin.random.Seed;

/** The same small network from Kelvin, for where there is no engine. */
final class SmallScores implements Scores {
    private final Model network;
    private final Context seen;
    private final double[] values;
    private long decisions;

    SmallScores(int inputs, int hidden, int actions, double stepSize, long seed) {
        Features features = new Features(inputs, 0);
        network = new Network(List.of(hidden), Activation.TANH, NetworkOutput.IDENTITY, stepSize, Optimiser.ADAM)
                .create(actions, features, Seed.of(seed));
        seen = new Context(actions, features);
        values = new double[actions];
    }

    private Context seen(float[] context) {
        for (int i = 0; i < context.length; i++) {
            seen.set(i, context[i]);
        }
        return seen;
    }

    @Override
    public float[] of(float[] context) {
        network.values(seen(context), values);
        float[] scores = new float[values.length];
        for (int a = 0; a < scores.length; a++) {
            scores[a] = (float) values[a];
        }
        return scores;
    }

    @Override
    public void learn(float[] context, int action, float reward) {
        network.learn(++decisions, seen(context), action, reward, 1);
    }

    @Override
    public void close() {}
}
