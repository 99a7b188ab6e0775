package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import kelvin.decision.Settings;
import kelvin.decision.family.DecisionMakers;
import kelvin.decision.family.SharedPrior;
import kelvin.experiment.DecisionLog;
import kelvin.experiment.LogFormat;
import kelvin.json.Json;
import kelvin.learner.adversarial.Exp3;
import kelvin.model.Features;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions with their rewards in Vowpal Wabbit's dsjson. */
class DsjsonExportTest {
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

    private static String evaluated(Path log) {
        return Kelvin.output("evaluate", log, "--policy", "{Greedy: {}}", "--no-charts", "--resamples", "10")
                .replace(log.toString(), "LOG");
    }

    @Test
    void dsjsonNumbersTheOpenActionsFromOne() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            maker.setOpen(0, false);
            maker.decide("last");
            maker.reward("last", 2);
        }
        String last = Kelvin.output("decisions", folder, "--export", "dsjson")
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
        Kelvin.output("decisions", folder, "--export", "dsjson", "--out", lines);
        assertThat(evaluated(lines)).isEqualTo(evaluated(folder));
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
        assertThat(Kelvin.output("decisions", folder, "--export", "dsjson"))
                .containsPattern("\"p\":\\[0\\.[0-9]+,0\\.[0-9]+,0\\.[0-9]+]}");
        Files.writeString(folder.resolve("state-000002.json"), "{}");
        assertThat(Kelvin.output("decisions", folder, "--export", "dsjson")).containsPattern("\"p\":\\[0\\.[0-9]+]}");
    }

    /** A policy that no catalogue has. */
    private record Unknown() implements Policy {
        @Override
        public void probabilities(double[] values, double[] out) {
            Arrays.fill(out, 1.0 / out.length);
        }
    }
}
