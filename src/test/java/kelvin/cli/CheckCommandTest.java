package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void decisionsAreCountedAndTheRestIsCheckedToo() {
        Path good = folder.resolve("good.yaml");
        Kelvin.run("new", good);
        Kelvin answer = Kelvin.run("check", "nowhere.yaml", good);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip()).isEqualTo("kelvin: nowhere.yaml: there is no such file");
        assertThat(answer.out())
                .startsWith(good + ": 1,000,000 decisions = 5 learners × 200 repetitions × 1,000 steps; ")
                .contains(" threads");
    }

    @Test
    void whatIsSeenOfContextsIsCounted() throws IOException {
        assertThat(
                        seen(
                                "Classification: {label: kind, table: ['x,city,kind', '1,A,a', '2,B,b', '3,C,c', '4,C,a', '5,A,b']}"))
                .isEqualTo("  contexts: 5 features; 3 actions");
        assertThat(seen("LinearContexts: {arms: 10, shared: 1, perAction: 5, noise: 1, weightStdDev: 1}"))
                .isEqualTo("  contexts: 1 feature and 5 features of each action; 10 actions");
        assertThat(seen("LinearContexts: {arms: 2, perAction: 5, noise: 1, weightStdDev: 1}"))
                .isEqualTo("  contexts: 5 features of each action; 2 actions");
        assertThat(seen("FixedTestbed: {arms: [{Bernoulli: {p: 0.25}}, {Bernoulli: {p: 0.75}}]}"))
                .isEmpty();
    }

    private String seen(String testbed) throws IOException {
        Path file = folder.resolve("seen.yaml");
        Files.writeString(file, """
                question: What is seen?
                seed: 1
                horizon: 3
                repetitions: 2
                testbed: {%s}
                learners: {blind: {Softmax: {temperature: 0.3}}}
                """.formatted(testbed));
        Kelvin answer = Kelvin.run("check", file);
        assertThat(answer.code()).isZero();
        return answer.out()
                .lines()
                .filter(line -> line.contains("contexts:"))
                .findFirst()
                .orElse("");
    }

    /** Those that begin with values above 0, that draw what they show, or whose gates may open are not. */
    @Test
    void learnersThatMayForEverGiveTheEmptySetAreNamed() throws IOException {
        Path file = folder.resolve("sets.yaml");
        Files.writeString(file, """
                question: Which of them?
                seed: 1
                horizon: 10
                repetitions: 2
                testbed: {F1Score: {testbed: {LogisticContexts: {arms: 4, shared: 3, weightStdDev: 1}}, most: 4}}
                learners:
                  zero: {MaxExpectedF1: {}}
                  half: {SubsetLearner: {policy: {MaxExpectedF1: {}}, initialValue: 0.5}}
                  gates: {IndependentGates: {threshold: 0.5, temperature: 0.1}}
                  shut: {IndependentGates: {threshold: 0.5, temperature: 0.0001}}
                  ridge: {ContextualSubset: {model: {Ridge: {}}, policy: {MaxExpectedF1: {}}}}
                  drawn: {ContextualSubset: {model: {Ridge: {}}, policy: {MaxExpectedF1: {}}, outlook: {Sampled: {scale: 1}}}}
                  logistic: {ContextualSubset: {model: {Logistic: {}}, policy: {MaxExpectedF1: {}}}}
                  three: {ExactlyM: {m: 3, temperature: 1}}
                """);
        assertThat(Kelvin.run("check", file).out().lines().filter(line -> line.contains("begins with the empty set")))
                .extracting(line -> line.replaceAll("': .*", ""))
                .containsExactly("  learner 'zero", "  learner 'shut", "  learner 'ridge");
    }

    @Test
    void temperaturesThatDoNothingAreNamed() throws IOException {
        Path file = folder.resolve("cold.yaml");
        Files.writeString(file, """
                question: Is it cold?
                seed: 1
                horizon: 10
                repetitions: 2
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.25}}, {Bernoulli: {p: 0.75}}]}}
                learners:
                  cold: {Softmax: {temperature: 0.001}}
                  warm: {Softmax: {temperature: 0.1}}
                  hot: {Softmax: {temperature: 100}}
                """);
        assertThat(Kelvin.run("check", file).out())
                .contains("  learner 'cold', by the true means: temperature 0.001 is far below the smallest gap")
                .contains("  learner 'hot', by the true means: temperature 100.0 is far above the range")
                .doesNotContain("warm");
    }

    /** The first arm tried is kept in almost every run, whichever it is: 465 lost at τ = 0.1, 35 where each arm is tried once. */
    @Test
    void aSoftmaxTooColdToLeaveTheFirstArmIsNamed() throws IOException {
        Path file = folder.resolve("frozen.yaml");
        Files.writeString(file, """
                question: Why is a low temperature no better than uniform?
                seed: 1
                horizon: 1000
                repetitions: 2
                testbed: {FixedTestbed: {arms: [{Gaussian: {mean: 2.3, stdDev: 0.6}}, {Gaussian: {mean: 2.1, stdDev: 0.9}},
                  {Gaussian: {mean: 1.5, stdDev: 2.0}}, {Gaussian: {mean: 1.3, stdDev: 0.4}}]}}
                learners:
                  cold: {Softmax: {temperature: 0.1}}
                  warm: {Softmax: {temperature: 1}}
                  each once: {ValueLearner: {policy: {Softmax: {temperature: 0.1}}, tryEachArmFirst: true}}
                  optimistic: {ValueLearner: {policy: {Softmax: {temperature: 0.1}}, initialValue: 5}}
                  greedy: {Greedy: {}}
                """);
        assertThat(Kelvin.run("check", file).out())
                .contains(
                        "  learner 'cold', by the true means: from an arm tried first and estimated at 1.3, it switches to those still at"
                                + " the initial value 0.0 once in 147,472 decisions, within a horizon of 1,000: a bad start may persist.")
                .doesNotContain("'warm'", "'each once'", "'optimistic'", "'greedy'");
        Files.writeString(file, Files.readString(file).replace("horizon: 1000", "horizon: 4"));
        assertThat(Kelvin.run("check", file).out()).doesNotContain("may persist");
    }

    @Test
    void whatIsTracedIsSaidAndWhoLacksIt() throws IOException {
        Path file = folder.resolve("traced.yaml");
        Files.writeString(file, """
                question: What is traced?
                seed: 1
                horizon: 500
                repetitions: 2
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.25}}, {Bernoulli: {p: 0.75}}]}}
                learners:
                  soft: {ValueLearner: {policy: {Softmax: {temperature: 0.1}}, tryEachArmFirst: true}}
                  bound: {Ucb1: {}}
                  slope: {GradientBandit: {stepSize: 0.1, baseline: none}}
                trace: {steps: [10, 100], runs: [1]}
                """);
        assertThat(Kelvin.run("check", file).out())
                .contains("  traced at 3 of 500 steps, mean over repetitions and runs [1]: trace.csv")
                .contains("  without estimated values, left empty: slope")
                .contains("  without a temperature, left empty: bound, slope")
                .doesNotContain("without probabilities");
    }

    @Test
    void agentsPlayEpisodes() throws IOException {
        Path file = folder.resolve("agents.yaml");
        Files.writeString(file, """
                question: How long is a walk?
                seed: 1
                horizon: 10
                repetitions: 2
                testbed: {CliffWalking: {}}
                learners: {q: {QLearning: {policy: {Greedy: {}}, stepSize: 0.5}}}
                """);
        assertThat(Kelvin.run("check", file).out())
                .contains(": 20 episodes = 1 learner × 2 repetitions × 10 episodes; ");
        Kelvin run = Kelvin.run("run", file, "--results", folder.resolve("results"), "--no-charts");
        assertThat(run.out()).contains("reward per episode", "20 episodes in ").doesNotContain("decisions");
    }

    @Test
    void theTimeOfEachLearnerIsADetail() throws IOException {
        Path file = Files.writeString(folder.resolve("slow.yaml"), """
                question: Who is slow?
                seed: 1
                horizon: 10
                repetitions: 50
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.25}}, {Bernoulli: {p: 0.75}}]}}
                learners: {soft: {Softmax: {temperature: 0.1}}, bound: {Ucb1: {}}}
                """);
        assertThat(Kelvin.run("check", "--verbose", "--threads", "1", "--repetitions", "4", "--horizon", "5", file)
                        .out())
                .contains(": 40 decisions = 2 learners × 4 repetitions × 5 steps; less than a second on 1 thread\n")
                .containsPattern(
                        "  \\d\\.\\d\\d s to play\n\n  on one thread +ms per repetition +s in all\n  soft .*\n  bound ");
        assertThat(Kelvin.run("check", "--threads", "0", file).err())
                .isEqualTo("kelvin: --threads: found 0, must be >= 1; see kelvin check --help\n");
    }
}
