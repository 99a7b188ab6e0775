package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Logs of two actions, chosen uniformly: action 7 pays with probability x for visitors from A and 1 − x for those from B, action 3 the
 * other way round. Who knows x and the place earns ¾, who does not ½.
 */
class LearnCommandTest {
    private static final String RIDGE = "{kelvin.evaluation.SmallRidge: {regularisation: 1}}";
    private static final List<String> PLACES = List.of("A", "B");

    @TempDir
    private Path folder;

    private Path log;
    private Path policy;

    @BeforeEach
    void write() throws IOException {
        log = write("log.csv", 1, 2000);
        policy = folder.resolve("policy.json");
    }

    private Path write(String name, long seed, int size) throws IOException {
        UniformRandomProvider random = Seed.of(seed).generator();
        StringBuilder csv = new StringBuilder("place,x,action,reward,propensity,z\n");
        DoubleFunction<Integer> coin = p -> random.nextDouble() < p ? 1 : 0;
        for (int i = 0; i < size; i++) {
            String place = PLACES.get(random.nextInt(2));
            double x = random.nextDouble();
            int action = random.nextBoolean() ? 3 : 7;
            int reward = coin.apply(place.equals("A") == (action == 7) ? x : 1 - x);
            csv.append(String.format(
                    Locale.ROOT, "%s,%s,%d,%d,0.5,%s%n", place, x, action, reward, place.equals("A") ? x : -x));
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private Kelvin learn(Object... more) {
        Object[] all = new Object[more.length + 10];
        Object[] first = {"learn", log, "--model", RIDGE, "--context", "place,z", "--resamples", 20, "--out", policy};
        System.arraycopy(first, 0, all, 0, 10);
        System.arraycopy(more, 0, all, 10, more.length);
        return Kelvin.run(all);
    }

    @Test
    void aCategoryNeverSeenIsWarnedOf() throws IOException {
        assertThat(learn().code()).isZero();
        Path other = Files.writeString(
                folder.resolve("other.csv"),
                "place,z,action,reward,propensity\nA,1,3,1,0.5\nC,1,7,1,0.5\n,1,3,0,0.5\nD,1,3,0,0.5\nB,1,7,0,0.5\n");
        assertThat(Kelvin.run("evaluate", other, "--target", policy, "--no-charts", "--resamples", 20)
                        .out())
                .contains("warning: 2 of 5 decisions saw a category that the policy has never seen");
        assertThat(Kelvin.run("evaluate", log, "--target", policy, "--no-charts", "--resamples", 20)
                        .out())
                .doesNotContain("never seen");
        assertThat(Kelvin.run("explain", "--model", policy, "--context", "place=C,z=1")
                        .out())
                .startsWith(
                        "warning: the model has never seen such a category, taken as none of the known ones: place\n");
        assertThat(Kelvin.run("explain", "--model", policy, "--context", "place=A,z=1")
                        .out())
                .doesNotContain("warning");
    }

    @Test
    void anErrorInAContextNamesTheFileAndTheLine() throws IOException {
        Path gap =
                Files.writeString(folder.resolve("gap.csv"), "place,action,reward,propensity\nA,0,1,0.5\n,1,0,0.5\n");
        Kelvin answer = Kelvin.run(
                "learn", gap, "--model", RIDGE, "--context", "place", "--features", "[{OneHot: {columns: [place]}}]");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains(gap + ":3: column place: found missing, must be ");
    }

    private static double robust(Kelvin answer) {
        Matcher found = Pattern.compile("(?m)^doubly robust +(\\S+)").matcher(answer.out());
        assertThat(found.find()).as(answer.out() + answer.err()).isTrue();
        return Double.parseDouble(found.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ips", "dr"})
    void whatIsLearntIsWrittenAndEarnsOnOtherLogsWhatWasSaid(String weights) throws IOException {
        Kelvin learnt = learn("--weights", weights);
        assertThat(learnt.err()).isEmpty();
        assertThat(learnt.out())
                .contains("2,000 decisions among 2 actions")
                .contains("Greedy[], by SmallRidge[regularisation=1.0] learnt from the other half of the log"
                        + (weights.equals("none") ? "\n" : ", weights " + weights + "\n"))
                .contains("reward model SmallRidge[regularisation=1.0]: mean squared error 0.1")
                .contains("actions are those in the log: 3, 7")
                .contains("policy.json: written");
        assertThat(robust(learnt)).isBetween(0.72, 0.78);
        Path others = write("others.csv", 2, 2000);
        Kelvin again =
                Kelvin.run("evaluate", others, "--target", policy, "--resamples", 20, "--no-charts", "--model", RIDGE);
        assertThat(again.out())
                .contains("Greedy[], by SmallRidge[regularisation=1.0] learnt from 2,000 decisions (" + policy + ")")
                .doesNotContain("these very decisions");
        assertThat(robust(again)).isBetween(0.72, 0.78);
        Kelvin uniform = Kelvin.run(
                "evaluate", others, "--target", policy, "--policy", "{Uniform: {}}", "--no-charts", "--resamples", 20);
        assertThat(robust(uniform)).isBetween(0.47, 0.53);
    }

    /** Columns of numbers alone do not tell who is who: x means the opposite in B. */
    @Test
    void whatTheModelDoesNotSeeItDoesNotLearn() {
        assertThat(robust(learn("--context", "x"))).isBetween(0.72, 0.78); // place, z and x
        assertThat(robust(Kelvin.run("learn", log, "--model", RIDGE, "--context", "x", "--resamples", 20)))
                .isBetween(0.46, 0.54);
        assertThat(robust(Kelvin.run(
                        "evaluate",
                        log,
                        "--policy",
                        "{Greedy: {}}",
                        "--model",
                        RIDGE,
                        "--context",
                        "z,place",
                        "--no-charts",
                        "--resamples",
                        20)))
                .isBetween(0.72, 0.78);
    }

    @Test
    void aPolicyThatIsJudgedByWhatItLearntFromIsWarnedOf() {
        assertThat(learn().code()).isZero();
        assertThat(Kelvin.run("evaluate", log, "--target", policy, "--no-charts", "--resamples", 20)
                        .out())
                .contains("warning: the policy was learnt from these very decisions");
    }

    /** The log of the guide, where {@link ReadmeTest} plays the session with a model. */
    @Test
    void meanRewardsKnowNothingOfTheTumours() {
        Kelvin blind = Kelvin.run(
                "evaluate",
                "experiments/data/cancer_log.csv",
                "--columns",
                "guess,right,propensity",
                "--policy",
                "{Greedy: {}}",
                "--no-charts",
                "--resamples",
                20);
        assertThat(robust(blind)).isBetween(0.61, 0.63);
    }

    /** Action 2 pays most, which needs no context to be seen. */
    @Test
    void aPolicyIsLearntFromAJournal() throws IOException {
        Path journal = folder.resolve("maker");
        Settings settings =
                new Settings(new Uniform(), 3, Seed.of(1)).remembered(1000).maxAge(Duration.ofDays(1));
        try (DecisionMaker maker = DecisionMaker.open(journal, settings)) {
            for (int i = 0; i < 300; i++) {
                maker.reward("id " + i, maker.decide("id " + i).action());
            }
        }
        assertThat(Kelvin.run("learn", journal, "--model", "{Ridge: {}}", "--weights", "dr", "--out", policy)
                        .out())
                .contains("300 decisions among 3 actions");
        assertThat(robust(Kelvin.run("evaluate", journal, "--target", policy, "--no-charts", "--resamples", 20)))
                .isBetween(1.95, 2.05);
        assertThat(Kelvin.run("learn", journal, "--model", "{Ridge: {}}", "--context", "x")
                        .err())
                .isEqualTo(
                        "kelvin: " + journal
                                + ": --context: found no column 'x'. The decisions of this journal record no features, or only their hashes\n");
    }

    @Test
    void numbersMayBeTexts() throws IOException {
        Path file = folder.resolve("zip.csv");
        String rows = "1,0.5,10115\n".repeat(20).replaceAll("(?m)^", "0,") + "1,0,0.5,80331\n".repeat(20);
        Files.writeString(file, "action,reward,propensity,zip\n" + rows);
        assertThat(Kelvin.run("learn", file, "--model", RIDGE, "--context", "zip:text", "--out", policy)
                        .code())
                .isZero();
        assertThat(Files.readString(policy)).contains("[\"10115\", \"80331\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--context age            | log.csv:1: found no column 'age'. Columns: action, reward, propensity, n",
                "--context n              | log.csv:3: n: found 'x', must be a finite number",
                "--features [{One:{}}]    | --features:1: [0]: unknown feature 'One', did you mean 'OneHot'? Allowed: Automatic",
                "--model {Logistic:{}}    | log.csv:2: reward: found '2', must be among the rewards in [0, 1] that the model learns from",
                "--weights w              | --weights: found 'w', must be none, ips or dr",
                "--model {Mean:{}}        | --model:1: unknown model 'Mean', did you mean 'Means'?",
                "--out no/policy.json     | --out: there is no folder ",
                "--resamples 0            | --resamples: found 0, must be in [1, 1000000]"
            })
    void aMistakeIsReportedWithItsPlace(String options, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "action,reward,propensity,n\n0,2,0.5,1\n1,0,0.5,x\n");
        String[] words = options.split(" ", 2);
        Kelvin answer = words[0].equals("--model")
                ? Kelvin.run("learn", file, words[0], words[1])
                : Kelvin.run("learn", file, "--model", "{Means: {}}", words[0], words[1]);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains(problem).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"actions\": 2         | \"actions\": 0         | actions: found 0, must be",
                "SmallRidge             | SmallRigde             | there is no class kelvin.evaluation.SmallRigde",
                "\"state\": [           | \"state\": [1.0,       | found 41 numbers of state",
                "\"state\": [           | \"state\": [\"a\",    | state: found a, must be a list of numbers",
                "\"weights\": \"none\" | \"weights\": \"some\" | must be one of none, ips, dr",
                "{                      | [                      | character "
            })
    void aFileThatWasChangedIsRefused(String from, String to, String problem) throws IOException {
        log = write("small.csv", 1, 60);
        assertThat(learn().code()).isZero();
        String text = Files.readString(policy);
        assertThat(text).contains(from);
        Files.writeString(policy, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
        Kelvin answer = Kelvin.run("evaluate", log, "--target", policy, "--no-charts", "--resamples", 20);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .startsWith("kelvin: " + policy)
                .contains(Objects.requireNonNull(problem))
                .hasLineCount(1);
    }

    @Test
    void actionsThatThePolicyDoesNotKnowAreRefused() throws IOException {
        assertThat(learn().code()).isZero();
        Path other = Files.writeString(
                folder.resolve("other.csv"), "place,z,action,reward,propensity\nA,1,3,1,0.5\nA,1,4,1,0.5\n");
        assertThat(Kelvin.run("evaluate", other, "--target", policy).err())
                .isEqualTo("kelvin: " + other + ":3: action: found '4', must be one of the 2 actions of the policy\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--policy {Greedy:{}} --context x     | --context: found x, but no --model that would see it",
                "--seed 1                             | --policy: missing, must be the policy to evaluate, unless --target has one",
                "--target p.json --values 1,2         | --values: found [1.0, 2.0], must be absent: --target has a model of values",
                "--target p.json --context x          | --context: found x, must be absent: --target says what its model sees",
                "--target p.json                      | p.json: cannot be read: there is no such file or folder"
            })
    void optionsThatDoNotFitAreRefused(String options, String problem) {
        Object[] words = ("evaluate " + log + " " + options).split(" ");
        assertThat(Kelvin.run(words).err()).startsWith("kelvin: " + problem).hasLineCount(1);
    }

    /** A reward among the contexts would be predicted from itself. */
    @Test
    void whatIsKnownAfterTheDecisionIsNotSeenBefore(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("log.csv");
        Files.writeString(log, "action,reward,propensity,age\n0,1,0.5,20\n1,0,0.5,30\n");
        Kelvin answer = Kelvin.run("learn", log, "--context", "age,reward", "--model", RIDGE);
        assertThat(answer.err()).contains("log.csv:1: --context: found 'reward', must be a column that is seen before");
        assertThat(Kelvin.run("learn", log, "--context", "age,age:text", "--model", RIDGE)
                        .err())
                .isEqualTo("kelvin: --context: found 'age' twice, must be each column once\n");
        Files.writeString(log, "action,reward,propensity,age\n");
        assertThat(Kelvin.run("learn", log, "--context", "age", "--model", RIDGE)
                        .err())
                .contains("found no decision, must hold at least one");
    }
}
