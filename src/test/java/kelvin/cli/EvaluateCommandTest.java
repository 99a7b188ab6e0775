package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Rules;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {
    private static final String POLICY = "{Softmax: {temperature: 0.1}}";

    @TempDir
    private Path folder;

    @Test
    void aLogIsEvaluatedAndDrawn() {
        Kelvin answer = Kelvin.run(
                "evaluate",
                "experiments/data/obd_bts_men_small.csv",
                "--policy",
                POLICY,
                "--resamples",
                50,
                "--results",
                folder);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("10,000 decisions among 34 actions, mean reward 0.006900")
                .contains("Softmax[temperature=0.1], by values learned from the other half of the log")
                .contains("self-normalised IPS")
                .contains("warning: replay is biased");
        assertThat(folder.resolve("obd_bts_men_small/evaluation.png")).exists();
    }

    @Test
    void aJournalIsEvaluatedAmongTheArmsThatWereOpen() throws IOException {
        Path journal = folder.resolve("maker");
        Rules rules = new Rules(new Uniform(), 3, Seed.of(1)).remembering(1000, Duration.ofDays(1));
        try (DecisionMaker maker = DecisionMaker.open(journal, rules)) {
            maker.setOpen(2, false);
            for (int i = 0; i < 400; i++) {
                int action = maker.decide("id " + i).action();
                if (i % 4 > 0) {
                    maker.reward("id " + i, action);
                }
            }
        }
        Kelvin answer = Kelvin.run("evaluate", journal, "--policy", "{Greedy: {}}", "--values", "0,1,2", "--no-charts");
        assertThat(answer.out())
                .contains("300 decisions among 3 actions")
                .contains("self-normalised IPS     1.000000  1.000000 … 1.000000")
                .contains("warning: 100 decisions without a reward are left out; --missing 0 counts them as 0")
                .doesNotContain("no support");
        assertThat(Kelvin.run("evaluate", journal, "--policy", POLICY, "--missing", 0, "--no-charts")
                        .out())
                .contains("400 decisions among 3 actions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "action,reward,propensity;0,1,0.5;0,1,0   | log.csv:3: propensity: found 0.0, must be in (0, 1]",
                "action,reward,propensity;0,1,0.5;-1,1,0.5| log.csv:3: action: found -1, must be >= 0",
                "action,reward,propensity;0,x,0.5         | log.csv:2: reward: found 'x', must be a finite number",
                "action,reward,propensity;0.5,1,0.5       | log.csv:2: action: found '0.5', must be a whole number",
                "action,reward;0,1                        | log.csv:1: found no column 'propensity'. Columns: action, reward",
                "action,reward,propensity                 | log.csv: found no decision, must hold at least one"
            })
    void aMistakeIsReportedWithItsPlace(String csv, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), csv.replace(';', '\n') + "\n");
        Kelvin answer = Kelvin.run("evaluate", file, "--policy", POLICY, "--no-charts");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).isEqualTo("kelvin: " + folder + "/" + problem + "\n");
    }

    @Test
    void tooFewValuesAreRefused() {
        Kelvin answer = Kelvin.run(
                "evaluate", "experiments/data/obd_random_men_small.csv", "--policy", POLICY, "--values", "1,2");
        assertThat(answer.err()).isEqualTo("kelvin: --values: found 2, must be 34 or more: the log has action 33\n");
    }
}
