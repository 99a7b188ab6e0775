package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kelvin explain} and {@code kelvin audit} of a decision by what is seen. */
class ExplainContextTest {
    private static final String RIDGE = "{Ridge: {}}";

    /** Nothing learnt, λ = 1: the width is the length of (1, ½, z). */
    @Test
    void predictionsWidthsAndViewsAreShown() {
        Kelvin answer = Kelvin.run(
                "explain",
                "--model",
                RIDGE,
                "--context",
                "1,0.5|2|3",
                "--outlook",
                "{Optimistic: {bonus: 2}}",
                "--policy",
                "{Greedy: {}}");
        assertThat(answer.out())
                .containsSubsequence("prediction", "width", "view", "probability", "drawn")
                .containsPattern("0 +0 +2\\.291288 +4\\.582576 +0")
                .containsPattern("1 +0 +3\\.201562 +6\\.403124 +1\\.000000 +←");
    }

    /** Of a linear model the shares add up to the prediction, of a logistic one to its log-odds; nothing learnt is 0 and σ(0). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{Ridge: {}}#in the prediction, x·θ:#sum +0 +0$",
                "{LinearSgd: {}}#in the prediction, x·θ:#sum +0 +0$",
                "{Logistic: {}}#in the log-odds of the prediction, x·θ; the prediction is σ(sum):#σ\\(sum\\) +0\\.500000"
            })
    void sharesSayWhatTheyAddUpTo(String model, String heading, String row) {
        Kelvin answer = Kelvin.run("explain", "--model", model, "--context", "1,0.5");
        assertThat(answer.out())
                .contains("The share of each feature " + heading)
                .containsPattern("(?m)" + row);
    }

    @Test
    void aDrawOfBeliefsHasNoProbabilityInClosedForm() {
        Kelvin answer = Kelvin.run("explain", "--model", RIDGE, "--context", "1", "--outlook", "{Sampled: {}}");
        assertThat(answer.out())
                .contains("no closed")
                .contains("{Draws: {draws: 1000}}")
                .doesNotContain("probability  drawn");
        assertThat(Kelvin.run("audit", "--model", RIDGE, "--context", "1", "--outlook", "{Sampled: {}}")
                        .err())
                .contains("whose probabilities have no closed form");
    }

    @Test
    void aLearntPolicyIsExplainedByTheNamesOfItsColumns(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log.csv");
        Files.writeString(log, """
                action,reward,propensity,age,country
                0,1,0.5,20,FR
                1,0,0.5,30,FR
                0,0,0.5,40,DE
                1,1,0.5,50,DE
                0,1,0.5,25,FR
                1,1,0.5,45,DE
                """);
        Path policy = folder.resolve("policy.json");
        assertThat(Kelvin.run("learn", log, "--context", "age,country", "--model", RIDGE, "--out", policy)
                        .code())
                .isZero();
        String seen = "age=30,country=FR";
        Kelvin answer = Kelvin.run("explain", "--model", policy, "--context", seen);
        assertThat(answer.out()).contains("Greedy[]").contains("x·θ").containsPattern("country=FR +1\\.000000");
        assertThat(Kelvin.run("explain", "--model", policy, "--context", "age=30")
                        .err())
                .contains("has no country");
        assertThat(Kelvin.run("explain", "--model", policy, "--context", seen + ",age=31")
                        .err())
                .contains("--context: found 'age' twice, must be each column once");
        assertThat(Kelvin.run("explain", "--model", policy, "--context", "size=3")
                        .err())
                .contains("found 'size', must be one of age, country");
        assertThat(Kelvin.run("audit", "--model", policy, "--context", seen, "--draws", 10_000)
                        .out())
                .startsWith("Ridge[")
                .contains("{Mean: {}}, Greedy[], 10,000 draws", "Accepted");
        Files.writeString(policy, "[]");
        assertThat(Kelvin.run("audit", "--model", policy, "--context", seen).err())
                .isEqualTo("kelvin: " + policy + ": found no policy, must be a file that kelvin learn wrote\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,x;--context: found 'x', must be a number",
                "1|2|3,4;--context: found 2 numbers of action 1, must be 1 as of the first",
                "1e999;feature 0 = Infinity, must be finite"
            })
    void aWrongContextIsRefused(String context, String error) {
        Kelvin answer = Kelvin.run("explain", "--model", RIDGE, "--context", context);
        assertThat(answer.err()).contains(error);
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void valuesBesideAModelAreRefused() {
        assertThat(Kelvin.run("explain", 1, 2, "--model", RIDGE, "--context", "1")
                        .err())
                .contains("found values beside --model");
        assertThat(Kelvin.run("explain").err()).contains("found no VALUE");
    }
}
