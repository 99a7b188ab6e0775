package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.decision.family.DecisionMakers;
import kelvin.json.Json;
import kelvin.learner.contextual.LinTs;
import kelvin.learner.contextual.SquareCb;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private String out(Object... args) {
        Kelvin run = Kelvin.run(args);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private void damage() throws IOException {
        Path journal = folder.resolve("journal-000001.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("\"step\":7,\"time\"", "\"step\":8,\"time\""));
    }

    @Test
    void itShowsWhatIsInAFolder() {
        assertThat(out("decisions", folder))
                .contains("decisions: 20 decisions, the latest 20", "ago); not in use")
                .containsPattern("\n0 +0\\.\\d{6} +\\d+ +\\d")
                .contains("rewards: 20 learned, 0 duplicate, 0 expired, 0 unknown")
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
            assertThat(out("decisions", folder)).contains("21 decisions", "; in use by a decision maker");
            maker.commit();
        }
        assertThat(out("decisions", folder)).contains("22 decisions", "; not in use");
    }

    @Test
    void closedArmsAndUnfinishedLinesAreSaid() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            maker.setOpen(1, false);
        }
        Files.writeString(folder.resolve("journal-000001.jsonl"), "{\"decision\":\"a", StandardOpenOption.APPEND);
        assertThat(out("decisions", folder))
                .containsPattern("\n1 \\(closed\\) .* 0\n")
                .contains("note: ", "the last 14 bytes were being written when the program ended; left out");
    }

    @Test
    void aWholeFolderIsVerifiedAndReplayed() {
        assertThat(out("decisions", folder, "--check"))
                .contains("20 decisions and 20 learnt rewards are intact; nothing is lost")
                .contains("20 decisions drawn and 20 rewards judged again; all came out as recorded");
    }

    @Test
    void whatIsWholeIsSalvaged() throws IOException {
        damage();
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

    /** Rewards that came when the decision maker had forgotten the decision are found by its id. */
    @Test
    void exportedRewardsAreFoundByIdInAllJournals() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            maker.decide("early, \"quoted\"");
            for (int i = 0; i < 30; i++) {
                maker.decide("b" + i);
            }
            maker.save();
            maker.reward("early, \"quoted\"", 0.5);
        }
        Kelvin csv = Kelvin.run("decisions", folder, "--export", "csv");
        assertThat(csv.err()).contains("30 decisions without a reward left out");
        assertThat(csv.out().lines()).hasSize(1 + 21);
        assertThat(csv.out().lines().skip(1).map(row -> row.split(",", 3)[1]))
                .startsWith("0.0", "1.0")
                .endsWith("0.5");
        assertThat(csv.out()).contains(",\"early, \"\"quoted\"\"\",0 1 2\n");
        assertThat(out("decisions", folder, "--export", "csv", "--missing", "0").lines())
                .hasSize(1 + 51);
    }

    @Test
    void anExportedCsvIsEvaluatedAsTheJournalIs() {
        Path csv = temporary.resolve("decisions.csv");
        assertThat(out("decisions", folder, "--export", "csv", "--out", csv)).contains("decisions.csv: written");
        String[] options = {"--policy", "{Greedy: {}}", "--no-charts", "--resamples", "10"};
        String ofFolder = out(with(options, "evaluate", folder));
        String ofCsv = out(with(options, "evaluate", csv));
        assertThat(ofCsv.replace(csv.toString(), "LOG")).isEqualTo(ofFolder.replace(folder.toString(), "LOG"));
    }

    private static Object[] with(String[] options, Object... first) {
        Object[] all = new Object[first.length + options.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(options, 0, all, first.length, options.length);
        return all;
    }

    @Test
    void dsjsonNumbersTheOpenActionsFromOne() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            maker.setOpen(0, false);
            maker.decide("last");
            maker.reward("last", 2);
        }
        String last = out("decisions", folder, "--export", "dsjson")
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last)
                .startsWith("{\"_label_cost\":-2.0,\"_label_probability\":0.")
                .contains("\"_multi\":[{\"arm\":{\"number\":\"1\"}},{\"arm\":{\"number\":\"2\"}}]")
                .contains("\"EventId\":\"last\"")
                .containsPattern("\"_label_Action\":([12]),.*\"a\":\\[\\1,[12]\\],");
        assertThat(Json.parse(last)).isNotNull();
    }

    @Test
    void featuresOfALearnersDecisionsAreReplayedAndExported() throws IOException {
        Path contextual = temporary.resolve("contextual");
        Settings settings =
                new Settings(new SquareCb(new Ridge(1, Layout.DISJOINT, 1), 5), 2, new Features(2, 0), Seed.of(1));
        try (DecisionMaker maker = DecisionMaker.open(contextual, settings)) {
            for (int i = 0; i < 10; i++) {
                maker.decide("a" + i, Context.of(2, 1, i));
                maker.reward("a" + i, i % 2);
            }
        }
        assertThat(out("decisions", contextual)).contains("learner: SquareCb[model=Ridge[");
        assertThat(out("decisions", contextual, "--check"))
                .contains("10 decisions drawn and 10 rewards judged again; all came out as recorded");
        assertThat(out("decisions", contextual, "--export", "csv").lines())
                .startsWith("action,reward,propensity,step,time,id,open,x0,x1")
                .last()
                .asString()
                .endsWith(",a9,0 1,1.0,9.0");
        assertThat(out("decisions", contextual, "--export", "dsjson"))
                .contains("\"c\":{\"x\":{\"x0\":1.0,\"x1\":9.0},");
        assertThat(out("decisions", contextual, "--export", "obp")).contains("\"context\": [[1.0, 0.0], [1.0, 1.0], ");
    }

    @Test
    void decisionsWithoutAPropensityAreLeftOut() throws IOException {
        Path thompson = temporary.resolve("thompson");
        try (DecisionMaker maker = DecisionMaker.open(
                thompson, new Settings(new LinTs(1, 1, Layout.DISJOINT, 1), 2, new Features(1, 0), Seed.of(1)))) {
            for (int i = 0; i < 10; i++) {
                maker.decide("a" + i, Context.of(2, 1));
            }
        }
        Kelvin run = Kelvin.run("decisions", thompson, "--export", "csv", "--missing", 0);
        assertThat(run.out()).hasLineCount(1);
        assertThat(run.err())
                .contains(
                        "10 decisions without a propensity left out: their learner, or the system that acted, does not tell it");
        assertThat(out("decisions", thompson, "--chart", temporary.resolve("charts")))
                .contains("no estimates: there are decisions without a propensity", "shares.png: drawn");
    }

    @Test
    void aFamilyIsSummarisedByContext() throws IOException {
        Path family = temporary.resolve("family");
        try (DecisionMakers makers = DecisionMakers.open(family, RULES, 2, 2, InstantSource.system())) {
            for (int i = 0; i < 30; i++) {
                String id = "a" + i;
                double reward = i % 5 == 0 ? 1 : 0;
                makers.with(i % 3 == 0 ? "country de" : "country\n" + i % 3, maker -> {
                    maker.decide(id);
                    return maker.reward(id, reward);
                });
            }
            makers.commit();
            assertThat(out("decisions", family)).contains("; in use");
        }
        assertThat(out("decisions", family))
                .contains("family: 3 contexts, 30 decisions, ", " bytes of journals in 2 shards; not in use")
                .containsPattern("\ncountry de +10 +10 +0\\.200000 +20")
                .containsPattern("\ncountry\\S+1 +10 +10 ");
        assertThat(out("decisions", family, "--check"))
                .contains("30 decisions drawn and 30 rewards judged again; all came out as recorded; 3 contexts");
        assertThat(out("decisions", family, "--export", "csv"))
                .startsWith("action,reward,propensity,step,time,id,open,name\n")
                .hasLineCount(1 + 10 + 2 * 20) // two names have a line break
                .contains(",country de\n");
        Kelvin salvage = Kelvin.run("decisions", family, "--salvage", rescued);
        assertThat(salvage.code()).isEqualTo(2);
        assertThat(salvage.err())
                .contains("found a family of decision makers, must be the folder of a single one for --salvage");
    }

    @Test
    void obpHasAnArrayForEachOfItsNames() {
        String json = out("decisions", folder, "--export", "obp");
        assertThat(json).startsWith("{\"n_rounds\": 20,\n\"n_actions\": 3,\n\"position\": null,\n\"action\": [");
        assertThat(json.substring(json.indexOf("\"pscore\": [")).split(",", -1)).hasSize(20);
        assertThat(Json.parse(json)).isNotNull();
    }

    @Test
    void chartsAreDrawnWithTheValuesOfPolicies() {
        Path charts = temporary.resolve("charts");
        assertThat(out("decisions", folder, "--chart", charts, "--policy", "{Softmax: {temperature: 0.5}}"))
                .containsPattern("Softmax\\[temperature=0\\.5\\] +\\d")
                .containsPattern("Softmax\\[temperature=1\\.0\\] +\\d")
                .contains("Greedy[]", "Uniform[]");
        assertThat(charts)
                .isDirectoryContaining("glob:**/{shares,propensities,rewards,regret}.png")
                .isDirectoryContaining("glob:**/regret.svg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nowhere | | nowhere: found nothing, must be the folder of a decision maker",
                "empty | | there is neither a snapshot nor the first journal",
                "decisions | --check --export csv | --export: found beside --check, must be one of them at a time",
                "decisions | --export xml | --export: found 'xml', must be csv, dsjson or obp",
                "decisions | --out x.csv | --out: found x.csv, must be absent without --export",
                "decisions | --missing 1 | --missing: found 1.0, must be absent without --export or --chart",
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
