package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsCommandTest {
    private static final Settings RULES = new Settings(new Softmax(1), 3, Seed.of(1)).remembered(25);

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private Path rescued = Path.of("");

    @BeforeEach
    void decide() throws IOException {
        folder = temporary.resolve("decisions");
        rescued = temporary.resolve("rescued");
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            for (int i = 0; i < 20; i++) {
                maker.decide("a" + i);
                maker.reward("a" + i, i % 2);
            }
        }
    }

    private void damage() throws IOException {
        Path journal = folder.resolve("journal-000001.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("\"step\":7,\"time\"", "\"step\":8,\"time\""));
    }

    @Test
    void itShowsWhatIsInAFolder() {
        assertThat(Kelvin.output("decisions", folder))
                .contains("decisions: 20 decisions, the latest 20", "ago); not in use")
                .containsPattern("\n0 +0\\.\\d{6} +\\d+ +\\d")
                .contains("rewards: 20 learned, 0 duplicate, 0 expired, 0 unknown, 0 defaulted, 0 late")
                .contains("memory: 20 decisions, 0 of them without a reward")
                .contains("policy: Softmax[temperature=1.0]", "remembered: 25")
                .containsPattern("journal 1 +[\\d,]+ +20")
                .containsPattern("snapshot 1 +[\\d,]+ +20");
    }

    @Test
    void itReadsBesideARunningDecisionMaker() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            maker.decide("committed");
            maker.commit();
            maker.decide("not committed yet");
            assertThat(Kelvin.output("decisions", folder)).contains("21 decisions", "; in use by a decision maker");
            maker.commit();
        }
        assertThat(Kelvin.output("decisions", folder)).contains("22 decisions", "; not in use");
    }

    @Test
    void closedArmsAndUnfinishedLinesAreSaid() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            maker.setOpen(1, false);
        }
        Files.writeString(folder.resolve("journal-000001.jsonl"), "{\"decision\":\"a", StandardOpenOption.APPEND);
        assertThat(Kelvin.output("decisions", folder))
                .containsPattern("\n1 \\(closed\\) .* 0\n")
                .contains("note: ", "the last 14 bytes were being written when the program ended; left out");
    }

    @Test
    void theKillSwitchIsSeen() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            maker.guards().stop(1);
            maker.decide("stopped");
        }
        assertThat(Kelvin.output("decisions", folder))
                .contains("STOPPED by the kill switch: every decision is action 1");
        assertThat(Kelvin.output("decisions", folder, "--check")).contains("all came out as recorded");
    }

    @Test
    void aWholeFolderIsVerifiedAndReplayed() {
        assertThat(Kelvin.output("decisions", folder, "--check"))
                .contains("20 decisions and 20 learnt rewards are intact; nothing is lost")
                .contains("20 decisions drawn and 20 rewards judged again; all came out as recorded");
    }

    @Test
    void whatIsWholeIsSalvaged() throws IOException {
        damage();
        assertThat(Kelvin.run("decisions", folder).err())
                .contains("whose checksum does not fit", "; --check lists every fault, --salvage NEWFOLDER copies");
        assertThat(Kelvin.run("decisions", folder, "--check"))
                .returns(1, Kelvin::code)
                .extracting(Kelvin::out)
                .asString()
                .contains(
                        "bytes that are not a line as it was written",
                        "19 decisions and 20 learnt rewards are intact",
                        "not replayed");
        assertThat(Kelvin.run("decisions", folder, "--salvage", rescued)).returns(0, Kelvin::code);
        try (DecisionMaker maker = DecisionMaker.open(rescued, RULES)) {
            assertThat(maker.state().decisions()).isEqualTo(20);
        }
        assertThat(Kelvin.run("decisions", folder, "--salvage", rescued))
                .returns(2, Kelvin::code)
                .extracting(Kelvin::err)
                .asString()
                .contains("is there already, must be a new folder or an empty one");
    }

    private static Object[] with(String[] options, Object... first) {
        Object[] all = new Object[first.length + options.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(options, 0, all, first.length, options.length);
        return all;
    }

    @Test
    void namesOfArmsStandBesideTheirNumbers() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES.names(List.of("red", "blue, light", "a\nb")))) {
            maker.addArm(5, 5);
            maker.guards().stop(1);
        }
        assertThat(Kelvin.output("decisions", folder))
                .contains("every decision is action 1, blue, light\n", "names: [red, blue, light, a\uFFFDb]")
                .containsPattern("\narm +name +estimate ")
                .containsPattern("\n2 +a\uFFFDb +0\\.")
                .containsPattern("\n3 +3 +5");
        Path exported = temporary.resolve("log.csv");
        Kelvin.output("decisions", folder, "--export", "csv", "--out", exported);
        assertThat(exported)
                .content()
                .startsWith("action,reward,propensity,step,time,id,open,arm\n")
                .containsPattern("\n0,[^\n]*,red\n1,")
                .contains(",\"blue, light\"\n");
        assertThat(Kelvin.output("evaluate", exported, "--policy", "{Softmax: {temperature: 0.5}}"))
                .contains("20 decisions");
    }

    @Test
    void chartsAreDrawnWithTheValuesOfPolicies() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES.names(List.of("red", "blue", "a\nb")))) {
            maker.decide("named");
        }
        Path charts = temporary.resolve("charts");
        assertThat(Kelvin.output("decisions", folder, "--chart", charts, "--policy", "{Softmax: {temperature: 0.5}}"))
                .containsPattern("Softmax\\[temperature=0\\.5\\] +\\d")
                .containsPattern("Softmax\\[temperature=1\\.0\\] +\\d")
                .containsPattern("what was decided +0\\.\\d+ ")
                .containsPattern("\nGreedy +\\d")
                .containsPattern("warning: .*Uniform.*: ");
        assertThat(charts)
                .isDirectoryContaining("glob:**/{shares,propensities,rewards,regret}.png")
                .isDirectoryContaining("glob:**/regret.svg");
        assertThat(charts.resolve("shares.svg")).content().contains("0 red", "1 blue", "2 a\uFFFDb");
        assertThat(charts.resolve("rewards.svg"))
                .content()
                .contains("the 20 of 21 decisions that have a reward", "of 11 decisions", "the last point is of 10.");
        assertThat(charts.resolve("regret.svg")).content().contains("what was decided", "with an interval");
    }

    /** A decision assumed to have earned something counts, but does not have a reward. */
    @Test
    void aChartTellsWhichRewardsAreAssumed() throws IOException {
        Path none = temporary.resolve("none");
        try (DecisionMaker maker = DecisionMaker.open(none, RULES)) {
            for (int i = 0; i < 10; i++) {
                maker.decide("a" + i);
            }
        }
        Path charts = temporary.resolve("charts");
        assertThat(Kelvin.output("decisions", none, "--chart", charts)).contains("no estimates: there are no rewards");
        Kelvin.output("decisions", none, "--chart", charts, "--missing", 0);
        assertThat(charts.resolve("rewards.svg")).content().contains("the 10 without a reward counted as 0");
        assertThat(charts.resolve("regret.svg")).content().contains("No intervals: too few rewards differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--check", "--salvage=rescued", "--export=csv", "--groups=0,1", "--chart=charts"})
    void aFolderOfNoDecisionMakerIsNotToBeSalvaged(String option) throws IOException {
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.createFile(other.resolve("runs.csv"));
        Kelvin run = Kelvin.run(with(option.isEmpty() ? new String[0] : new String[] {option}, "decisions", other));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains(": found no journal", ", must be the folder of a decision maker")
                .doesNotContain("--salvage")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nowhere | | nowhere: found nothing, must be the folder of a decision maker",
                "empty | | empty: found no journal and no snapshot, must be the folder of a decision maker",
                "decisions | --check --export csv | --export: found beside --check, must be one of them at a time",
                "decisions | --export xml | --export: found 'xml', must be csv, dsjson or obp",
                "decisions | --out x.csv | --out: found x.csv, must be absent without --export",
                "decisions | --export csv --out nowhere/x.csv | --out: there is no folder",
                "decisions | --missing 1 | --missing: found 1.0, must be absent without --export or --chart",
                "decisions | --groups 0 | --groups: found 0, must be two finite numbers such as 0,1: the bounds of rewards",
                "decisions | --groups 1,x | --groups: found 1,x, must be two finite numbers such as 0,1",
                "decisions | --groups 0,1 | found no control group in the settings in force",
                "decisions | --groups unbounded | found no control group in the settings in force",
                "decisions | --policy {Nothing:{}} | --policy"
            })
    void mistakesHaveOneClearError(String name, String options, String error) throws IOException {
        Files.createDirectory(temporary.resolve("empty"));
        String[] split = options == null ? new String[0] : options.split(" ");
        Kelvin run = Kelvin.run(with(split, "decisions", temporary.resolve(name)));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(error).hasLineCount(1);
    }
}
