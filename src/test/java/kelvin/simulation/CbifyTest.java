package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.arm.Empirical;
import kelvin.bandit.contextual.Classification;
import kelvin.bandit.contextual.RowOrder;
import kelvin.bandit.contextual.Tables;
import kelvin.learner.LearnerSpec;
import kelvin.learner.contextual.ContextualGradient;
import kelvin.learner.contextual.SupervisedGradient;
import kelvin.learner.contextual.SupervisedGradient.Output;
import kelvin.learner.gradient.Baseline;
import kelvin.model.Layout;
import kelvin.model.LinearScorer;
import kelvin.model.LogisticSgd;
import kelvin.model.ModelSpec;
import kelvin.model.Ridge;
import kelvin.model.feature.Absent;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.FeaturePart;
import kelvin.model.feature.Intercept;
import kelvin.model.feature.Numeric;
import kelvin.model.feature.OneHot;
import kelvin.model.feature.Standardised;
import kelvin.model.network.Activation;
import kelvin.model.network.Network;
import kelvin.model.network.NetworkOutput;
import kelvin.model.network.Optimiser;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One pass over labelled tables in random order, against an independent program: rewards, regret and optimal shares. */
@Tag("long")
class CbifyTest {
    private static final double LIMIT = 5;
    private static final int REPETITIONS = 208;

    private static final FeaturePart EVERYTHING = new Standardised("*");

    static Stream<Row> rows() {
        return Reference.rows("context/cbify.csv");
    }

    private static Testbed world(String data, FeaturePart... constant) {
        return switch (data) {
            case "iris" -> guessing("iris.csv", "species", EVERYTHING, constant);
            case "wine" -> guessing("wine.csv", "cultivar", EVERYTHING, constant);
            case "cancer" -> guessing("breast_cancer.csv", "diagnosis", EVERYTHING, constant);
            case "digits" ->
                guessing("digits.csv", "digit", new Numeric(List.of("pixel*"), 0, 16, Absent.REFUSE), constant);
            default -> mushrooms(constant);
        };
    }

    /** The networks have biases, and so need no constant among the features. */
    private static Testbed world(Row row) {
        return row.text("model").equals("mlp") ? world(row.text("data")) : world(row.text("data"), new Intercept());
    }

    private static Testbed guessing(String file, String label, FeaturePart part, FeaturePart... more) {
        return new Classification(Tables.read(file), label, features(part, more));
    }

    private static FeatureMap features(FeaturePart part, FeaturePart... more) {
        return new FeatureMap(Stream.concat(Stream.of(part), Stream.of(more)).toList());
    }

    private static Testbed mushrooms(FeaturePart... constant) {
        Arm nothing = new Constant(0);
        Map<String, Map<String, Arm>> payoffs = new LinkedHashMap<>();
        payoffs.put("e", Map.of("eat", new Constant(5), "leave", nothing));
        payoffs.put("p", Map.of("eat", new Empirical(List.of(5.0, -35.0)), "leave", nothing));
        return new Classification(
                Tables.read("mushroom.csv"), "class", features(new OneHot("*"), constant), payoffs, RowOrder.ONCE);
    }

    /** The policy gradients of the file have the temperature as the parameter of the policy, and the step size as that of the model. */
    private static LearnerSpec learner(Row row) {
        if (row.text("model").equals("pg")) {
            return gradient(row.number("policy_parameter"), row.number("model_parameter"), Baseline.EXCLUDING);
        }
        if (row.text("model").equals("full")) {
            return told(Output.SOFTMAX, row.number("model_parameter"));
        }
        return ContextualProblems.learner(row.text("policy"), row.number("policy_parameter"), model(row));
    }

    private static ModelSpec model(Row row) {
        double parameter = row.number("model_parameter");
        if (row.text("model").equals("mlp")) {
            return network(Activation.TANH, NetworkOutput.SIGMOID, parameter);
        }
        return row.text("model").equals("ridge")
                ? new Ridge(parameter)
                : new LogisticSgd(parameter, Layout.DISJOINT, false);
    }

    private static ModelSpec network(Activation activation, NetworkOutput output, double stepSize) {
        return new Network(List.of(32), activation, output, stepSize, Optimiser.SGD);
    }

    private static LearnerSpec told(Output output, double stepSize) {
        return new SupervisedGradient(new LinearScorer(Layout.DISJOINT), output, stepSize, new Greedy());
    }

    private static LearnerSpec gradient(double temperature, double stepSize, Baseline baseline) {
        return new ContextualGradient(new LinearScorer(Layout.DISJOINT), new Softmax(temperature), stepSize, baseline);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void onePassIsThatOfAnotherProgram(Row row) {
        assertThat(largest(row, world(row), learner(row))).isLessThan(LIMIT);
    }

    /** With features as they are, with a model surer of zero, and with another temperature the pass goes otherwise. */
    @Test
    void otherWorldsAndLearnersAreNoticed() {
        Row row = rows().filter(each -> each.text("data").equals("cancer"))
                .filter(each -> each.text("model").equals("ridge"))
                .filter(each -> each.text("policy").equals("softmax"))
                .findFirst()
                .orElseThrow();
        Testbed world = world("cancer", new Intercept());
        Testbed unscaled = guessing("breast_cancer.csv", "diagnosis", new Numeric("*"), new Intercept());
        assertThat(largest(row, unscaled, learner(row))).isGreaterThan(LIMIT);
        assertThat(largest(row, world, ContextualProblems.learner("softmax", 0.07, new Ridge(1))))
                .isGreaterThan(LIMIT);
        assertThat(largest(row, world, ContextualProblems.learner("softmax", 0.05, new Ridge(20))))
                .isGreaterThan(LIMIT);
    }

    @Test
    void gatesOfAnotherStepAreNoticed() {
        Row row = rows().filter(each -> each.text("data").equals("cancer"))
                .filter(each -> each.text("model").equals("gates"))
                .filter(each -> each.text("policy").equals("softmax"))
                .findFirst()
                .orElseThrow();
        for (ModelSpec other :
                List.of(new LogisticSgd(0.1, Layout.DISJOINT, false), new LogisticSgd(0.5, Layout.DISJOINT, true))) {
            LearnerSpec learner = ContextualProblems.learner("softmax", 0.1, other);
            assertThat(largest(row, world("cancer", new Intercept()), learner)).isGreaterThan(LIMIT);
        }
    }

    @Test
    void anotherStepSizeOrBaselineIsNoticed() {
        Row row = rows().filter(each -> each.text("model").equals("pg"))
                .filter(each -> each.text("data").equals("iris") && each.number("model_parameter") == 1)
                .findFirst()
                .orElseThrow();
        Testbed world = world("iris", new Intercept());
        assertThat(largest(row, world, gradient(1, 0.1, Baseline.EXCLUDING))).isGreaterThan(LIMIT);
        assertThat(largest(row, world, gradient(1, 1, Baseline.NONE))).isGreaterThan(LIMIT);
    }

    /** Other activations, outputs and steps go otherwise. */
    @Test
    void otherNetworksAreNoticed() {
        Row row = rows().filter(each -> each.text("model").equals("mlp"))
                .filter(each -> each.text("data").equals("cancer"))
                .findFirst()
                .orElseThrow();
        for (ModelSpec other : List.of(
                network(Activation.RELU, NetworkOutput.SIGMOID, 0.5),
                network(Activation.TANH, NetworkOutput.IDENTITY, 0.5),
                network(Activation.TANH, NetworkOutput.SIGMOID, 0.35))) {
            LearnerSpec learner = ContextualProblems.learner("epsilon", 0.05, other);
            assertThat(largest(row, world(row), learner)).isGreaterThan(LIMIT);
        }
    }

    @Test
    void gatesOrAnotherStepWhereASoftmaxIsToldTheLabelAreNoticed() {
        Row row = rows().filter(each -> each.text("model").equals("full"))
                .filter(each -> each.text("data").equals("iris"))
                .findFirst()
                .orElseThrow();
        Testbed world = world("iris", new Intercept());
        assertThat(largest(row, world, told(Output.SIGMOID, 0.5))).isGreaterThan(LIMIT);
        assertThat(largest(row, world, told(Output.SOFTMAX, 0.1))).isGreaterThan(LIMIT);
    }

    /** Returns the largest distance of a figure from the other program's, in standard errors of the difference. */
    private static double largest(Row row, Testbed world, LearnerSpec learner) {
        long horizon = (long) row.number("steps");
        Measured measured = new Measured(
                new Simulation(
                                world,
                                Map.of("learner", learner),
                                new long[] {horizon - horizon / 10, horizon},
                                REPETITIONS,
                                Seed.of(15))
                        .play("alike?", 2, decisions -> {}),
                horizon);
        double largest = Stream.of(
                        distance(row, "total_reward", measured.of("cumulative_reward_final"), 1),
                        distance(row, "pseudo_regret", measured.of("regret_pseudo_at_" + horizon), 1),
                        distance(row, "optimal_share", measured.of("percent_optimal"), 100))
                .max(Double::compare)
                .orElseThrow();
        if (row.text("mode").equals("label")) {
            double[] last = measured.of("percent_optimal_last_tenth");
            double accuracy = 100 * row.number("last_tenth(label: accuracy; mushroom: regret per step)");
            largest = Math.max(
                    largest, Math.abs(last[0] - accuracy) / Math.hypot(last[1], 100 * row.number("last_tenth_se")));
        }
        return largest;
    }

    private static double distance(Row row, String figure, double[] found, double unit) {
        return Math.abs(found[0] - unit * row.number(figure)) / Math.hypot(found[1], unit * row.number(figure + "_se"));
    }
}
