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
            "{BestProbability: {target: 0.9}}",
            "{EffectiveActions: {target: 3}}",
            "{ExpectedLoss: {target: 0.2}}",
            "{KlFrom: {reference: [0.25, 0.5, 0.25], target: 0.1, branch: colder}}",
            "{KlFromUniform: {target: 0.2}}",
            "{TargetEntropy: {target: 0.5}}",
            "{Annealed: {policy: {Softmax: {temperature: 5}}, parameter: temperature, schedule: {InverseLog: {start: 1}}}}",
            "{Constant: {value: 0.3}}",
            "{Linear: {start: 1, end: 0.1, steps: 9223372036854775807}}",
            "{Exponential: {start: 1, end: 0.1, halfLife: 3}}",
            "{InverseSqrt: {start: 0.7}}",
            "{InverseLog: {start: 0.7}}",
            "{InverseCount: {start: 0.7}}",
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
            "{Vdbe: {inverseSensitivity: 0.2, explore: {Softmax: {temperature: 0.1}}, initialValue: 0, stepSize: 0.1}}",
            "{BoltzmannGumbel: {scale: 0.5}}",
            "{GradientBandit: {stepSize: 0.1, baseline: none}}",
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
