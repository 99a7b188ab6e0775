package kelvin.model.network;

import static kelvin.model.network.Activation.RELU;
import static kelvin.model.network.Activation.SIGMOID;
import static kelvin.model.network.Activation.TANH;
import static kelvin.model.network.NetworkOutput.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Model;
import kelvin.model.ModelContract;
import kelvin.model.ModelSpec;
import kelvin.model.Ridge;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeuralLinearTest implements ModelContract {
    private static final Network SMALL = new Network(List.of(4), TANH, IDENTITY, 0.05, Optimiser.SGD);

    @Override
    public Stream<ModelSpec> specs() {
        return Stream.of(
                new NeuralLinear(SMALL, 1, 7, 1, 10),
                new NeuralLinear(
                        new Network(List.of(5, 3), SIGMOID, NetworkOutput.SIGMOID, 0.5, Optimiser.ADAGRAD),
                        0.1,
                        20,
                        2,
                        50),
                new NeuralLinear(new Network(List.of(), TANH, IDENTITY, 0.05, Optimiser.ADAM), 2, 3, 0, 5));
    }

    @Override
    public Stream<ModelSpec> extremes() {
        return Stream.of(
                new NeuralLinear(new Network(List.of(2, 2), RELU, IDENTITY, 1e12, Optimiser.SGD), 1e-9, 2, 3, 4));
    }

    /** Only rebuilding allocates. */
    @Override
    public Stream<ModelSpec> steady() {
        return Stream.of(new NeuralLinear(SMALL, 1, 10_000, 1, 100));
    }

    /** With a network that stands still, all answers are those of the regression on its last layer and the constant, to the bit. */
    @ParameterizedTest
    @CsvSource({"3, 0", "3, 2", "0, 2"})
    void untilTheFirstRebuildItIsRidgeOnTheFeaturesOfTheFirstNetwork(int shared, int perAction) {
        Features features = new Features(shared, perAction);
        NeuralLinear spec = new NeuralLinear(SMALL, 0.5, 1000, 1, 10);
        Case each = new Case(spec, features);
        Model model = each.create(ACTIONS);
        NeuralNetwork network = SMALL.create(ACTIONS, features, SEED.child("network"));
        Features learnt = perAction > 0 ? new Features(0, 5) : new Features(5, 0);
        Model ridge = new Ridge(0.5, perAction > 0 ? Layout.SHARED : Layout.DISJOINT, 1).create(ACTIONS, learnt, SEED);
        for (Lesson lesson : each.lessons(ACTIONS, 60)) {
            Context seen = hidden(network, lesson.context(), learnt);
            assertThat(answers(model, lesson.context())).containsExactly(answers(ridge, seen));
            lesson.teach(model);
            ridge.learn(lesson.decision(), seen, lesson.action(), lesson.reward(), lesson.weight());
        }
    }

    /** A rebuild leaves the regression on what is remembered, by the network as it is then. */
    @Test
    void aRebuildStartsAnewFromWhatIsRemembered() {
        Features features = new Features(3, 0);
        Case each = new Case(new NeuralLinear(SMALL, 0.5, 60, 0, 15), features);
        List<Lesson> lessons = each.lessons(ACTIONS, 60);
        Model model = each.taught(ACTIONS, 60);
        NeuralNetwork network = SMALL.create(ACTIONS, features, SEED.child("network"));
        lessons.forEach(lesson -> lesson.teach(network));
        Features learnt = new Features(5, 0);
        Model ridge = new Ridge(0.5).create(ACTIONS, learnt, SEED);
        Model unforgetting = new Ridge(0.5).create(ACTIONS, learnt, SEED);
        for (int i = 0; i < 60; i++) {
            Lesson lesson = lessons.get(i);
            int action = lesson.action();
            long later = lessons.subList(i + 1, 60).stream()
                    .filter(other -> other.action() == action)
                    .count();
            Context seen = hidden(network, lesson.context(), learnt);
            unforgetting.learn(1, seen, action, lesson.reward(), lesson.weight());
            if (later < 15) {
                ridge.learn(1, seen, action, lesson.reward(), lesson.weight());
            }
        }
        Context context = each.context(ACTIONS, 4);
        assertThat(answers(model, context))
                .containsExactly(answers(ridge, hidden(network, context, learnt)), within(1e-12));
        assertThat(answers(model, context)[0])
                .isNotCloseTo(answers(unforgetting, hidden(network, context, learnt))[0], within(1e-3));
    }

    /** Before a rebuild the network learns what is remembered again, in an order drawn from the seed; in no other. */
    @ParameterizedTest
    @CsvSource({"3, 0", "3, 2"})
    void theNetworkLearnsAgainWhatIsRememberedInRandomOrder(int shared, int perAction) {
        Features features = new Features(shared, perAction);
        Case each = new Case(new NeuralLinear(SMALL, 0.5, 30, 2, 30), features);
        List<Lesson> lessons = each.lessons(ACTIONS, 30);
        Context context = each.context(ACTIONS, 4);
        double[] taught = answers(each.taught(ACTIONS, 30), context);
        UniformRandomProvider random = SEED.child("order").child(1).generator();
        assertThat(taught)
                .containsExactly(
                        answersAfter(lessons, features, context, order -> PermutationSampler.shuffle(random, order)),
                        within(1e-10));
        assertThat(taught[0]).isNotCloseTo(answersAfter(lessons, features, context, order -> {})[0], within(1e-6));
    }

    /** Teaches a network the lessons, and then twice more, action by action as reordered; asks a regression on its features. */
    private static double[] answersAfter(
            List<Lesson> lessons, Features features, Context context, Consumer<int[]> reorder) {
        NeuralNetwork network = SMALL.create(ACTIONS, features, SEED.child("network"));
        lessons.forEach(lesson -> lesson.teach(network));
        List<Lesson> byAction =
                lessons.stream().sorted(Comparator.comparingInt(Lesson::action)).toList();
        int[] order = PermutationSampler.natural(byAction.size());
        for (int epoch = 0; epoch < 2; epoch++) {
            reorder.accept(order);
            for (int place : order) {
                byAction.get(place).teach(network);
            }
        }
        boolean perAction = features.perAction() > 0;
        Features learnt = perAction ? new Features(0, 5) : new Features(5, 0);
        Model ridge = new Ridge(0.5, perAction ? Layout.SHARED : Layout.DISJOINT, 1).create(ACTIONS, learnt, SEED);
        lessons.forEach(lesson -> ridge.learn(
                1, hidden(network, lesson.context(), learnt), lesson.action(), lesson.reward(), lesson.weight()));
        return answers(ridge, hidden(network, context, learnt));
    }

    private static Context hidden(NeuralNetwork network, Context context, Features learnt) {
        Context seen = new Context(ACTIONS, learnt);
        for (int a = 0; a < (learnt.perAction() > 0 ? ACTIONS : 1); a++) {
            network.forward(context, a);
            double[] h = network.activations(network.hiddenLayers());
            for (int i = 0; i < h.length; i++) {
                seen.set(seen.place(a) - learnt.shared() + i, i < h.length - 1 ? h[i] : 1);
            }
        }
        return seen;
    }

    private static double[] answers(Model model, Context context) {
        double[] all = new double[3 * ACTIONS];
        double[] out = new double[ACTIONS];
        model.values(context, out);
        System.arraycopy(out, 0, all, 0, ACTIONS);
        model.widths(context, out);
        System.arraycopy(out, 0, all, ACTIONS, ACTIONS);
        model.sample(context, 2, Seed.of(3).generator(), out);
        System.arraycopy(out, 0, all, 2 * ACTIONS, ACTIONS);
        return all;
    }

    /** A step of a lesson: which of two inputs differs decides, and no line tells; rebuilt features do. */
    @Test
    void theNetworkFindsTheFeaturesThatALineNeeds() {
        Network network = new Network(List.of(8), TANH, IDENTITY, 0.1, Optimiser.ADAGRAD);
        Model model = new NeuralLinear(network, 0.1, 50, 5, 400).create(2, new Features(2, 0), SEED);
        Model line = new Ridge(0.1).create(2, new Features(2, 0), SEED);
        UniformRandomProvider random = Seed.of(2).generator();
        double right = 0;
        double byLine = 0;
        double[] out = new double[2];
        for (int i = 1; i <= 600; i++) {
            double left = random.nextBoolean() ? 1 : -1;
            double other = random.nextBoolean() ? 1 : -1;
            Context context = Context.of(2, left, other);
            int better = left == other ? 0 : 1;
            model.values(context, out);
            right += i > 400 && (out[0] > out[1] ? 0 : 1) == better ? 1 : 0;
            line.values(context, out);
            byLine += i > 400 && (out[0] > out[1] ? 0 : 1) == better ? 1 : 0;
            int action = random.nextInt(2);
            model.learn(i, context, action, action == better ? 1 : 0, 1);
            line.learn(i, context, action, action == better ? 1 : 0, 1);
        }
        assertThat(right).isEqualTo(200);
        assertThat(byLine).isLessThan(150);
    }

    @Test
    void parametersAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeuralLinear(SMALL, 0, 1, 1, 1))
                .withMessage("regularisation = 0.0, must be finite and > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeuralLinear(SMALL, 1, 0, 1, 1))
                .withMessage("interval = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeuralLinear(SMALL, 1, 1, -1, 1))
                .withMessage("epochs = -1, must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeuralLinear(SMALL, 1, 1, 1, 0))
                .withMessage("capacity = 0, must be >= 1");
    }

    /** A state says how far it is to the next rebuild: the same to the bit after it, and refused if it cannot be. */
    @Test
    void aStateBetweenRebuildsGoesOnThroughTheNext() {
        Case each = new Case(new NeuralLinear(SMALL, 1, 10, 2, 6), new Features(3, 0));
        Model model = each.taught(ACTIONS, 25);
        Model other = each.create(ACTIONS);
        other.restore(model.state());
        for (Lesson lesson : each.lessons(ACTIONS, 50).subList(25, 50)) {
            lesson.teach(model);
            lesson.teach(other);
        }
        assertThat(other.state()).containsExactly(model.state());
        for (double[] counts : new double[][] {{10, 5}, {-1, 5}, {0.5, 5}, {3, 0.5}}) {
            double[] state = model.state();
            System.arraycopy(counts, 0, state, 0, 2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> other.restore(state))
                    .withMessageContaining("fewer than the interval");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.restore(new double[3]))
                .withMessageContaining("at least");
    }

    /** At least the weights of two networks and the triangles of the regressions, and not much more. */
    @Test
    void theMemoryIsThatOfTwoNetworksAndTheRegressions() {
        Network network = new Network(List.of(50), TANH, IDENTITY, 0.1, Optimiser.SGD);
        double weights = 2 * (11 * 50 + 51 * 4);
        double triangles = 4 * 51 * 52 / 2.0;
        NeuralLinear spec = new NeuralLinear(network, 1, 100, 1, 1000);
        assertThat(spec.leastBytes(4, new Features(10, 0)))
                .isBetween(8 * (weights + triangles), 8 * (weights + 1.2 * triangles));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new NeuralLinear(SMALL, 1, 1, 1, Integer.MAX_VALUE).create(1, new Features(1, 0), SEED))
                .withMessageContaining("capacity = 2147483647, must be few enough");
        Network wide = new Network(List.of(100_000), TANH, IDENTITY, 0.1, Optimiser.SGD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeuralLinear(wide, 1, 1, 1, 1).create(1, new Features(1, 0), SEED))
                .withMessageContaining("GiB");
    }
}
