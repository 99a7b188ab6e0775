package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Request;
import kelvin.decision.Settings;
import kelvin.file.WholeFile;
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

/** Decisions with their rewards, in the formats of other programs. */
class DecisionsExportTest {
    private static final Settings RULES = new Settings(new Softmax(1), 3, Seed.of(1)).remembered(25);

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void decide() throws IOException {
        folder = temporary.resolve("decisions");
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            for (int i = 0; i < 20; i++) {
                maker.decide("a" + i);
                maker.reward("a" + i, i % 2);
            }
        }
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
        assertThat(Kelvin.output("decisions", folder, "--export", "csv", "--missing", "0")
                        .lines())
                .hasSize(1 + 51);
    }

    @Test
    void anExportedCsvIsEvaluatedAsTheJournalIs() {
        Path csv = temporary.resolve("decisions.csv");
        assertThat(Kelvin.output("decisions", folder, "--export", "csv", "--out", csv))
                .contains("decisions.csv: written");
        assertThat(evaluated(csv)).isEqualTo(evaluated(folder));
    }

    private static String evaluated(Path log) {
        return Kelvin.output("evaluate", log, "--policy", "{Greedy: {}}", "--no-charts", "--resamples", "10")
                .replace(log.toString(), "LOG");
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
        assertThat(Kelvin.output("decisions", contextual)).contains("learner: SquareCb[model=Ridge[");
        assertThat(Kelvin.output("decisions", contextual, "--check"))
                .contains("10 decisions drawn and 10 rewards judged again; all came out as recorded");
        assertThat(Kelvin.output("decisions", contextual, "--export", "csv").lines())
                .startsWith("action,reward,propensity,step,time,id,open,x0,x1")
                .last()
                .asString()
                .endsWith(",a9,0 1,1.0,9.0");
        assertThat(Kelvin.output("decisions", contextual, "--export", "dsjson"))
                .contains("\"c\":{\"x\":{\"x0\":1.0,\"x1\":9.0},");
        assertThat(Kelvin.output("decisions", contextual, "--export", "obp"))
                .contains("\"context\": [[1.0, 0.0], [1.0, 1.0], ");
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
        assertThat(Kelvin.output("decisions", thompson, "--chart", temporary.resolve("charts")))
                .contains("no estimates: there are decisions without a propensity", "shares.png: drawn");
    }

    @Test
    void obpHasAnArrayForEachOfItsNames() {
        String json = Kelvin.output("decisions", folder, "--export", "obp");
        assertThat(json).startsWith("{\"n_rounds\": 20,\n\"n_actions\": 3,\n\"position\": null,\n\"action\": [");
        assertThat(json.substring(json.indexOf("\"pscore\": [")).split(",", -1)).hasSize(20);
        assertThat(Json.parse(json)).isNotNull();
    }

    @Test
    void whatAnotherSystemDidIsExportedWithItsReward() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            maker.setOpen(2, false);
            maker.guards().shadow(Request.of("beside"), 2, 0.125);
            maker.reward("beside", 3);
            maker.guards().stop(1);
            maker.decide("stopped");
            maker.reward("stopped", 4);
        }
        List<String> rows = Kelvin.output("decisions", folder, "--export", "csv")
                .lines()
                .skip(21)
                .toList();
        assertThat(rows.get(0)).startsWith("2,3.0,0.125,21,").endsWith(",beside,0 1,treatment");
        assertThat(rows.get(1)).startsWith("1,4.0,1.0,22,").endsWith(",stopped,1,stopped");
        assertThat(Kelvin.output("decisions", folder, "--export", "dsjson"))
                .contains("\"_label_cost\":-3.0,\"_label_probability\":0.125,\"_label_Action\":3,");
    }

    /** {@code /dev/full} refuses every write as a full disk does. */
    @Test
    void aFullDiskIsNamedWithTheFile() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        Path out = temporary.resolve("log.csv");
        Files.createSymbolicLink(WholeFile.beside(out), Path.of("/dev/full"));
        Kelvin answer = Kelvin.run("decisions", folder, "--export", "csv", "--missing", 0, "--out", out);
        assertThat(answer.err()).isEqualTo("kelvin: " + out + ": cannot be written: No space left on device\n");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(out).doesNotExist();
    }
}
