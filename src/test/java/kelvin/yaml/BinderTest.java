package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Gaussian;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.experiment.Catalog;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.GradientBandit;
import kelvin.learner.slate.SubsetLearner;
import kelvin.model.ModelSpec;
import kelvin.policy.Annealed;
import kelvin.policy.Greedy;
import kelvin.policy.Mixture;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.Top;
import kelvin.policy.Uniform;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.ExpectedOpen;
import kelvin.policy.subset.IndependentGates;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.policy.subset.Threshold;
import kelvin.schedule.Constant;
import kelvin.schedule.InverseCount;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Linear;
import kelvin.schedule.Schedule;
import kelvin.schedule.Steps;
import kelvin.simulation.ReportSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinderTest {
    private static boolean initialised;

    /** Somebody's own schedule, with one component of every simple type. */
    public record Own(
            double a,
            @Default("2") int b,
            @Default("[1, 2]") List<Long> c,
            @Default("true") Boolean d,
            String e) implements Schedule {
        public Own {
            Require.atLeast("b", 1, b);
        }

        @Override
        public double at(long step) {
            return a;
        }
    }

    /** Somebody's own schedule with a type that YAML cannot hold. */
    public record Odd(double[] numbers) implements Schedule {
        @Override
        public double at(long step) {
            return numbers[0];
        }
    }

    /** A schedule of policies that is neither a policy nor annealed. */
    public record Changing() implements PolicySchedule {
        @Override
        public Policy at(long step) {
            return step < 10 ? new Uniform() : new Greedy();
        }
    }

    /** A record of no kind that must never be initialised. */
    public record Trap() {
        static {
            initialised = true;
        }
    }

    static <T> T bind(Class<T> type, String yaml) {
        return new Catalog().binder().bind(type, YamlDocument.parse("x", yaml), SourceLocation.top("x"));
    }

    @Test
    void namesAreRecordsAndKeysAreTheirComponents() {
        assertThat(bind(PolicySchedule.class, "{SigmoidGate: {temperature: 0.2, threshold: 0.5}}"))
                .isEqualTo(new SigmoidGate(0.5, 0.2));
    }

    @Test
    void aNumberWhereAThresholdIsExpectedIsFixed() {
        assertThat(bind(SubsetPolicy.class, "{IndependentGates: {threshold: 0.5, temperature: 2}}"))
                .isEqualTo(new IndependentGates(0.5, 2));
        assertThat(bind(Threshold.class, "{ExpectedOpen: {gates: 2.5}}")).isEqualTo(new ExpectedOpen(2.5));
        assertThatThrownBy(() -> bind(Threshold.class, "mean"))
                .hasMessageContaining("must be a threshold, a number or written {MeanThreshold: {}}");
    }

    @Test
    void aNumberWhereAScheduleIsExpectedIsConstant() {
        assertThat(bind(Schedule.class, "0.1")).isEqualTo(new Constant(0.1));
    }

    @Test
    void aPolicyWhereALearnerIsExpectedIsASampleAverageFromZero() {
        assertThat(bind(LearnerSpec.class, "{Greedy: {}}"))
                .isEqualTo(new ValueLearner(new Greedy(), 0, new InverseCount(1), false));
        assertThat(bind(LearnerSpec.class, "{ExactlyM: {m: 2, temperature: 0.5}}"))
                .isEqualTo(new SubsetLearner(new ExactlyM(2, 0.5), 0, new InverseCount(1)));
    }

    @Test
    void aScheduleInANumberOfAPolicyAnnealsIt() {
        assertThat(bind(PolicySchedule.class, "{Softmax: {temperature: {InverseSqrt: {start: 2}}}}"))
                .isEqualTo(new Annealed(new Softmax(2), "temperature", new InverseSqrt(2)));
    }

    @Test
    void severalScheduledNumbersNestInTheOrderOfTheHeader() {
        Schedule up = new Linear(0, 1, 10);
        Schedule down = new InverseSqrt(1);
        String yaml =
                "{SigmoidGate: {temperature: {InverseSqrt: {start: 1}}, threshold: {Linear: {start: 0, end: 1, steps: 10}}}}";
        assertThat(bind(PolicySchedule.class, yaml))
                .isEqualTo(new Annealed(new Annealed(new SigmoidGate(0, 1), "threshold", up), "temperature", down));
    }

    @Test
    void aScheduleInAComponentOfAPolicyAnnealsTheWhole() {
        String yaml = "{Mixture: {policy: {Top: {policy: {Softmax: {temperature: {InverseSqrt: {start: 2}}}}, k: 3}},"
                + " epsilon: {InverseSqrt: {start: 1}}}}";
        Policy mixture = new Mixture(new Top(new Softmax(2), 3), 1, new Uniform());
        Annealed inner = new Annealed(mixture, "policy.policy.temperature", new InverseSqrt(2));
        assertThat(bind(PolicySchedule.class, yaml)).isEqualTo(new Annealed(inner, "epsilon", new InverseSqrt(1)));
    }

    @Test
    void annealedMayBeNamedToo() {
        String yaml = "{Annealed: {policy: {Softmax: {temperature: 5}}, parameter: temperature, schedule: 2}}";
        assertThat(bind(PolicySchedule.class, yaml))
                .isEqualTo(new Annealed(new Softmax(5), "temperature", new Constant(2)));
    }

    @Test
    void enumsAreWrittenInLowerCase() {
        assertThat(bind(LearnerSpec.class, "{GradientBandit: {stepSize: 1, baseline: excluding}}"))
                .isEqualTo(new GradientBandit(1, Baseline.EXCLUDING));
    }

    /** As everywhere else; another name is refused as any key is. */
    @Test
    void aComponentThatCanBeNothingElseMayBeNamed() {
        assertThat(bind(ModelSpec.class, "{NeuralLinear: {network: {Network: {hidden: [3]}}}}"))
                .isEqualTo(bind(ModelSpec.class, "{NeuralLinear: {network: {hidden: [3]}}}"));
        assertThatThrownBy(() -> bind(ModelSpec.class, "{NeuralLinear: {network: {Ridge: {}}}}"))
                .hasMessageContaining("NeuralLinear.network: unknown key 'Ridge'. Allowed: hidden, ");
        assertThatThrownBy(() -> bind(ModelSpec.class, "{NeuralLinear: {network: {Network: {width: 3}}}}"))
                .hasMessageContaining("NeuralLinear.network.Network: unknown key 'width'");
    }

    @Test
    void listsKeepTheirOrder() {
        assertThat(bind(Schedule.class, "{Steps: {values: [3, 1.5, 2], until: [10, 1e3]}}"))
                .isEqualTo(new Steps(List.of(3.0, 1.5, 2.0), List.of(10L, 1000L)));
    }

    /** Numbers between two others are spread evenly, whole ones are listed. */
    @Test
    void aGridStandsForAListOfNumbers() {
        assertThat(bind(Schedule.class, "{Steps: {values: {from: 1, to: 100, points: 3}, until: [10, 20]}}"))
                .isEqualTo(new Steps(List.of(1.0, 10.0, 100.0), List.of(10L, 20L)));
        assertThatThrownBy(
                        () -> bind(Schedule.class, "{Steps: {values: [1, 2, 3], until: {from: 1, to: 2, points: 2}}}"))
                .hasMessage("x:1: Steps.until: unknown key 'from'. Allowed: file, column, where");
    }

    @Test
    void aWordStandsForTheRecordWithout() {
        assertThat(bind(ReportSteps.class, "default")).isEqualTo(new ReportSteps.Usual());
        assertThatThrownBy(() -> bind(ReportSteps.class, "usual"))
                .hasMessage("x:1: found 'usual', must be a whole number, list of steps, or default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1e3", "1000.0", "0x3e8", "0o1750", "+1000", "01000"})
    void wholeNumbersMayBeWrittenInAnyWayOfYaml(String number) {
        assertThat(bind(Schedule.class, "{Linear: {start: 0, end: 1, steps: " + number + "}}"))
                .isEqualTo(new Linear(0, 1, 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "0x10", "16.", "1.6E+1", "+16.0"})
    void numbersMayBeWrittenInAnyWayOfYaml(String number) {
        assertThat(bind(Schedule.class, number)).isEqualTo(new Constant(16));
    }

    @Test
    void aUsersRecordIsNamedByItsFullClassName() {
        assertThat(bind(Schedule.class, "{" + Own.class.getName() + ": {a: 1, e: text}}"))
                .isEqualTo(new Own(1, 2, List.of(1L, 2L), true, "text"));
    }

    @Test
    void aClassOfNoKindIsRefusedBeforeItsCodeRuns() {
        assertThatThrownBy(() -> bind(Schedule.class, "{" + Trap.class.getName() + ": {}}"))
                .hasMessageContaining("is not a public record that implements kelvin.schedule.Schedule");
        assertThat(initialised).isFalse();
        assertThat(new Trap()).isNotNull();
        assertThat(initialised).isTrue();
    }

    @Test
    void aRecordsOwnChecksPointAtTheKey() {
        assertThatThrownBy(() -> bind(Schedule.class, "\n{" + Own.class.getName() + ": {a: 1, b: 0, e: t}}"))
                .hasMessage("x:2: '" + Own.class.getName() + "'.b: found 0, must be >= 1");
    }

    @Test
    void aPolicyThatMustNotChangeRefusesASchedule() {
        String changing = "{Floor: {policy: {" + Changing.class.getName() + ": {}}, minimum: 0}}";
        assertThatThrownBy(() -> bind(PolicySchedule.class, changing))
                .hasMessageEndingWith("Floor.policy: must not change with the step here");
    }

    @Test
    void numbersOfArmsAndTestbedsTakeNoSchedule() {
        assertThat(bind(Arm.class, "{Gaussian: {mean: 1, stdDev: 2}}")).isEqualTo(new Gaussian(1, 2));
        assertThatThrownBy(() -> bind(Arm.class, "{Gaussian: {mean: {Constant: {value: 1}}, stdDev: 2}}"))
                .hasMessage("x:1: Gaussian.mean: found a mapping, must be a number");
    }

    @Test
    void anAliasOfANumberIsThatNumber() {
        assertThat(bind(Testbed.class, "{GaussianTestbed: {arms: 3, meanStdDev: &s 2.5, rewardStdDev: *s}}"))
                .isEqualTo(bind(Testbed.class, "{GaussianTestbed: {arms: 3, meanStdDev: 2.5, rewardStdDev: 2.5}}"));
    }

    @Test
    void aTypeThatYamlCannotHoldIsNamed() {
        assertThatThrownBy(() -> bind(Schedule.class, "{" + Odd.class.getName() + ": {numbers: [1]}}"))
                .hasMessage(
                        "x:1: '" + Odd.class.getName() + "'.numbers: the Java type double[] cannot be written in YAML");
    }
}
