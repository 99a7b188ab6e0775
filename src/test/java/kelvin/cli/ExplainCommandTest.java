package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.cli.text.ExplainedDecision;
import kelvin.cli.text.RepeatedDraws;
import kelvin.experiment.Catalog;
import kelvin.experiment.ComponentKinds;
import kelvin.policy.Policy;
import kelvin.random.Seed;
import kelvin.yaml.ComponentKind;
import kelvin.yaml.ComponentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    private static final String GATES = "{SigmoidGate: {threshold: 0.5, temperature: 0.2}}";

    /** Columns in the order of the work: value, logit, weight, probability, cumulative, draw; then the sigmoid. */
    @Test
    void softmaxIsWorkedOutStepByStep() {
        assertThat(Kelvin.run("explain", "1.2", "-0.1", "2.4").out())
                .containsSubsequence("value q", "(q−max)/τ", "weight", "probability", "cumulative", "draw", "σ(q/τ)")
                .containsPattern("0 +1\\.2 +-1\\.200000 +0\\.301194 +0\\.217739 +0\\.217739 +0\\.768525")
                .containsPattern("1 +-0\\.1 +-2\\.500000 +0\\.082085 +0\\.059341 +0\\.277080 +0\\.475021")
                .containsPattern("2 +2\\.4 +0 +1\\.000000 +0\\.722920 +1\\.000000 +(← 0\\.\\d+ +)?0\\.916827")
                .containsPattern("sum +1\\.383279 +1\\.000000 +2\\.160373");
    }

    @Test
    void theActionChosenIsTheOneTheDrawFallsOn() {
        Kelvin answer = Kelvin.run("explain", 1.2, -0.1, 2.4, "--seed", 1);
        assertThat(answer.out()).containsPattern("\n2 .*← 0\\.456678").contains("Action 2 is the first");
    }

    @Test
    void gatesShowTheirSigmoidOnce() {
        Kelvin answer = Kelvin.run("explain", 1.2, -0.1, "--policy", GATES);
        assertThat(answer.out()).contains("(q−θ)/τ", "σ((q−θ)/τ)").doesNotContain("σ(q)", "σ(q/τ)", "(q−max)/τ");
        assertThat(answer.out()).containsPattern("0 +1\\.2 +3\\.500000 +0\\.970688");
    }

    @Test
    void columnsThatDoNotApplyAreLeftOut() {
        Kelvin answer = Kelvin.run("explain", 1, 2, 2, "--policy", "{Greedy: {}}");
        assertThat(answer.out())
                .doesNotContain("weight", "τ")
                .contains("Here σ is at temperature 1, since the policy has none, and threshold 0.")
                .containsPattern("2 +2\\.0 +0\\.500000");
    }

    @Test
    void aScheduledPolicyIsTakenAtItsFirstStep() {
        Kelvin answer = Kelvin.run("explain", 1, 2, "--policy", "{Softmax: {temperature: {InverseSqrt: {start: 3}}}}");
        assertThat(answer.out()).startsWith("Softmax[temperature=3.0]");
    }

    @Test
    void aTemperatureThatDoesNothingIsNamed() {
        assertThat(Kelvin.run("explain", 1, 2, "--policy", "{Softmax: {temperature: 0.01}}")
                        .out())
                .endsWith(
                        "temperature 0.01 is far below the smallest gap below the best value, 1.0: numerically greedy,"
                                + " any but a best action is chosen less than once in a million decisions\n");
        assertThat(Kelvin.run("explain", 1, 2).out()).doesNotContain("numerically");
    }

    @Test
    void aSolvedTemperatureIsShown() {
        assertThat(Kelvin.run("explain", 0, 1, "--policy", "{BestProbability: {target: 0.75}}")
                        .out())
                .containsPattern("\ntemperature 0\\.9102392266268\\d+ achieves 0\\.75, which is the target\n");
        assertThat(Kelvin.run("explain", 1, 1, "--policy", "{BestProbability: {target: 0.75}}")
                        .out())
                .endsWith("temperature Infinity achieves 1.0, which is as close to the target as these values allow\n");
    }

    @Test
    void aClosedActionHasProbabilityZero() {
        assertThat(Kelvin.run("explain", "-0.5", "-inf", "2.4").out())
                .containsPattern("1 +-∞ +-∞ +0 +0 +0\\.\\d+ +0\n");
    }

    private static final List<String> POLICIES = """
            BaselineShare: {policy: {Softmax: {temperature: 1}}, share: 0.2}
            BestProbability: {target: 0.9}
            EffectiveActions: {target: 2}
            Entmax: {alpha: 1.5, temperature: 1}
            EpsilonGreedy: {epsilon: 0.1}
            ExpectedLoss: {target: 0.2}
            ExplorationBudget: {policy: {Softmax: {temperature: 1}}, share: 0.1}
            Floor: {policy: {Softmax: {temperature: 1}}, minimum: 0.1}
            Gated: {threshold: 1, temperature: 0.5, among: {Softmax: {temperature: 1}}}
            Greedy: {}
            KlFrom: {reference: [0.25, 0.5, 0.25], target: 0.1, branch: colder}
            KlFromUniform: {target: 0.3}
            LossBudget: {policy: {Softmax: {temperature: 1}}, budget: 0.01}
            Mellowmax: {omega: 2}
            InverseGap: {sharpness: 10}
            MinP: {policy: {Softmax: {temperature: 1}}, share: 0.1}
            Mixture: {policy: {Softmax: {temperature: 1}}, epsilon: 0.1}
            NormalisedInverseGap: {sharpness: {SqrtPlays: {scale: 10}}}
            Nucleus: {policy: {Softmax: {temperature: 1}}, mass: 0.9}
            ReweightedInverseGap: {sharpness: 10}
            SigmoidGate: {threshold: 1, temperature: 0.5}
            Softmax: {temperature: {InverseSqrt: {start: 1}}}
            Sparsemax: {temperature: 1}
            TargetEntropy: {target: 0.5}
            Top: {policy: {Softmax: {temperature: 1}}, k: 2}
            Tsallis: {temperature: 1}
            Uniform: {}
            UniformMix: {policy: {Softmax: {temperature: 1}}, minimum: 0.1}
            Annealed: {policy: {Softmax: {temperature: 1}}, parameter: temperature, schedule: {Constant: {value: 2}}}
            """.lines().toList();

    private static final List<String> SETS = """
            ExactlyM: {m: 2, temperature: 1}
            IndependentGates: {threshold: {ExpectedOpen: {gates: 2}}, temperature: 1}
            MaxExpectedF1: {}
            PlackettLuce: {m: 2, temperature: 1}
            """.lines().toList();

    static Stream<String> policies() {
        return POLICIES.stream();
    }

    static Stream<String> sets() {
        return SETS.stream();
    }

    private static Kelvin explain(String policy) {
        return Kelvin.run("explain", 1.2, -0.1, 2.4, "--policy", "{" + policy + "}");
    }

    @Test
    void thereIsAnExampleOfEveryPolicy() {
        assertThat(POLICIES)
                .extracting(line -> line.replaceFirst(":.*", ""))
                .containsExactlyInAnyOrderElementsOf(names(ComponentKinds.POLICY));
        assertThat(SETS)
                .extracting(line -> line.replaceFirst(":.*", ""))
                .containsExactlyElementsOf(names(ComponentKinds.SUBSET));
    }

    /** From outside, and against its contract. */
    private record Broken(double each) implements Policy {
        @Override
        public void probabilities(double[] values, double[] out) {
            Arrays.fill(out, each);
        }
    }

    @Test
    void whatIsNoProbabilityIsAnError() {
        double[] values = {1, 2, 3};
        RepeatedDraws once = new RepeatedDraws(Seed.of(1), 0);
        assertThat(ExplainedDecision.of(new Broken(1 / 3.0), values, once).text(false))
                .contains("so they sum to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExplainedDecision.of(new Broken(0.7), values, once))
                .withMessage(
                        "Broken[each=0.7] breaks its contract: its probabilities sum to 2.0999999999999996, must sum to"
                                + " 1; kelvin audit shows more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExplainedDecision.of(new Broken(Double.NaN), values, once))
                .withMessageContaining("the probability of action 0 is NaN, must be >= 0");
    }

    /** Writes 0.7 for every action. */
    public record TooMuch() implements Policy {
        @Override
        public void probabilities(double[] values, double[] out) {
            Arrays.fill(out, 0.7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2", "1 2 --raise 0=1", "--model {Ridge:__{}} --context 1"})
    void aPolicyWhoseProbabilitiesAreNoneIsRefused(String args) {
        String policy = "{" + TooMuch.class.getName() + ": {}}";
        Kelvin answer = Kelvin.run(Stream.concat(
                        Stream.of("explain", "--policy", policy),
                        Arrays.stream(args.split(" ")).map(word -> word.replace("__", " ")))
                .toArray());
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("kelvin: TooMuch[] breaks its contract: its probabilities sum to 1.4");
    }

    private static List<String> names(ComponentKind kind) {
        return new Catalog().entries(kind).stream().map(ComponentType::name).toList();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyIsExplained(String policy) {
        Kelvin answer = explain(policy);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("probability", "←", "they sum to 1")
                .containsPattern("\nsum .*1\\.000000")
                .containsPattern("\nAction \\d (is the first whose|was drawn)");
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everySubsetPolicyIsExplained(String policy) {
        Kelvin answer = explain(policy);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("inclusion", "←")
                .containsPattern("its probability is (0\\.|1\\.000000)")
                .containsPattern("\nsum .*2\\.000000 ");
    }

    @Test
    void aSolvedTemperatureIsWorkedOutAsTheSoftmaxItIs() {
        assertThat(explain("EffectiveActions: {target: 2}").out()).contains("(q−max)/τ", "temperature 0.");
        assertThat(explain("EffectiveActions: {target: 4}").out()).doesNotContain("(q−max)/τ");
    }

    @Test
    void policiesMadeOfPoliciesShowThem() {
        assertThat(explain("Floor: {policy: {Greedy: {}}, minimum: 0.1}").out())
                .containsPattern("value q +policy +probability")
                .containsPattern("0 +1\\.2 +0 +0\\.100000");
    }

    /** One uniform number does not open three gates and choose among them. */
    @Test
    void aPolicyThatDrawsInItsOwnWayShowsNoCumulativeProbabilities() {
        assertThat(explain("Gated: {threshold: 1, temperature: 0.5}").out())
                .doesNotContain("cumulative")
                .contains("σ((q−θ)/τ)", "was drawn by the policy's own procedure");
    }

    @Test
    void anOrderIsShown() {
        assertThat(explain("PlackettLuce: {m: 3, temperature: 1}").out())
                .contains("← 1.", "← 2.", "← 3.", "The set {0, 1, 2} was drawn; its probability is 1.000000.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 nan                                   | found 'nan', must be a number or -inf; see kelvin explain --help
                    1 --polcy                               | unknown option '--polcy', did you mean '--policy'?; see kelvin explain --help
                    1 NaN                                   | found 'NaN', must be a finite number or -inf
                    -inf                                    | values[0..0] are all -Infinity, at least one action must be open
                    1 --policy {"Softmax":{"temperature":-1}}| --policy:1: Softmax.temperature: found -1.0, must be finite and > 0
                    """)
    void badValuesAreNamed(String args, String message) {
        Kelvin answer = Kelvin.run((Object[]) ("explain " + args).split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip()).isEqualTo("kelvin: " + message);
    }

    /** Neither probabilities nor a closed action are cut off, and other rules take values as they are. */
    @ParameterizedTest
    @CsvSource({"0.9 1.4,true", "0.9 -0.5,true", "0.9 -inf 0 1,false"})
    void valuesThatAreNoProbabilitiesAreSaidToBeCutOff(String values, boolean cut) {
        String said = "those outside [0, 1] are cut off";
        assertThat(explained(values, "{MaxExpectedF1: {}}").contains(said)).isEqualTo(cut);
        assertThat(explained(values, "{ExactlyM: {m: 1, temperature: 1}}")).doesNotContain(said);
    }

    private static String explained(String values, String policy) {
        Stream<String> words = Stream.of(("explain " + values + " --policy").split(" ", -1));
        return Kelvin.run(Stream.concat(words, Stream.of(policy)).toArray()).out();
    }
}
