package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Request;
import kelvin.decision.Settings;
import kelvin.decision.family.DecisionMakers;
import kelvin.learner.contextual.SquareCb;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Features in journals are the columns of the exported CSV: evaluated and learnt from, both give the same digits. */
class JournalContextsTest {
    private static final String RIDGE = "{Ridge: {}}";

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private Path csv = Path.of("");

    /** Every seventh decision has no features, every ninth no reward; the better action is 1 where x1 is positive. */
    @BeforeEach
    void decide() throws IOException {
        folder = temporary.resolve("decisions");
        csv = temporary.resolve("decisions.csv");
        UniformRandomProvider random = Seed.of(3).generator();
        try (DecisionMaker maker = DecisionMaker.open(folder, new Settings(new Uniform(), 2, Seed.of(1)))) {
            for (int i = 0; i < 200; i++) {
                double x = random.nextDouble() - 0.5;
                Request request = Request.of("id " + i);
                int action = maker.decide(i % 7 == 6 ? request : request.context(Context.of(2, i % 3, x, 1e-9 * i)))
                        .action();
                if (i % 9 != 8) {
                    maker.reward("id " + i, action == 1 ? x : -x);
                }
            }
        }
        export();
    }

    private void export() {
        out("decisions", folder, "--export", "csv", "--out", csv);
    }

    private static String out(Object... args) {
        return Kelvin.output(args).replaceFirst("warning: 22 decisions without a reward are left out; .*\n", "");
    }

    private String[] evaluated(String... options) {
        return Stream.of(folder, csv)
                .map(log -> out(with(options, "evaluate", log, "--policy", "{Greedy: {}}", "--no-charts"))
                        .replace(log.toString(), "LOG"))
                .toArray(String[]::new);
    }

    private static Object[] with(String[] options, Object... first) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(options)).toArray();
    }

    private static void assertSame(String... of) {
        assertThat(of[0]).isEqualTo(of[1]);
    }

    @Test
    void evaluationsOfTheJournalAndOfItsCsvAreTheSame() {
        String[] plain = evaluated();
        assertSame(plain);
        String[] model = evaluated("--model", RIDGE, "--context", "x0,x1");
        assertSame(model);
        assertThat(model[0]).isNotEqualTo(plain[0]).contains("LOG: 178 decisions among 2 actions");
        String[] texts = evaluated("--model", RIDGE, "--context", "x0:text,x1,x2");
        assertSame(texts);
        assertThat(texts[0]).isNotEqualTo(model[0]);
        assertSame(evaluated(
                "--model", RIDGE, "--context", "x1", "--features", "[{Standardised: {columns: [x1], missing: zero}}]"));
    }

    /** Features of the actions follow those that all share, as in the CSV. */
    @Test
    void featuresOfActionsAreColumnsToo() throws IOException {
        folder = temporary.resolve("per action");
        Settings settings =
                new Settings(new SquareCb(new Ridge(1, Layout.SHARED, 1), 5), 2, new Features(1, 1), Seed.of(1));
        try (DecisionMaker maker = DecisionMaker.open(folder, settings)) {
            for (int i = 0; i < 60; i++) {
                Context context = new Context(2, new Features(1, 1));
                context.set(0, i % 5);
                context.set(1, i % 3);
                context.set(2, i % 4);
                maker.reward("a" + i, maker.decide("a" + i, context).action() * (i % 4));
            }
        }
        export();
        assertSame(evaluated("--model", RIDGE, "--context", "x0,x1,x2"));
    }

    /** Contexts of a family may differ in how many features they have; those they lack are missing, as in the CSV. */
    @Test
    void aFamilyIsOneLog() throws IOException {
        folder = temporary.resolve("family");
        Settings settings = new Settings(new Uniform(), 2, Seed.of(1));
        try (DecisionMakers makers = DecisionMakers.open(folder, settings, 2, 2, InstantSource.system())) {
            for (int i = 0; i < 60; i++) {
                String id = "a" + i;
                double x = i % 4;
                Context context = i % 3 == 0 ? Context.of(2, x) : Context.of(2, x, i % 5);
                makers.with("country " + i % 3, maker -> {
                    int action = maker.decide(Request.of(id).context(context)).action();
                    return maker.reward(id, action * x);
                });
            }
        }
        export();
        String[] texts = evaluated("--model", RIDGE, "--context", "x0,x1");
        assertSame(texts);
        assertThat(texts[0]).contains("LOG: 60 decisions among 2 actions");
    }

    @Test
    void policiesLearntFromEitherAreTheSame() throws IOException {
        Path policy = temporary.resolve("policy.json");
        Path other = temporary.resolve("other.json");
        String[] options = {"--model", RIDGE, "--context", "x0:text,x1", "--weights", "dr"};
        String words = out(with(options, "learn", folder, "--out", policy));
        assertThat(out(with(options, "learn", csv, "--out", other))
                        .replace(csv.toString(), folder.toString())
                        .replace(other.toString(), policy.toString()))
                .isEqualTo(words);
        assertThat(policy).hasSameTextualContentAs(other);
        String judged = out("evaluate", folder, "--target", policy, "--no-charts");
        assertThat(out("evaluate", csv, "--target", policy, "--no-charts").replace(csv.toString(), folder.toString()))
                .isEqualTo(judged)
                .contains("warning: the policy was learnt from these very decisions");
    }

    @Test
    void aPolicyOfOtherActionsIsRefused() throws IOException {
        Path policy = temporary.resolve("policy.json");
        Path others = Files.writeString(
                temporary.resolve("others.csv"),
                "action,reward,propensity,x1\n" + "10,1,0.5,0.1\n20,2,0.5,0.2\n".repeat(10));
        out("learn", others, "--model", RIDGE, "--context", "x1", "--out", policy);
        assertThat(Kelvin.run("evaluate", folder, "--target", policy, "--no-charts")
                        .err())
                .isEqualTo(
                        "kelvin: " + folder + ": found a journal, whose actions are the numbers from 0, must be a CSV"
                                + " file with the actions of the policy: [10, 20]\n");
        Path dsjson = temporary.resolve("log.dsjson");
        out("decisions", folder, "--export", "dsjson", "--out", dsjson);
        out("learn", others, "--model", RIDGE, "--out", policy);
        assertThat(Kelvin.run("evaluate", dsjson, "--target", policy, "--no-charts")
                        .err())
                .startsWith("kelvin: " + dsjson + ": found a dsjson file, whose actions are the numbers from 0, must");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{Ridge: {}}    | x3    | : --context: found no column 'x3'. Columns, the features of the decisions: x0 to x2",
                "{Ridge: {}}    | x01   | : --context: found no column 'x01'. Columns, the features of the decisions: x0 to x2",
                "{Ridge: {}}    | x1,x1 | --context: found 'x1' twice, must be each column once",
                "{Logistic: {}} | x1    | /journal-000001.jsonl:5: reward of decision id 1: found -0.",
            })
    void whatIsWrongIsSaidOnce(String model, String context, String error) {
        assertThat(Kelvin.run("learn", folder, "--model", model, "--context", context))
                .returns(2, Kelvin::code)
                .extracting(Kelvin::err)
                .asString()
                .startsWith("kelvin: " + (error.startsWith("--") ? "" : folder) + error)
                .hasLineCount(1);
    }
}
