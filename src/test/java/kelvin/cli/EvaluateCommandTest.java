package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
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
                .contains("Softmax[temperature=0.1], by values learnt from the other half of the log")
                .contains("self-normalised IPS")
                .contains("warning: replay is biased");
        assertThat(answer.out())
                .containsPattern("(?m)^sub-Gaussian λ=0.1 ")
                .containsPattern("(?m)^DRos λ=400 ")
                .containsPattern("(?m)^MRDR ")
                .containsPattern("(?m)^SNDR ");
        assertThat(folder.resolve("obd_bts_men_small/evaluation.png")).exists();
    }

    @Test
    void aJournalIsEvaluatedAmongTheArmsThatWereOpen() throws IOException {
        Path journal = folder.resolve("maker");
        Settings rules =
                new Settings(new Uniform(), 3, Seed.of(1)).remembered(1000).maxAge(Duration.ofDays(1));
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
                .containsPattern("self-normalised IPS +1\\.000000 +0 +– +0\\.976331 … 1\\.000000")
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
                "action,reward,propensity;0,1,0.5;-1,1,0.5| log.csv:3: action: found '-1', must be a whole number in [0, 9223372036854775807]",
                "action,reward,propensity;0,x,0.5         | log.csv:2: reward: found 'x', must be a finite number",
                "action,reward,propensity;0.5,1,0.5       | log.csv:2: action: found '0.5', must be a whole number in [0, 9223372036854775807]",
                "action,reward;0,1                        | log.csv:1: found no column 'propensity'. Columns: action, reward",
                "action,reward,propensity                 | log.csv: found no decision, must hold at least one"
            })
    void aMistakeIsReportedWithItsPlace(String csv, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), csv.replace(';', '\n') + "\n");
        Kelvin answer = Kelvin.run("evaluate", file, "--policy", POLICY, "--no-charts");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).isEqualTo("kelvin: " + folder + "/" + problem + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--values 1,2         | log.csv:3: action: found '2147483647', must be a whole number in [0, 1]",
                "--actions 5          | log.csv:3: action: found '2147483647', must be a whole number in [0, 4]",
                "--actions 0          | --actions: found 0, must be in [1, 1000000]",
                "--actions 2147483647 | --actions: found 2147483647, must be in [1, 1000000]",
                "--actions 3 --values 1,2 | --actions: found 3, must be 2, as --values has",
                "--resamples 2000000000 | --resamples: found 2000000000, must be in [1, 1000000]",
                "--limit 0            | --limit: found 0.0, must be finite and > 0",
                "--smoothing 2        | --smoothing: found 2.0, must be in [0, 1]",
                "--shrinkage -1       | --shrinkage: found -1.0, must be finite and > 0",
                "--reward-range 1,0   | --reward-range: found [1.0, 0.0], must be two finite numbers, the least reward possible and a larger one",
                "--reward-range 0,0.5 | range of rewards = 0.0 … 0.5, must be from 0.0 or less to 1.0 or more, which were logged"
            })
    void optionsThatDoNotFitAreRefused(String options, String problem) throws IOException {
        Path file =
                Files.writeString(folder.resolve("log.csv"), "action,reward,propensity\n0,1,0.5\n2147483647,0,0.5\n");
        Object[] arguments = Stream.concat(
                        Stream.of("evaluate", file, "--policy", POLICY, "--no-charts"),
                        Stream.of((Object[]) options.split(" ")))
                .toArray();
        Kelvin answer = Kelvin.run(arguments);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .isEqualTo("kelvin: " + (problem.startsWith("log") ? folder + "/" : "") + problem + "\n");
    }

    @Test
    void actionsAreNumberedByWhatOccursHoweverLargeTheyAre() throws IOException {
        String rows = "9223372036854775807,1,0.5\n17,0,0.5\n".repeat(20);
        Path file = Files.writeString(folder.resolve("log.csv"), "action,reward,propensity\n" + rows);
        assertThat(Kelvin.run("evaluate", file, "--policy", "{Uniform: {}}", "--no-charts")
                        .out())
                .contains("40 decisions among 2 actions")
                .contains("actions are those in the log: 17, 9223372036854775807; --actions K");
    }

    @Test
    void oneBasedActionsAreTheSameActions() throws IOException {
        String from0 = "0,1,0.5\n1,0,0.5\n1,1,0.5\n0,0,0.5\n".repeat(20);
        String from1 = from0.replace("\n1,", "\n2,").replace("\n0,", "\n1,").replaceFirst("^0", "1");
        String[] answers = Stream.of(from0, from1)
                .map(rows -> evaluated("action,reward,propensity\n" + rows))
                .toArray(String[]::new);
        assertThat(answers[1]).isEqualTo(answers[0]);
    }

    private String evaluated(String csv) {
        try {
            Path file = Files.writeString(folder.resolve("log.csv"), csv);
            return Kelvin.run("evaluate", file, "--policy", POLICY, "--no-charts")
                    .out()
                    .replaceAll("(?m)^actions are.*\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 290 matches without a click, among other decisions that have some. */
    @Test
    void noClickInManyMatchesIsNoCertainty() throws IOException {
        String rows = "0,0,0.5\n0,0,0.5\n1,1,0.5\n1,0,0.5\n".repeat(145);
        Path file = Files.writeString(folder.resolve("log.csv"), "action,reward,propensity\n" + rows);
        assertThat(Kelvin.run("evaluate", file, "--policy", "{Greedy: {}}", "--values", "1,0", "--no-charts")
                        .out())
                .containsPattern("replay +0 +0 +– +0 … 0\\.012640\n")
                .contains("warning: too few rewards differ for an interval by bootstrap: replay, IPS");
    }

    @Test
    void severalFilesAreOneLog() throws IOException {
        Path days = Files.createDirectory(folder.resolve("days"));
        Files.writeString(days.resolve("1.csv"), "action,reward,propensity\n" + "0,1,0.5\n1,0,0.5\n".repeat(10));
        Files.writeString(days.resolve("2.csv"), "propensity,reward,action\n" + "0.5,1,0\n0.5,0,1\n".repeat(10));
        Files.writeString(days.resolve("notes.txt"), "no log");
        Path last = Files.writeString(folder.resolve("last.csv"), "action,reward,propensity\n2,1,1\n");
        assertThat(Kelvin.run("evaluate", days, last, "--policy", POLICY, "--no-charts")
                        .out())
                .startsWith(days + " and 1 more: 41 decisions among 3 actions");
    }

    @Test
    void biasIsSaidBesideEstimatesThatCutWeightsOff() {
        assertThat(Kelvin.run(
                                "evaluate",
                                "experiments/data/obd_random_men_small.csv",
                                "--policy",
                                "{Uniform: {}}",
                                "--limit",
                                0.5,
                                "--resamples",
                                20,
                                "--no-charts")
                        .out())
                .containsPattern("clipped IPS +0\\.002300 +-0\\.500000 … 0 ")
                .contains("warning: biased: clipped IPS by -0.50 … 0.0, Switch-DR by ");
    }
}
