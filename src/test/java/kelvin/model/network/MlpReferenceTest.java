package kelvin.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.numeric.CrossEntropy;
import kelvin.numeric.LogLoss;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

/** Forward passes, losses, gradients and steps beside numbers computed with 40 to 60 digits. */
class MlpReferenceTest {
    private static final String PARAMETERS = "parameters_hex(per layer: W row by row, then b)";

    private static int[] sizes(Row row) {
        return Arrays.stream(row.text("sizes").split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static NeuralNetwork network(Row row, Optimiser optimiser, double stepSize) {
        int[] sizes = sizes(row);
        List<Integer> hidden =
                IntStream.range(1, sizes.length - 1).mapToObj(i -> sizes[i]).toList();
        NetworkOutput output = row.text("output").equals("sigmoid") ? NetworkOutput.SIGMOID : NetworkOutput.IDENTITY;
        Activation activation = Activation.valueOf(row.text("hidden").toUpperCase(Locale.ROOT));
        return new Network(hidden, activation, output, stepSize, optimiser)
                .create(sizes[sizes.length - 1], new Features(sizes[0], 0), Seed.of(1));
    }

    /** The largest relative difference; the reference itself knows 60 digits behind the point. */
    private static double error(double[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        return IntStream.range(0, found.length)
                .mapToDouble(i -> error(found[i], expected[i]))
                .max()
                .orElse(0);
    }

    private static double error(double found, double expected) {
        return Math.abs(found - expected) / Math.max(1e-45, Math.abs(expected));
    }

    /** The loss and its derivatives by the logits. */
    private static double loss(Row row, double[] z, double[] out) {
        boolean all = row.text("feedback").equals("all");
        int a = Integer.parseInt(row.text("action_or_label"));
        double[] targets = row.text("target_hex").isEmpty() ? new double[0] : row.numbers("target_hex");
        switch (row.text("output")) {
            case "softmax" -> {
                double r = all ? 1 : targets[0];
                double loss = r * CrossEntropy.of(z, a);
                CrossEntropy.gradient(z, a, out);
                Arrays.setAll(out, i -> r * out[i]);
                return loss;
            }
            case "sigmoid" -> {
                double loss = 0;
                for (int i = 0; i < z.length; i++) {
                    if (all || i == a) {
                        double t = targets[all ? i : 0];
                        loss += LogLoss.of(z[i], t);
                        out[i] = LogLoss.derivative(z[i], t);
                    }
                }
                return loss;
            }
            default -> {
                assertThat(all).isFalse();
                out[a] = z[a] - targets[0];
                return out[a] * out[a] / 2;
            }
        }
    }

    /** The largest error of anything that a network says of a row, with its first weight off by a share. */
    private static double worst(Row row, double off) {
        NeuralNetwork network = network(row, Optimiser.SGD, 1);
        double[] parameters = row.numbers(PARAMETERS);
        parameters[0] *= 1 + off;
        network.setParameters(parameters);
        assertThat(network.parameters()).containsExactly(parameters);
        Context context = Context.of(network.actions(), row.numbers("x_hex"));
        double[] z = new double[network.actions()];
        network.scores(context, z);
        double[] hidden = IntStream.rangeClosed(1, network.hiddenLayers())
                .mapToObj(l -> Arrays.copyOf(network.activations(l), network.width(l)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double[] derivatives = new double[z.length];
        double loss = loss(row, z, derivatives);
        double[] gradient = new double[network.parameterCount()];
        network.gradient(context, derivatives, gradient);
        double[] out = new double[z.length];
        network.values(context, out);
        if (row.text("output").equals("softmax")) {
            CrossEntropy.softmax(z, out);
        }
        return DoubleStream.of(
                        error(hidden, numbers(row.text("hidden_values_hex"))),
                        error(z, row.numbers("last_preactivation_hex")),
                        error(out, row.numbers("output_hex")),
                        error(loss, row.number("loss_hex")),
                        error(gradient, row.numbers("gradient_hex(same order)")))
                .max()
                .orElseThrow();
    }

    @Test
    void passesLossesAndGradientsAgreeWithSixtyDigits() {
        List<Row> rows = Reference.rows("context/mlp.csv").toList();
        assertThat(rows)
                .hasSizeGreaterThan(70)
                .allSatisfy(row -> assertThat(worst(row, 0)).isLessThan(5e-13));
        assertThat(rows.stream().filter(row -> worst(row, 1e-10) > 5e-13).count())
                .isGreaterThan(rows.size() * 3L / 4);
    }

    /** The largest error of the predictions before each step and of the weights after the last. */
    private static double learnt(Row row, Optimiser optimiser, double stepSize) {
        NeuralNetwork network = network(row, optimiser, stepSize);
        network.setParameters(row.numbers("initial_parameters_hex"));
        int d = network.width(0);
        int actions = network.actions();
        double[] contexts = row.numbers("contexts_hex(row major)");
        double[] chosen = row.numbers("actions");
        double[] rewards = row.numbers("rewards_hex");
        double[] expected = numbers(row.text("outputs_before_each_update_hex"));
        double[] found = new double[expected.length];
        double[] out = new double[actions];
        for (int t = 0; t < chosen.length; t++) {
            Context context = Context.of(actions, Arrays.copyOfRange(contexts, t * d, (t + 1) * d));
            network.values(context, out);
            System.arraycopy(out, 0, found, t * actions, actions);
            network.learn(t + 1, context, (int) chosen[t], rewards[t], 1);
        }
        return Math.max(error(found, expected), error(network.parameters(), row.numbers("final_parameters_hex")));
    }

    @Test
    void stepsFromChosenOutputsAgreeWithFortyDigits() {
        assertThat(Reference.rows("context/mlp_online.csv").toList()).hasSize(4).allSatisfy(row -> {
            Optimiser optimiser = Optimiser.valueOf(row.text("optimiser").toUpperCase(Locale.ROOT));
            double stepSize = row.number("learning_rate_hex");
            assertThat(learnt(row, optimiser, stepSize)).isLessThan(1e-12);
            assertThat(learnt(row, optimiser, stepSize * (1 + 1e-9))).isGreaterThan(1e-12);
            assertThat(learnt(row, Optimiser.ADAM, stepSize)).isGreaterThan(0.1);
        });
    }

    /** Parts of hidden layers or steps are divided by a bar. */
    private static double[] numbers(String text) {
        return Stream.of(text.split("[ |]+"))
                .filter(word -> !word.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
