package kelvin.model.network;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.Require;
import kelvin.model.CheckedModel;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Model;
import kelvin.model.PastRewards;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/** The model of {@link NeuralLinear}. */
final class NeuralLinearModel extends CheckedModel {
    /** The rewards since the last rebuild, and the number of rebuilds, come first in a state. */
    private static final int COUNTS = 2;

    private final NeuralLinear spec;
    private final Seed seed;
    private final double[] x;
    /** The network that learns, and what it was at the last rebuild. */
    private NeuralNetwork network;

    private NeuralNetwork still;
    private Model ridge;
    private PastRewards[] past;
    private int since;
    private long rebuilds;
    /** The context of the regression, and the one in which a remembered reward was paid. */
    private Context learnt;

    private Context remembered;

    NeuralLinearModel(NeuralLinear spec, int actions, Features features, Seed seed) {
        super(features, spec.rewards());
        this.spec = spec;
        this.seed = seed;
        this.x = new double[features.total()];
        this.network = spec.network().create(actions, features, seed.child("network"));
        this.still = network.snapshot();
        this.ridge = regression(actions);
        this.past = memories(actions);
        this.learnt = new Context(actions, ridge.features());
        this.remembered = new Context(actions, features);
    }

    private NeuralLinearModel(NeuralLinearModel other) {
        super(other.features(), other.spec.rewards());
        spec = other.spec;
        seed = other.seed;
        x = new double[other.x.length];
        network = other.network.snapshot();
        still = other.still.snapshot();
        ridge = other.ridge.snapshot();
        past = Arrays.stream(other.past).map(PastRewards::share).toArray(PastRewards[]::new);
        since = other.since;
        rebuilds = other.rebuilds;
        learnt = new Context(other.actions(), ridge.features());
        remembered = new Context(other.actions(), other.features());
    }

    private Model regression(int actions) {
        return spec.ridge(features()).create(actions, spec.learnt(features()), seed);
    }

    private PastRewards[] memories(int actions) {
        return IntStream.range(0, actions)
                .mapToObj(a -> new PastRewards(spec.capacity(), x.length))
                .toArray(PastRewards[]::new);
    }

    @Override
    public int actions() {
        return past.length;
    }

    private boolean perAction() {
        return features().perAction() > 0;
    }

    /** Returns what the regression sees of a context, of all actions. */
    private Context learnt(Context context) {
        for (int a = 0; a < (perAction() ? actions() : 1); a++) {
            see(context, a, a);
        }
        return learnt;
    }

    /** Puts the features that the network has of one action where the regression sees those of another. */
    private void see(Context context, int from, int to) {
        still.forward(context, from);
        double[] features = still.activations(still.hiddenLayers());
        int at = perAction() ? learnt.place(to) : 0;
        int width = features.length - 1;
        for (int i = 0; i < width; i++) {
            learnt.set(at + i, features[i]);
        }
        learnt.set(at + width, 1);
    }

    @Override
    public void values(Context context, double[] out) {
        ridge.values(learnt(context), out);
    }

    @Override
    public void widths(Context context, double[] out) {
        ridge.widths(learnt(context), out);
    }

    @Override
    public void sample(Context context, double scale, UniformRandomProvider random, double[] out) {
        ridge.sample(learnt(context), scale, random, out);
    }

    @Override
    public void learn(long decision, Context context, int action, double reward, double weight) {
        if (!teaches(context, action, reward, weight)) {
            return;
        }
        see(context, action, action);
        ridge.learn(decision, learnt, action, reward, weight);
        network.learn(decision, context, action, reward, weight);
        context.describe(action, x);
        past[action].add(weight, reward, x);
        if (++since == spec.interval()) {
            rebuild();
        }
    }

    private void rebuild() {
        since = 0;
        rebuilds++;
        relearn();
        still = network.snapshot();
        ridge = regression(actions());
        for (int a = 0; a < actions(); a++) {
            for (int i = 0; i < past[a].count(); i++) {
                see(remembered(a, i), 0, a);
                ridge.learn(rebuilds, learnt, a, past[a].reward(i), past[a].weight(i));
            }
        }
    }

    /** Teaches the network all that is remembered, in an order that depends on the seed and the number of the rebuild. */
    private void relearn() {
        int[] actions = remembered((action, number) -> action);
        int[] numbers = remembered((action, number) -> number);
        int[] order = PermutationSampler.natural(numbers.length);
        UniformRandomProvider random = seed.child("order").child(rebuilds).generator();
        for (int epoch = 0; epoch < spec.epochs(); epoch++) {
            PermutationSampler.shuffle(random, order);
            for (int place : order) {
                int a = actions[place];
                int i = numbers[place];
                network.learn(rebuilds, remembered(a, i), perAction() ? 0 : a, past[a].reward(i), past[a].weight(i));
            }
        }
    }

    /** Returns a number for each reward that is remembered, action by action, from the oldest. */
    private int[] remembered(IntBinaryOperator byActionAndNumber) {
        return IntStream.range(0, actions())
                .flatMap(a -> IntStream.range(0, past[a].count()).map(i -> byActionAndNumber.applyAsInt(a, i)))
                .toArray();
    }

    /** Returns a context in which action 0 has the features that an action had when a reward was paid. */
    private Context remembered(int action, int number) {
        past[action].describe(number, x);
        for (int i = 0; i < x.length; i++) {
            remembered.set(i, x[i]);
        }
        return remembered;
    }

    @Override
    public void addAction() {
        int actions = actions() + 1;
        network.addAction();
        still.addAction();
        ridge.addAction();
        past = Arrays.copyOf(past, actions);
        past[actions - 1] = new PastRewards(spec.capacity(), x.length);
        learnt = new Context(actions, ridge.features());
        remembered = new Context(actions, features());
    }

    @Override
    public double[] state() {
        double[] memory =
                new double[Arrays.stream(past).mapToInt(PastRewards::size).sum()];
        int at = 0;
        for (PastRewards each : past) {
            at = each.write(memory, at);
        }
        return Stream.of(new double[] {since, rebuilds}, network.state(), still.parameters(), ridge.state(), memory)
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }

    @Override
    public void restore(double[] state) {
        for (double number : state) {
            Require.finite("state", number);
        }
        int stillAt = COUNTS + network.state().length;
        int ridgeAt = stillAt + still.parameterCount();
        int pastAt = ridgeAt + ridge.state().length;
        Require.that(state.length >= pastAt, "state", state.length + " numbers", "at least " + pastAt + " numbers");
        Require.that(
                whole(state[0]) && state[0] < spec.interval() && whole(state[1]),
                "state",
                state[0] + " rewards since rebuild " + state[1],
                "whole numbers, fewer than the interval");
        NeuralLinearModel taken = snapshot();
        taken.network.restore(Arrays.copyOfRange(state, COUNTS, stillAt));
        taken.still.setParameters(Arrays.copyOfRange(state, stillAt, ridgeAt));
        taken.ridge.restore(Arrays.copyOfRange(state, ridgeAt, pastAt));
        taken.past = memories(actions());
        int at = pastAt;
        for (PastRewards each : taken.past) {
            at = each.read(state, at);
        }
        Require.that(at == state.length, "state", state.length + " numbers", at + " numbers");
        network = taken.network;
        still = taken.still;
        ridge = taken.ridge;
        past = taken.past;
        since = (int) state[0];
        rebuilds = (long) state[1];
    }

    private static boolean whole(double number) {
        return number >= 0 && number == Math.rint(number);
    }

    @Override
    public NeuralLinearModel snapshot() {
        return new NeuralLinearModel(this);
    }
}
