package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kelvin.learner.LearnerSpec;
import kelvin.policy.Annealed;
import kelvin.policy.PolicySchedule;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.schedule.Constant;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TreeTest {
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
            "{Top: {policy: {Uniform: {}}, k: 3}}",
            "{Nucleus: {policy: {Softmax: {temperature: 0.1}}, mass: 0.9}}",
            "{Gated: {threshold: 0.5, temperature: 0.1, among: {Softmax: {temperature: 1}}, otherwise: {Greedy: {}}}}",
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

    static Stream<Entry> everyName() {
        return Stream.of(Kind.values()).flatMap(kind -> new Catalog().entries(kind).stream());
    }

    @Test
    void aScheduleInsideAComponentComesBackEqual() {
        String yaml = "{Mixture: {policy: {Softmax: {temperature: {InverseSqrt: {start: 2}}}}, epsilon: 0.5}}";
        Object value = BinderTest.bind(PolicySchedule.class, yaml);
        assertThat(again(PolicySchedule.class, value)).isEqualTo(value).isInstanceOf(Annealed.class);
    }

    @ParameterizedTest
    @MethodSource("everyName")
    void everyRecordComesBackEqual(Entry entry) {
        String yaml = EXAMPLES.stream()
                .filter(e -> e.startsWith("{" + entry.name() + ":"))
                .findFirst()
                .orElseThrow();
        Object value = BinderTest.bind(entry.kind().type(), yaml);
        assertThat(value).isInstanceOf(entry.type());
        assertThat(again(entry.kind().type(), value)).isEqualTo(value);
    }

    @Test
    void aConstantScheduleOfAPolicyStaysASchedule() {
        PolicySchedule value = new Annealed(new Softmax(3), "temperature", new Constant(3));
        assertThat(Json.canonical(Tree.of(value)))
                .isEqualTo("{\"Softmax\":{\"temperature\":{\"Constant\":{\"value\":3.0}}}}");
        assertThat(again(PolicySchedule.class, value)).isEqualTo(value);
    }

    @Test
    void schedulesNestedAgainstTheHeaderAreNamed() {
        Annealed inner = new Annealed(new SigmoidGate(0, 1), "temperature", new InverseSqrt(1));
        Annealed value = new Annealed(inner, "threshold", new Constant(0));
        assertThat(Json.canonical(Tree.of(value))).startsWith("{\"Annealed\":");
        assertThat(again(PolicySchedule.class, value)).isEqualTo(value);
    }

    @Test
    void everyDefaultIsWrittenOut() {
        assertThat(Json.canonical(Tree.of(BinderTest.bind(LearnerSpec.class, "{Greedy: {}}"))))
                .isEqualTo("{\"ValueLearner\":{\"initialValue\":0.0,\"policy\":{\"Greedy\":{}},"
                        + "\"stepSize\":{\"InverseCount\":{\"start\":1.0}},\"tryEachArmFirst\":false}}");
    }

    @Test
    void aUsersRecordIsWrittenWithItsFullName() {
        Schedule value = new BinderTest.Own(1, 3, List.of(), false, "\"quoted\" \\ \u2028 \uFEFF \t ε 𝜀");
        assertThat(again(Schedule.class, value)).isEqualTo(value);
    }

    private static Object again(Class<?> type, Object value) {
        return BinderTest.bind(type, Json.pretty(Tree.of(value)));
    }
}
