package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactCommandTest {
    private static final String TWO_COINS = """
            question: Two coins?
            seed: 1
            horizon: 10
            repetitions: 2
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners:
              greedy: {ValueLearner: {policy: {Greedy: {}}, tryEachArmFirst: true}}
              UCB1: {Ucb1: {}}
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("coins.yaml"), text);
    }

    /** The regret of the greedy learner is that of the reference. */
    @Test
    void anExperimentOfBernoulliArmsIsSolved() throws IOException {
        Kelvin answer = Kelvin.run("exact", file(TWO_COINS));
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .startsWith("Bernoulli arms 0.9, 0.6, after 10 steps")
                .contains("learner    regret  standard deviation  P(arm 0)  P(arm 1)")
                .contains("greedy   0.897014            0.742284  0.818270  0.181730");
    }

    @Test
    void armsAndLearnersMayBeGivenAsOptions() {
        Kelvin answer = Kelvin.run(
                "exact",
                "--arms",
                "0.2,0.5,0.8",
                "--learner",
                "{Uniform: {}}",
                "--learner",
                "{Ucb1: {}}",
                "--horizon",
                3);
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("{Uniform: {}}  0.900000            0.424264  0.333333  0.333333  0.333333");
    }

    @Test
    void everyStepIsWrittenAsCsv() throws IOException {
        Path csv = folder.resolve("exact.csv");
        assertThat(Kelvin.run("exact", file(TWO_COINS), "--horizon", 5, "--csv", csv)
                        .code())
                .isZero();
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(11);
        assertThat(lines.get(0))
                .isEqualTo("learner,step,regret,standard_deviation,probability_arm_0,probability_arm_1");
        assertThat(lines.get(1)).isEqualTo("greedy,1,0.15000000000000002,0.15000000000000002,0.5,0.5");
        Kelvin again = Kelvin.run("exact", file(TWO_COINS), "--horizon", 6, "--csv", csv);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("already exists; --force replaces it");
        assertThat(csv).hasContent(String.join("\n", lines));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{Ucb1: {}} | {Besa: {}} | learner 'UCB1': its choices depend on more than the actions and rewards before",
                "{Ucb1: {}} | {Exp3: {exploration: 7}} | exploration",
                "Bernoulli: {p: 0.6} | Gaussian: {mean: 0.6, stdDev: 1} | must be a FixedTestbed of Bernoulli arms to be solved exactly",
                "horizon: 10 | horizon: 200 | learner 'greedy': horizon 200 has states of counts and sums beyond 10000000; "
                        + "it can be followed up to step 122",
            })
    void whatCannotBeSolvedIsRefusedWithTheReason(String right, String wrong, String reason) throws IOException {
        Kelvin answer = Kelvin.run("exact", file(TWO_COINS.replace(right, wrong)));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("kelvin: ").contains(reason).doesNotContain("Exception");
    }

    @Test
    void aProblemMustBeGiven() {
        assertThat(Kelvin.run("exact", "--arms", "0.2,0.5").err())
                .contains("found no experiment, must be a FILE, or --arms, --learner and --horizon");
        assertThat(Kelvin.run("exact", "--arms", "0.2,1.5", "--horizon", 3, "--learner", "{Ucb1: {}}")
                        .err())
                .contains("--arms: found 1.5, must be in [0, 1]");
    }
}
