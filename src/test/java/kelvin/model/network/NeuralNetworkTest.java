package kelvin.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradients, steps and first weights, by their definitions. */
class NeuralNetworkTest {
    private static final int ACTIONS = 3;
    private static final Features SHARED = new Features(4, 0);
    private static final Features BOTH = new Features(2, 2);

    private static NetworkScorer spec(List<Integer> hidden, Activation activation, Optimiser optimiser) {
        return new NetworkScorer(hidden, activation, optimiser, Initialisation.AUTOMATIC, false, true, true);
    }

    private static Context context(Features features, int number) {
        UniformRandomProvider random = Seed.of(number).generator();
        Context context = new Context(ACTIONS, features);
        IntStream.range(0, context.numbers().length).forEach(i -> context.set(i, random.nextDouble() * 2 - 1));
        return context;
    }

    private static double[] numbers(int length, int number) {
        return Seed.of(number).generator().doubles(length, -1, 1).toArray();
    }

    /** Σ gradient[a]·score[a]. */
    private static double sum(NeuralNetwork network, Context context, double[] gradient) {
        double[] scores = new double[ACTIONS];
        network.scores(context, scores);
        return IntStream.range(0, ACTIONS)
                .mapToDouble(a -> gradient[a] * scores[a])
                .sum();
    }

    private static double[] gradient(NeuralNetwork network, Context context, double[] byScore) {
        double[] out = new double[network.parameterCount()];
        network.gradient(context, byScore, out);
        return out;
    }

    /** With residual sums, ten layers deep, and with weights that all actions share; without the sums it is another gradient. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void gradientsAreThoseOfCentralDifferences(Activation activation) {
        for (Features features : List.of(SHARED, BOTH)) {
            for (List<Integer> hidden : List.of(List.of(4, 4, 3, 3), Collections.nCopies(10, 4), List.<Integer>of())) {
                NeuralNetwork network = spec(hidden, activation, Optimiser.SGD).create(ACTIONS, features, Seed.of(3));
                double[] parameters = network.parameters();
                double[] byScore = numbers(ACTIONS, 5);
                Context context = context(features, 6);
                double[] gradient = gradient(network, context, byScore);
                double step = 0x1p-20;
                for (int i = 0; i < parameters.length; i++) {
                    double[] moved = parameters.clone();
                    moved[i] += step;
                    network.setParameters(moved);
                    double more = sum(network, context, byScore);
                    moved[i] -= 2 * step;
                    network.setParameters(moved);
                    double less = sum(network, context, byScore);
                    assertThat((more - less) / (2 * step))
                            .isCloseTo(gradient[i], within(1e-7 + 1e-7 * Math.abs(gradient[i])));
                }
                network.setParameters(parameters);
                assertThat(gradient(network, context, byScore)).containsExactly(gradient);
            }
        }
    }

    @Test
    void residualSumsChangeTheGradient() {
        NeuralNetwork with = spec(List.of(4, 4), Activation.TANH, Optimiser.SGD).create(ACTIONS, SHARED, Seed.of(3));
        NeuralNetwork without =
                new NetworkScorer(List.of(4, 4), Activation.TANH, Optimiser.SGD).create(ACTIONS, SHARED, Seed.of(3));
        without.setParameters(with.parameters());
        Context context = context(SHARED, 6);
        double[] byScore = numbers(ACTIONS, 5);
        double[] difference = gradient(with, context, byScore);
        double[] other = gradient(without, context, byScore);
        Arrays.setAll(difference, i -> Math.abs(difference[i] - other[i]));
        assertThat(Arrays.stream(difference).max().orElseThrow()).isGreaterThan(0.1);
    }

    /** The rule of an optimiser, written down once more for one parameter that learns at every step. */
    private static double[] expected(Optimiser optimiser, NeuralNetwork network, double rate, int steps) {
        double[] w = network.parameters();
        double[] first = new double[w.length];
        double[] second = new double[w.length];
        for (int t = 1; t <= steps; t++) {
            network.setParameters(w);
            double[] g = gradient(network, context(network.features(), t), numbers(ACTIONS, 100 + t));
            for (int i = 0; i < w.length; i++) {
                switch (optimiser) {
                    case SGD -> w[i] += rate * g[i];
                    case ADAGRAD -> {
                        second[i] += g[i] * g[i];
                        w[i] += second[i] == 0 ? 0 : rate * g[i] / Math.sqrt(second[i]);
                    }
                    case ADAM -> {
                        first[i] = 0.9 * first[i] + 0.1 * g[i];
                        second[i] = 0.999 * second[i] + 0.001 * g[i] * g[i];
                        double mean = first[i] / (1 - Math.pow(0.9, t));
                        double square = second[i] / (1 - Math.pow(0.999, t));
                        w[i] += rate * mean / (Math.sqrt(square) + 1e-8);
                    }
                }
            }
        }
        return w;
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void stepsFollowTheirRule(Optimiser optimiser) {
        for (Features features : List.of(SHARED, BOTH)) {
            NetworkScorer spec = spec(List.of(5, 3), Activation.SIGMOID, optimiser);
            double[] expected = expected(optimiser, spec.create(ACTIONS, features, Seed.of(3)), 0.1, 40);
            double[] twin = expected(optimiser, spec.create(ACTIONS, features, Seed.of(3)), 0.1 * (1 + 1e-9), 40);
            NeuralNetwork network = spec.create(ACTIONS, features, Seed.of(3));
            for (int t = 1; t <= 40; t++) {
                network.learn(context(features, t), numbers(ACTIONS, 100 + t), 0.1);
            }
            assertThat(network.parameters()).containsExactly(expected, within(1e-12));
            assertThat(IntStream.range(0, twin.length).mapToDouble(i -> Math.abs(twin[i] - expected[i])))
                    .anyMatch(difference -> difference > 1e-12);
        }
    }

    /** An output that is not chosen keeps its weights, and what the optimiser remembers of them. */
    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void onlyTheChosenOutputMoves(Optimiser optimiser) {
        NeuralNetwork network = new Network(List.of(4), Activation.TANH, NetworkOutput.SIGMOID, 0.1, optimiser)
                .create(ACTIONS, SHARED, Seed.of(1));
        for (int t = 1; t <= 20; t++) {
            network.learn(t, context(SHARED, t), t % ACTIONS, t % 2, 1);
        }
        double[] before = network.parameters();
        network.learn(21, context(SHARED, 21), 1, 1, 1);
        double[] after = network.parameters();
        int hidden = 4 * 5;
        for (int i = hidden; i < before.length; i++) {
            int action = i < hidden + 4 * ACTIONS ? (i - hidden) / 4 : i - hidden - 4 * ACTIONS;
            assertThat(before[i] == after[i]).isEqualTo(action != 1);
        }
    }

    /** Activations are those of the pre-activations, and the derivatives by biases the errors of neurons. */
    @Test
    void layersCanBeRead() {
        NeuralNetwork network =
                spec(List.of(5, 3), Activation.SIGMOID, Optimiser.SGD).create(ACTIONS, BOTH, Seed.of(3));
        Context context = context(BOTH, 6);
        network.forward(context, 2);
        double[] described = new double[BOTH.total()];
        context.describe(2, described);
        assertThat(Arrays.copyOf(network.activations(0), 4)).containsExactly(described);
        for (int l = 1; l <= 2; l++) {
            assertThat(network.activations(l)).hasSize(network.width(l) + 1);
            for (int i = 0; i < network.width(l); i++) {
                assertThat(network.activations(l)[i]).isEqualTo(Activation.SIGMOID.of(network.preactivations(l)[i]));
            }
        }
        double[] gradient = gradient(network, context, new double[] {0, 0.5, 0});
        assertThat(Arrays.copyOfRange(gradient, 20, 25)).containsExactly(network.errors(1));
        assertThat(Arrays.copyOfRange(gradient, 40, 43)).containsExactly(network.errors(2));
        assertThatIllegalArgumentException().isThrownBy(() -> network.forward(Context.of(ACTIONS, 1), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> gradient(network, Context.of(ACTIONS, 1), described));
    }

    /** Earlier questions, and so what is kept of the last pass, change no bit. */
    @Test
    void sharedInputsAreWeighedOnceWithTheSameResult() {
        NeuralNetwork network =
                spec(List.of(5, 3), Activation.TANH, Optimiser.SGD).create(ACTIONS, BOTH, Seed.of(3));
        double[] scores = new double[ACTIONS];
        double[] again = new double[ACTIONS];
        for (int t = 1; t <= 20; t++) {
            Context context = context(BOTH, 1 + t % 3);
            network.scores(context, scores);
            network.snapshot().scores(context, again);
            assertThat(again).containsExactly(scores);
            network.learn(context, numbers(ACTIONS, t), 0.1);
        }
    }

    /** By z-tests of second moments, which variances a tenth larger must not pass. */
    @ParameterizedTest
    @CsvSource({
        "AUTOMATIC, TANH, 0.02",
        "AUTOMATIC, RELU, 0.04",
        "LECUN, RELU, 0.02",
        "GLOROT, TANH, 0.008",
        "HE, TANH, 0.04"
    })
    void firstWeightsHaveTheVarianceOfTheInitialisation(
            Initialisation initialisation, Activation activation, double variance) {
        NetworkScorer spec =
                new NetworkScorer(List.of(200), activation, Optimiser.SGD, initialisation, true, true, false);
        double[] parameters =
                spec.create(ACTIONS, new Features(50, 0), Seed.of(7)).parameters();
        double[] squares =
                Arrays.stream(parameters, 0, 10_000).map(w -> w * w / variance).toArray();
        double z = (Arrays.stream(squares).average().orElseThrow() - 1) * Math.sqrt(squares.length / 2.0);
        assertThat(z).isBetween(-4.0, 4.0);
        assertThat(z - 0.1 * Math.sqrt(squares.length / 2.0)).isLessThan(-3);
        assertThat(Arrays.stream(parameters, 10_000, parameters.length)).containsOnly(0.0);
    }

    @Test
    void outputsMayStartAtRandomWhateverTheirNumber() {
        NetworkScorer spec = spec(List.of(100), Activation.TANH, Optimiser.SGD);
        NeuralNetwork few = spec.create(2, SHARED, Seed.of(7));
        few.addAction();
        double[] parameters = spec.create(ACTIONS, SHARED, Seed.of(7)).parameters();
        assertThat(few.parameters()).containsExactly(parameters);
        double square = Arrays.stream(parameters, 500, 800).map(w -> w * w).sum();
        assertThat(square).isCloseTo(ACTIONS, within(4 * Math.sqrt(2 * 300) / 100));
    }

    @Test
    void withoutBiasesThereAreNone() {
        NeuralNetwork network = new Network(
                        List.of(3, 3),
                        Activation.TANH,
                        NetworkOutput.IDENTITY,
                        0.1,
                        Optimiser.ADAM,
                        Initialisation.LECUN,
                        true,
                        false,
                        false)
                .create(ACTIONS, SHARED, Seed.of(1));
        for (int t = 1; t <= 20; t++) {
            network.learn(t, context(SHARED, t), t % ACTIONS, 1, 1);
        }
        double[] parameters = network.parameters();
        assertThat(Arrays.stream(parameters, 12, 15)).containsOnly(0.0);
        assertThat(Arrays.stream(parameters, 24, 27)).containsOnly(0.0);
        assertThat(Arrays.stream(parameters, 36, 39)).containsOnly(0.0);
        assertThat(Arrays.stream(parameters, 27, 36)).doesNotContain(0.0);
    }

    @Test
    void whatCannotBeIsRefused() {
        NeuralNetwork network = spec(List.of(2), Activation.TANH, Optimiser.SGD).create(ACTIONS, SHARED, Seed.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.setParameters(new double[3]))
                .withMessage("parameters = 3 numbers, must be 19 numbers");
        double[] broken = network.parameters();
        broken[4] = Double.NaN;
        assertThatIllegalArgumentException().isThrownBy(() -> network.setParameters(broken));
        NetworkScorer huge = spec(List.of(Integer.MAX_VALUE), Activation.TANH, Optimiser.SGD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> huge.create(ACTIONS, new Features(100_000, 0), Seed.of(1)))
                .withMessageMatching(
                        "hidden = \\[2147483647], must be fewer: they take [\\d,.]+ GiB of memory or more.*");
    }

    /** The weights of the state are the least of what is allocated. */
    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void theLeastMemoryIsThatOfTheState(Optimiser optimiser) {
        for (Features features : List.of(SHARED, BOTH)) {
            Network network = new Network(List.of(7, 3), Activation.TANH, NetworkOutput.IDENTITY, 1, optimiser);
            assertThat(network.leastBytes(ACTIONS, features))
                    .isEqualTo(
                            8.0 * network.create(ACTIONS, features, Seed.of(1)).state().length);
        }
    }
}
