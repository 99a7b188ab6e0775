package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kelvin.decision.DecisionMaker;
import kelvin.decision.JournalLog;
import kelvin.decision.Request;
import kelvin.decision.Settings;
import kelvin.decision.family.DecisionMakers;
import kelvin.decision.family.SharedPrior;
import kelvin.experiment.DecisionLog;
import kelvin.experiment.LogFormat;
import kelvin.file.WholeFile;
import kelvin.json.Json;
import kelvin.learner.adversarial.Exp3;
import kelvin.learner.contextual.LinTs;
import kelvin.learner.contextual.SquareCb;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
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

    private String out(Object... args) {
        Kelvin run = Kelvin.run(args);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
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

    /** The probabilities of all actions are known by drawing again: under a policy, a learner, and in a control group. */
    @Test
    void dsjsonHasThePropensitiesOfAllActions() throws IOException {
        Settings learner = new Settings(new Exp3(0.1), 3, Features.NONE, Seed.of(1)).control(new Uniform(), 0.5);
        for (Settings settings : List.of(RULES, RULES.control(new Uniform(), 0.5), learner)) {
            Path own = temporary.resolve("own " + settings.hashCode());
            try (DecisionMaker maker = DecisionMaker.open(own, settings)) {
                maker.setOpen(1, settings.equals(learner));
                for (int i = 0; i < 30; i++) {
                    maker.decide("a" + i);
                    maker.reward("a" + i, i % 2);
                }
            }
            Kelvin run = Kelvin.run("decisions", own, "--export", "dsjson");
            assertThat(run.err()).isEmpty();
            run.out().lines().forEach(line -> assertAllPropensities(line, settings.equals(learner) ? 3 : 2));
        }
    }

    private static void assertAllPropensities(String line, int open) {
        Map<?, ?> members = (Map<?, ?>) Objects.requireNonNull(Json.parse(line));
        List<?> actions = (List<?>) Objects.requireNonNull(members.get("a"));
        List<?> propensities = (List<?>) Objects.requireNonNull(members.get("p"));
        assertThat(actions.get(0)).isEqualTo(members.get("_label_Action"));
        assertThat(propensities.get(0)).isEqualTo(members.get("_label_probability"));
        assertThat(propensities).hasSameSizeAs(actions).hasSize(open);
        assertThat(propensities.stream()
                        .mapToDouble(p -> ((Number) p).doubleValue())
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    /** Those of a family are found context by context, also where contexts were let go and read back, and share a prior. */
    @Test
    void dsjsonOfAFamilyHasThePropensitiesOfAllActions() throws IOException {
        Path root = temporary.resolve("family");
        try (DecisionMakers family =
                DecisionMakers.open(root, RULES, 2, 2, InstantSource.system(), SharedPrior.DEFAULT)) {
            for (int i = 0; i < 60; i++) {
                String id = "a" + i;
                double reward = i % 2;
                family.with("user " + i % 7, context -> {
                    context.decide(id);
                    return context.reward(id, reward);
                });
            }
        }
        Kelvin run = Kelvin.run("decisions", root, "--export", "dsjson");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(60).allSatisfy(line -> assertAllPropensities(line, 3));
    }

    /** Reading the lines back gives the same numbers, although an arm was closed and has no place in them. */
    @Test
    void exportedDsjsonIsEvaluatedAndWarmStartsAsTheJournalDoes() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            maker.setOpen(0, false);
            for (int i = 0; i < 20; i++) {
                maker.decide("b" + i);
                maker.reward("b" + i, i % 3);
            }
        }
        Path lines = temporary.resolve("log.dsjson");
        out("decisions", folder, "--export", "dsjson", "--out", lines);
        String[] options = {"--policy", "{Greedy: {}}", "--no-charts", "--resamples", "10"};
        assertThat(out(with(options, "evaluate", lines)).replace(lines.toString(), "LOG"))
                .isEqualTo(out(with(options, "evaluate", folder)).replace(folder.toString(), "LOG"));
        assertThat(DecisionLog.read(lines, LogFormat.DEFAULT).estimates())
                .isEqualTo(JournalLog.read(folder).estimates());
    }

    @Test
    void dsjsonHasThePropensityOfTheActionAloneWhereNothingElseIsKnown() throws IOException {
        Path own = temporary.resolve("unknown");
        try (DecisionMaker maker = DecisionMaker.open(own, new Settings(new Unknown(), 2, Seed.of(1)))) {
            maker.decide("a");
            maker.reward("a", 1);
        }
        Kelvin run = Kelvin.run("decisions", own, "--export", "dsjson");
        assertThat(run.out()).endsWith("\"p\":[0.5]}\n");
        assertThat(run.err())
                .contains(
                        "1 decision with the propensity of the chosen action alone: the others cannot be computed again");
    }

    /** Journals without the state before them are exported all the same. */
    @Test
    void dsjsonNeedsNoStateBeforeTheJournals() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            maker.save();
            maker.decide("later");
            maker.reward("later", 1);
        }
        Files.delete(folder.resolve("journal-000001.jsonl"));
        Files.deleteIfExists(folder.resolve("state-000001.json"));
        assertThat(out("decisions", folder, "--export", "dsjson"))
                .containsPattern("\"p\":\\[0\\.[0-9]+,0\\.[0-9]+,0\\.[0-9]+]}");
        Files.writeString(folder.resolve("state-000002.json"), "{}");
        assertThat(out("decisions", folder, "--export", "dsjson")).containsPattern("\"p\":\\[0\\.[0-9]+]}");
    }

    /** A policy that no catalogue has. */
    private record Unknown() implements Policy {
        @Override
        public void probabilities(double[] values, double[] out) {
            Arrays.fill(out, 1.0 / out.length);
        }
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
    void obpHasAnArrayForEachOfItsNames() {
        String json = out("decisions", folder, "--export", "obp");
        assertThat(json).startsWith("{\"n_rounds\": 20,\n\"n_actions\": 3,\n\"position\": null,\n\"action\": [");
        assertThat(json.substring(json.indexOf("\"pscore\": [")).split(",", -1)).hasSize(20);
        assertThat(Json.parse(json)).isNotNull();
    }

    private static Object[] with(String[] options, Object... first) {
        Object[] all = new Object[first.length + options.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(options, 0, all, first.length, options.length);
        return all;
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
        List<String> rows =
                out("decisions", folder, "--export", "csv").lines().skip(21).toList();
        assertThat(rows.get(0)).startsWith("2,3.0,0.125,21,").endsWith(",beside,0 1,treatment");
        assertThat(rows.get(1)).startsWith("1,4.0,1.0,22,").endsWith(",stopped,1,stopped");
        assertThat(out("decisions", folder, "--export", "dsjson"))
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
