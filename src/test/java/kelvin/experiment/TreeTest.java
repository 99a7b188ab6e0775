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
            "{Bernoulli: {p: 0.3}}",
            "{Gaussian: {mean: 1, stdDev: 2}}",
            "{FixedTestbed: {arms: [{Bernoulli: {p: 0.3}}, {Gaussian: {mean: 1, stdDev: 2}}]}}",
            "{GaussianTestbed: {arms: 10, meanStdDev: 1, rewardStdDev: 1}}");

    static Stream<Entry> everyName() {
        return Stream.of(Kind.values()).flatMap(kind -> new Catalog().entries(kind).stream());
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
