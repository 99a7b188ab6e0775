package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.SerialCopy;
import kelvin.experiment.Catalog;
import kelvin.experiment.ComponentKinds;
import kelvin.json.Json;
import kelvin.learner.LearnerSpec;
import kelvin.model.ModelSpec;
import kelvin.policy.Annealed;
import kelvin.policy.PolicySchedule;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.schedule.Constant;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Schedule;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.ReportSteps;
import kelvin.simulation.StoppingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordWriterTest {
    /** One example of every record in the catalog, as YAML. */
    private static final List<String> EXAMPLES = List.of(
            "{Softmax: {temperature: 0.1}}",
            "{SigmoidGate: {threshold: -1.0E-300, temperature: 1.0E300}}",
            "{Greedy: {}}",
            "{EpsilonGreedy: {epsilon: 0.1}}",
            "{Uniform: {}}",
            "{Mellowmax: {omega: 3}}",
            "{Sparsemax: {temperature: 0.1}}",
            "{Entmax: {alpha: 1.5, temperature: 0.1}}",
            "{Tsallis: {temperature: 0.1}}",
            "{Mixture: {policy: {Greedy: {}}, epsilon: 0.5, other: {Softmax: {temperature: 0.1}}}}",
            "{Floor: {policy: {Greedy: {}}, minimum: 0.01}}",
            "{UniformMix: {policy: {Greedy: {}}, minimum: 0.01}}",
            "{BaselineShare: {policy: {Greedy: {}}, share: 0.2, baseline: 1}}",
            "{ExplorationBudget: {policy: {Uniform: {}}, share: 0.2}}",
            "{LossBudget: {policy: {Uniform: {}}, budget: 0.01}}",
            "{Top: {policy: {Uniform: {}}, k: 3}}",
            "{Nucleus: {policy: {Softmax: {temperature: 0.1}}, mass: 0.9}}",
            "{Gated: {threshold: 0.5, temperature: 0.1, among: {Softmax: {temperature: 1}}, otherwise: {Greedy: {}}}}",
            "{TargetEntropy: {target: 0.5}}",
            "{EffectiveActions: {target: 2.5}}",
            "{BestProbability: {target: 0.75}}",
            "{KlFromUniform: {target: 0.1}}",
            "{ExpectedLoss: {target: 0.1}}",
            "{KlFrom: {reference: [0.75, 0.25], target: 0.1, branch: colder}}",
            "{Annealed: {policy: {Softmax: {temperature: 5}}, parameter: temperature, schedule: {InverseLog: {start: 1}}}}",
            "{Constant: {value: 0.3}}",
            "{Linear: {start: 1, end: 0.1, steps: 9223372036854775807}}",
            "{Exponential: {start: 1, end: 0.1, halfLife: 3}}",
            "{InverseSqrt: {start: 0.7}}",
            "{InverseLog: {start: 0.7}}",
            "{InverseCount: {start: 0.7}}",
            "{LogOverCount: {start: 0.7}}",
            "{Lagged: {schedule: {InverseSqrt: {start: 1}}, lag: 1}}",
            "{AnytimeTemperature: {actions: 10}}",
            "{HorizonTemperature: {actions: 10, horizon: 1000}}",
            "{Cosine: {start: 1, end: 2, steps: 30}}",
            "{Steps: {values: [1, 2.5], until: [7]}}",
            "{FixedThreshold: {value: 0.5}}",
            "{MeanThreshold: {}}",
            "{ExpectedOpen: {gates: 2}}",
            "{IndependentGates: {threshold: 0.5, temperature: 0.1}}",
            "{ExactlyM: {m: 2, temperature: 0.1}}",
            "{PlackettLuce: {m: 2, temperature: 0.1}}",
            "{ValueLearner: {policy: {Greedy: {}}, initialValue: 5, stepSize: 0.1, tryEachArmFirst: true}}",
            "{Ucb1: {}}",
            "{Ucb: {exploration: 2}}",
            "{Vdbe: {inverseSensitivity: 0.5, explore: {Softmax: {temperature: 1}}, initialValue: 0, stepSize: 0.1}}",
            "{BoltzmannGumbel: {scale: 1}}",
            "{UcbAlpha: {alpha: 1}}",
            "{Ucb1Tuned: {}}",
            "{UcbV: {}}",
            "{Moss: {}}",
            "{MossAnytime: {alpha: 1}}",
            "{OcUcb: {eta: 2, rho: 0.5}}",
            "{KlUcb: {family: gaussian, dispersion: 2, logLog: 3}}",
            "{KlUcbPlus: {family: poisson, dispersion: 1}}",
            "{KlUcbPlusPlus: {family: exponential, dispersion: 1}}",
            "{Imed: {family: bernoulli, dispersion: 1}}",
            "{Dmed: {family: bernoulli, dispersion: 1}}",
            "{Besa: {}}",
            "{EpsilonFirst: {epsilon: 0.1}}",
            "{EpsilonDecreasing: {exploration: 5, gap: 0.1}}",
            "{ExploreThenCommit: {plays: 5, updating: true}}",
            "{SuccessiveElimination: {errorProbability: 0.05}}",
            "{DiscountedUcb: {discount: 0.99, exploration: 0.6, bound: 1}}",
            "{SlidingWindowUcb: {window: 100, exploration: 0.6, bound: 1}}",
            "{CusumUcb: {samples: 100, tolerance: 0.1, threshold: 5, exploration: 0.05, width: 1}}",
            "{GlrKlUcb: {errorProbability: 0.05, exploration: 0.05, local: true, every: 10}}",
            "{SuccessiveRejects: {}}",
            "{SequentialHalving: {}}",
            "{Lucb: {errorProbability: 0.05, tolerance: 0.01}}",
            "{TopTwoBeta: {leading: 0.5, attempts: 100}}",
            "{TopTwoGaussian: {rewardStdDev: 1, priorStdDev: 1, leading: 0.5, attempts: 100}}",
            "{LilUcb: {errorProbability: 0.05, rewardStdDev: 0.5, beta: 1, epsilon: 0.01}}",
            "{GradientBandit: {stepSize: 0.1, baseline: none}}",
            "{WindowLearner: {policy: {Greedy: {}}, window: 50, initialValue: 1}}",
            "{DiscountedLearner: {policy: {Greedy: {}}, discount: 0.99, initialValue: 1}}",
            "{SoftMix: {scale: 2}}",
            "{EntropyGradient: {stepSize: 0.1, temperature: 0.2, baseline: none}}",
            "{ThompsonBeta: {priorSuccesses: 2, priorFailures: 3}}",
            "{ThompsonGaussian: {rewardStdDev: 2, priorMean: 1, priorStdDev: 3}}",
            "{ThompsonNormalGamma: {priorMean: 1, priorCount: 2, priorShape: 3, priorRate: 4}}",
            "{ThompsonPoisson: {priorShape: 2, priorRate: 3}}",
            "{ThompsonDirichlet: {values: [0, 0.5, 1], prior: 2}}",
            "{ThompsonWindow: {window: 50}}",
            "{ThompsonDsw: {discount: 0.99, window: 50, aggregate: max}}",
            "{BayesUcb: {tryEachArmFirst: true}}",
            "{Gittins: {discount: 0.99}}",
            "{InformationDirected: {points: 100}}",
            "{Exp3: {exploration: 0.1}}",
            "{Exp3Anytime: {scale: 2}}",
            "{Exp3Ix: {scale: 2}}",
            "{Exp3S: {exploration: 0.1, sharing: 0.001}}",
            "{Exp3PlusPlus: {}}",
            "{TsallisInf: {scale: 2}}",
            "{Hedge: {scale: 2}}",
            "{Rexp3: {batch: 100, exploration: 0.1}}",
            "{DoublingTrick: {learner: {Exp3: {exploration: 0.1}}, first: 10}}",
            "{Corral: {learners: [{Ucb1: {}}, {Exp3: {exploration: 0.1}}], learningRate: 0.1}}",
            "{Bernoulli: {p: 0.3}}",
            "{Gaussian: {mean: 1, stdDev: 2}}",
            "{FixedTestbed: {arms: [{Bernoulli: {p: 0.3}}, {Gaussian: {mean: 1, stdDev: 2}}]}}",
            "{GaussianTestbed: {arms: 10, meanStdDev: 1, rewardStdDev: 1}}");

    /** One example of every arm and testbed; some share their names with policies and schedules. */
    private static final List<String> WORLDS = List.of(
            "{Beta: {alpha: 1, beta: 2}}",
            "{Binomial: {trials: 5, p: 0.3}}",
            "{Constant: {value: -1}}",
            "{Empirical: {sample: [1, 2.5]}}",
            "{Exponential: {mean: 2}}",
            "{Gamma: {shape: 2, scale: 1}}",
            "{Geometric: {p: 0.1}}",
            "{Mixture: {arms: [{Poisson: {mean: 3}}, {Constant: {value: 0}}], weights: [1, 2]}}",
            "{Pareto: {scale: 1, shape: 3}}",
            "{Poisson: {mean: 3}}",
            "{StudentT: {degreesOfFreedom: 3, location: 0, scale: 1}}",
            "{TruncatedGaussian: {location: 0, scale: 1, low: -1, high: 2}}",
            "{Uniform: {low: 0, high: 1}}",
            "{Alternating: {}}",
            "{BernoulliTestbed: {arms: 10, means: {Uniform: {low: 0, high: 1}}}}",
            "{Delayed: {testbed: {Alternating: {}}, delay: {Geometric: {p: 0.1}}, lost: 0.2}}",
            "{EmpiricalTestbed: {arms: [0, 1, 0], paid: [1, 0, 1]}}",
            "{GeometricGaps: {arms: 4, best: {Bernoulli: {p: 0.5}}, smallest: 0.02, ratio: 2}}",
            "{Hindsight: {testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.3}}]}}}}",
            "{LinearGaps: {arms: 4, best: {Gaussian: {mean: 0, stdDev: 1}}, gap: 0.5}}",
            "{OneGoodArm: {arms: 4, good: {Constant: {value: 1}}, others: {Bernoulli: {p: 0.5}}}}",
            "{RandomSwitching: {testbed: {GaussianTestbed: {arms: 2, meanStdDev: 1, rewardStdDev: 1}}, probability: 0.01}}",
            "{RandomWalk: {arms: 3, start: {Gaussian: {mean: 0, stdDev: 1}}, stepStdDev: 0.01}}",
            "{Replay: {actions: [0, 1], paid: [1, 0], propensities: [0.5, 0.5]}}",
            "{Restless: {arms: 3, good: {Bernoulli: {p: 0.9}}, bad: {Bernoulli: {p: 0.1}}, toBad: 0.01, toGood: 0.02}}",
            "{RewardTable: {table: [[1, 2], [3, 4]]}}",
            "{Rotting: {arms: [{Bernoulli: {p: 0.9}}], exponent: 0.5}}",
            "{Seasonal: {arms: [{Bernoulli: {p: 0.5}}], amplitude: 0.1, period: 100}}",
            "{Shifts: {testbed: {Alternating: {}}, open: 1, length: 10}}",
            "{Sleeping: {testbed: {Alternating: {}}, awake: 0.5, every: 3}}",
            "{SmoothDrift: {arms: [{Bernoulli: {p: 0.5}}], end: [0.1], steps: 100}}",
            "{Switching: {phases: [{Alternating: {}}, {Alternating: {}}], until: [10]}}");

    private static Stream<String> examples(ComponentKind kind) {
        boolean world = List.of(ComponentKinds.ARM, ComponentKinds.TESTBED).contains(kind);
        return world ? Stream.concat(WORLDS.stream(), EXAMPLES.stream()) : EXAMPLES.stream();
    }

    /** The examples of records that have one: what comes back depends on the types of components, not on the record. */
    static Stream<Arguments> examples() {
        return ComponentKinds.ALL.stream()
                .flatMap(kind -> new Catalog().entries(kind).stream())
                .flatMap(entry -> examples(entry.kind())
                        .filter(yaml -> yaml.startsWith("{" + entry.name() + ":"))
                        .limit(1)
                        .map(yaml -> Arguments.of(entry, yaml)));
    }

    @Test
    void aScheduleInsideAComponentComesBackEqual() {
        String yaml = "{Mixture: {policy: {Softmax: {temperature: {InverseSqrt: {start: 2}}}}, epsilon: 0.5}}";
        Object value = BinderTest.bind(PolicySchedule.class, yaml);
        assertThat(again(PolicySchedule.class, value)).isEqualTo(value).isInstanceOf(Annealed.class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void recordsComeBackEqual(ComponentType entry, String yaml) {
        Object value = BinderTest.bind(entry.kind().type(), yaml);
        assertThat(value).isInstanceOf(entry.type());
        assertThat(again(entry.kind().type(), value)).isEqualTo(value);
        assertThat(SerialCopy.of(value)).isEqualTo(value);
    }

    @Test
    void aComponentThatCanBeNothingElseIsNotNamed() {
        Object value = BinderTest.bind(ModelSpec.class, "{NeuralLinear: {network: {hidden: [3, 2], stepSize: 0.1}}}");
        assertThat(Json.canonical(Catalog.tree(value))).contains("\"network\":{\"activation\":");
        assertThat(again(ModelSpec.class, value)).isEqualTo(value);
        Object bag = BinderTest.bind(ModelSpec.class, "{Bag: {model: {NeuralLinear: {network: {hidden: [3]}}}}}");
        assertThat(again(ModelSpec.class, bag)).isEqualTo(bag);
    }

    @Test
    void aConstantScheduleOfAPolicyStaysASchedule() {
        PolicySchedule value = new Annealed(new Softmax(3), "temperature", new Constant(3));
        assertThat(Json.canonical(Catalog.tree(value)))
                .isEqualTo("{\"Softmax\":{\"temperature\":{\"Constant\":{\"value\":3.0}}}}");
        assertThat(again(PolicySchedule.class, value)).isEqualTo(value);
    }

    @Test
    void schedulesNestedAgainstTheHeaderAreNamed() {
        Annealed inner = new Annealed(new SigmoidGate(0, 1), "temperature", new InverseSqrt(1));
        Annealed value = new Annealed(inner, "threshold", new Constant(0));
        assertThat(Json.canonical(Catalog.tree(value))).startsWith("{\"Annealed\":");
        assertThat(again(PolicySchedule.class, value)).isEqualTo(value);
    }

    @Test
    void everyDefaultIsWrittenOut() {
        assertThat(Json.canonical(Catalog.tree(BinderTest.bind(LearnerSpec.class, "{Greedy: {}}"))))
                .isEqualTo("{\"ValueLearner\":{\"initialValue\":0.0,\"policy\":{\"Greedy\":{}},"
                        + "\"stepSize\":{\"InverseCount\":{\"start\":1.0}},\"tryEachArmFirst\":false}}");
    }

    /** A record of parts that may be left out. */
    public record Sheet(Optional<Integer> size, Map<String, ReportSteps> marks) {}

    @Test
    void whatIsAbsentOrEmptyIsNotWritten() {
        assertThat(Catalog.tree(new Sheet(Optional.empty(), Map.of()))).isEqualTo(Map.of());
        assertThat(Catalog.tree(new Sheet(Optional.of(3), Map.of("a", new ReportSteps.AtMost(5)))))
                .isEqualTo(Map.of("size", 3, "marks", Map.of("a", 5)));
        assertThat(Catalog.tree(Optional.of(new Sheet(Optional.of(3), Map.of()))))
                .isEqualTo(Map.of("size", 3));
    }

    /** A number, a list or a word where one will do, else the word with what it describes. */
    @Test
    void shortFormsAreWritten() {
        assertThat(Catalog.tree(new ReplicationPlan.Fixed(20))).isEqualTo(20);
        assertThat(Catalog.tree(new ReportSteps.At(List.of(1L, 5L)))).isEqualTo(List.of(1L, 5L));
        assertThat(Catalog.tree(new ReportSteps.Usual())).isEqualTo("default");
        assertThat(Json.canonical(Catalog.tree(new StoppingRule(0.5, "regret", 64, 100))))
                .isEqualTo("{\"until\":{\"halfWidth\":0.5,\"max\":100,\"min\":64,\"of\":\"regret\"}}");
    }

    @Test
    void aUsersRecordIsWrittenWithItsFullName() {
        Schedule value = new BinderTest.Own(1, 3, List.of(), false, "\"quoted\" \\ \u2028 \uFEFF \t ε 𝜀");
        assertThat(again(Schedule.class, value)).isEqualTo(value);
    }

    private static Object again(Class<?> type, Object value) {
        return BinderTest.bind(type, Json.pretty(Catalog.tree(value)));
    }
}
