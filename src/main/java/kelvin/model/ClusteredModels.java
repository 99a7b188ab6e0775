package kelvin.model;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import org.apache.commons.rng.UniformRandomProvider;

/** The models of {@link Clusters}, and the centres by which they are chosen. */
final class ClusteredModels extends CheckedModel {
    private final Rewards rewards;
    private final double[] x;
    private final ModelGroup group;
    /** One after the other the centres, each after the weight of its contexts, which is 0 for one that is not there yet. */
    private double[] centres;

    ClusteredModels(Features features, Rewards rewards, Model[] models) {
        this(features, rewards, new ModelGroup(models), new double[models.length * (1 + features.shared())]);
    }

    private ClusteredModels(Features features, Rewards rewards, ModelGroup group, double[] centres) {
        super(features, rewards);
        this.rewards = rewards;
        this.x = new double[features.shared()];
        this.group = group;
        this.centres = centres;
    }

    @Override
    public int actions() {
        return group.of(0).actions();
    }

    private int place(int cluster) {
        return cluster * (1 + x.length);
    }

    /** Returns the cluster whose centre is nearest to a context. */
    private int nearest(Context context) {
        System.arraycopy(context.numbers(), 0, x, 0, x.length);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < group.size() && centres[place(j)] > 0; j++) {
            double distance = Distance.EUCLIDEAN.between(x, centres, place(j) + 1);
            if (distance < least) {
                least = distance;
                nearest = j;
            }
        }
        return nearest;
    }

    private Model model(Context context) {
        check(context);
        return group.of(nearest(context));
    }

    @Override
    public void values(Context context, double[] out) {
        model(context).values(context, out);
    }

    @Override
    public void widths(Context context, double[] out) {
        model(context).widths(context, out);
    }

    @Override
    public void sample(Context context, double scale, UniformRandomProvider random, double[] out) {
        model(context).sample(context, scale, random, out);
    }

    @Override
    public void learn(long decision, Context context, int action, double reward, double weight) {
        if (teaches(context, action, reward, weight)) {
            int cluster = cluster(context);
            int at = place(cluster);
            centres[at] += weight;
            double share = weight / centres[at];
            for (int i = 0; i < x.length; i++) {
                centres[at + 1 + i] += share * (x[i] - centres[at + 1 + i]);
            }
            group.of(cluster).learn(decision, context, action, reward, weight);
        }
    }

    /** Returns the cluster that a context teaches: a new one where it is none's centre and there may be more. */
    private int cluster(Context context) {
        int nearest = nearest(context);
        int clusters = 0;
        while (clusters < group.size() && centres[place(clusters)] > 0) {
            clusters++;
        }
        boolean apart = clusters > 0 && Distance.EUCLIDEAN.between(x, centres, place(nearest) + 1) > 0;
        return apart && clusters < group.size() ? clusters : nearest;
    }

    @Override
    public void addAction() {
        group.addAction();
    }

    @Override
    public double[] state() {
        return DoubleStream.concat(Arrays.stream(centres), Arrays.stream(group.state()))
                .toArray();
    }

    @Override
    public void restore(double[] state) {
        States.check(state, state.length);
        Require.that(state.length > centres.length, "state", state.length + " numbers", "more than " + centres.length);
        boolean ended = false;
        for (int j = 0; j < group.size(); j++) {
            double weight = state[place(j)];
            Require.that(weight == 0 || (weight > 0 && !ended), "state", weight, "a weight >= 0, and 0 after a 0");
            ended = weight == 0;
        }
        group.restore(Arrays.copyOfRange(state, centres.length, state.length));
        centres = Arrays.copyOf(state, centres.length);
    }

    @Override
    public Model snapshot() {
        return new ClusteredModels(features(), rewards, group.snapshot(), centres.clone());
    }
}
