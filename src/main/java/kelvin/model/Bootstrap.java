package kelvin.model;

import java.util.Arrays;
import kelvin.contract.Rewards;
import kelvin.numeric.CountSampler;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/** The models of a {@link Bag}. */
final class Bootstrap extends CheckedModel implements Ensemble {
    private final Rewards rewards;
    private final ModelGroup group;
    private final Seed seed;
    private final NumberedStreams streams;
    private final CountSampler counts;
    private double[] one;
    private double[] mean;

    Bootstrap(Features features, Rewards rewards, Model[] models, Seed seed) {
        this(features, rewards, new ModelGroup(models), seed);
    }

    private Bootstrap(Features features, Rewards rewards, ModelGroup group, Seed seed) {
        super(features, rewards);
        this.rewards = rewards;
        this.group = group;
        this.seed = seed;
        this.streams = seed.streams();
        this.counts = new CountSampler(streams);
        this.one = new double[actions()];
        this.mean = new double[actions()];
    }

    @Override
    public int members() {
        return group.size();
    }

    @Override
    public int actions() {
        return group.of(0).actions();
    }

    @Override
    public void values(int member, Context context, double[] out) {
        group.of(member).values(context, out);
    }

    @Override
    public void values(Context context, double[] out) {
        Arrays.fill(out, 0);
        for (int m = 0; m < members(); m++) {
            values(m, context, one);
            for (int a = 0; a < out.length; a++) {
                out[a] += (one[a] - out[a]) / (m + 1);
            }
        }
    }

    @Override
    public void widths(Context context, double[] out) {
        values(context, mean);
        Arrays.fill(out, 0);
        for (int m = 0; m < members(); m++) {
            values(m, context, one);
            for (int a = 0; a < out.length; a++) {
                double deviation = (one[a] - mean[a]) / Math.sqrt(members());
                out[a] = Vectors.norm(out[a], Math.abs(deviation));
            }
        }
    }

    @Override
    public void sample(Context context, double scale, UniformRandomProvider random, double[] out) {
        values(context, mean);
        values(random.nextInt(members()), context, out);
        for (int a = 0; a < out.length; a++) {
            out[a] = mean[a] + scale * (out[a] - mean[a]);
        }
    }

    @Override
    public void learn(long decision, Context context, int action, double reward, double weight) {
        if (teaches(context, action, reward, weight)) {
            for (int m = 0; m < members(); m++) {
                streams.place(m, decision);
                group.of(m).learn(decision, context, action, reward, weight * counts.poisson(1));
            }
        }
    }

    @Override
    public void addAction() {
        group.addAction();
        one = new double[actions()];
        mean = new double[actions()];
    }

    @Override
    public double[] state() {
        return group.state();
    }

    @Override
    public void restore(double[] state) {
        group.restore(state);
    }

    @Override
    public Model snapshot() {
        return new Bootstrap(features(), rewards, group.snapshot(), seed);
    }
}
