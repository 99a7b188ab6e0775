package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's own classes behind {@code --classpath}: each mistake in one is told as its own, with the class, the time and the rule. */
class OutsideClassesTest {
    @TempDir
    private static Path folder;

    private static Path classes;

    @BeforeAll
    static void compile() throws IOException {
        classes = Compiled.into(
                folder,
                OutsideSources.POLICY.formatted("Sum", "0.7"),
                OutsideSources.POLICY.formatted("NotANumber", "Double.NaN"),
                OutsideSources.POLICY.formatted("Divides", "1 / (values.length - out.length)"),
                OutsideSources.POLICY
                        .formatted("Power", "1.0 / out.length")
                        .replace("Power()", "Power(double exponent)"),
                OutsideSources.POLICY.formatted("Endless", "probabilities(values)[0]"),
                OutsideSources.LEARNER.formatted("Beyond", "n"),
                OutsideSources.LEARNER.formatted("Below", "-1"),
                OutsideSources.LEARNER.formatted("Late", "1 / (n - n)"),
                OutsideSources.AGENT,
                OutsideSources.ARM,
                OutsideSources.SCHEDULE,
                OutsideSources.TESTBED);
    }

    private static Kelvin run(String testbed, String learner, String more) throws IOException {
        String yaml = """
                question: What happens?
                seed: 1
                horizon: 30
                repetitions: 9
                testbed: %s
                learners: {fair: {Uniform: {}}, mine: %s}
                %s
                """;
        Path file = Files.writeString(
                Files.createTempFile(folder, "own", ".yaml"),
                testbed.contains("Cliff")
                        ? yaml.replace("fair: {Uniform: {}}, ", "").formatted(testbed, learner, more)
                        : yaml.formatted(testbed, learner, more));
        return Kelvin.run("run", file, "--no-charts", "--results", folder.resolve("results"), "--classpath", classes);
    }

    private static String fault(String testbed, String learner) throws IOException {
        return fault(testbed, learner, "");
    }

    private static String fault(String testbed, String learner, String more) throws IOException {
        Kelvin answer = run(testbed, learner, more);
        assertThat(answer).returns(1, Kelvin::code);
        return answer.err().strip();
    }

    private static final String ARMS = "{FixedTestbed: {arms: [{Bernoulli: {p: 0.3}}, {Bernoulli: {p: 0.5}}]}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{acme.Sum: {}} | step 1: acme.Sum.probabilities returned probabilities that sum to 1.4 (0.7, 0.7), must sum to 1",
                "{acme.NotANumber: {}} | step 1: acme.NotANumber.probabilities returned NaN for action 0, must be in [0, 1]",
                "{UniformMix: {policy: {acme.Sum: {}}, minimum: 0.01}} | step 1: acme.Sum.probabilities returned probabilities that sum to 1.4 (0.7, 0.7), must sum to 1",
                "{acme.Beyond: {from: 20}} | step 20: acme.Beyond$Player.select returned action 2, must be in [0, 2)",
                "{acme.Below: {from: 1}} | step 1: acme.Below$Player.select returned action -1, must be in [0, 2)"
            })
    void whatIsAgainstTheContractIsSaidWithTheRule(String learner, String problem) throws IOException {
        assertThat(fault(ARMS, learner)).isEqualTo("kelvin: learner 'mine', repetition 0: " + problem);
    }

    @Test
    void whatAnAgentChoosesIsHeldToTheActionsOfItsWorld() throws IOException {
        assertThat(fault("{CliffWalking: {}}", "{acme.Lost: {}}"))
                .isEqualTo(
                        "kelvin: learner 'mine', repetition 0: episode 1: acme.Lost$Wanderer.step returned action 17,"
                                + " must be in [0, 4)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{square: -1, reward: 0}  | mean returned NaN, must be finite",
                "{square: 0.5, reward: 1.5} | sampler returned a reward of 1.5, must give rewards in [0, 1], as its rewards() says"
            })
    void anArmIsTriedOutBeforeAnythingIsPlayed(String arm, String problem) throws IOException {
        Kelvin answer =
                run("{FixedTestbed: {arms: [{Bernoulli: {p: 0.3}}, {acme.Odd: " + arm + "}]}}", "{Ucb1: {}}", "");
        assertThat(answer).returns(2, Kelvin::code);
        assertThat(answer.err().strip())
                .endsWith(".yaml:5: testbed.FixedTestbed.arms[1].'acme.Odd': acme.Odd." + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{Softmax: {temperature: {acme.Ending: {last: 9}}}} | learners.mine.Softmax.temperature",
                "{ValueLearner: {policy: {Greedy: {}}, stepSize: {acme.Ending: {last: 9}}}} | learners.mine.ValueLearner.stepSize"
            })
    void aScheduleIsTriedOutBeforeAnythingIsPlayed(String learner, String place) throws IOException {
        Kelvin answer = run(ARMS, learner, "");
        assertThat(answer).returns(2, Kelvin::code);
        assertThat(answer.err().strip())
                .endsWith(".yaml:6: " + place
                        + ".'acme.Ending': acme.Ending.at returned NaN for step 10, must be finite");
    }

    @Test
    void aPlayerThatIsNoneIsFoundWhenTheFileIsRead() throws IOException {
        Kelvin answer = run(ARMS, "{acme.Late: {from: 0}}", "");
        assertThat(answer).returns(2, Kelvin::code);
        assertThat(answer.err().strip())
                .endsWith(".yaml:6: learners.mine.'acme.Late': acme.Late.create returned null, must be a player");
    }

    @Test
    void meansThatAreNoneAreFoundBeforeAnythingIsPlayed() throws IOException {
        assertThat(fault("{acme.Unknown: {size: 2}}", "{Ucb1: {}}"))
                .endsWith("acme.Unknown$Nothing.mean returned NaN for arm 0, must be finite");
    }

    @Test
    void reportedProbabilitiesAreCheckedWhereTheyAreTraced() throws IOException {
        String three = ARMS.replace("]", ", {Bernoulli: {p: 0.1}}]");
        assertThat(fault(three, "{acme.Beyond: {from: 99}}", "trace: {steps: [4]}"))
                .endsWith("step 4: acme.Beyond$Player.probabilities returned probabilities that sum to 1.5"
                        + " (0.5, 0.5, 0.5), must sum to 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{acme.Divides: {}} | acme.Divides.probabilities (Divides.java:5) threw ArithmeticException: / by zero, in repetition 0, step 1",
                "{acme.Late: {from: 17}} | acme.Late$Player.select (Late.java:12) threw ArithmeticException: / by zero, in repetition 0, step 17"
            })
    void whatThrowsIsNamedWithLineAndTime(String learner, String problem) throws IOException {
        assertThat(fault(ARMS, learner))
                .isEqualTo("kelvin: learner 'mine': " + problem + "; --debug prints the whole trace");
    }

    @Test
    void endlessRecursionIsTheFaultOfTheClassToo() throws IOException {
        assertThat(fault(ARMS, "{acme.Endless: {}}"))
                .contains(
                        "acme.Endless.probabilities (Endless.java:5) threw StackOverflowError, in repetition 0, step 1");
    }

    @ParameterizedTest
    @CsvSource({"explain", "audit"})
    void otherCommandsNameItLikewiseAndShowTheTraceOnRequest(String command) {
        String policy = "{acme.Divides: {}}";
        Kelvin answer = Kelvin.run(command, 1, 2, "--policy", policy, "--classpath", classes);
        assertThat(answer).returns(1, Kelvin::code);
        String message =
                "kelvin: acme.Divides.probabilities (Divides.java:5) threw ArithmeticException: / by zero; --debug prints the whole trace";
        assertThat(answer.err().lines()).containsExactly(message);
        Kelvin whole = Kelvin.run(command, 1, 2, "--policy", policy, "--classpath", classes, "--debug");
        assertThat(whole.err().lines())
                .startsWith(message, "java.lang.ArithmeticException: / by zero")
                .anyMatch(line -> line.contains("acme.Divides.probabilities(Divides.java:5)"))
                .anyMatch(line -> line.contains("kelvin.policy.Policy.probabilities(Policy.java:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate --values 0.1,0.2", "evaluate", "learn --model {Means:{}}"})
    void policiesJudgedByALogAreCheckedToo(String command) throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"), "action,reward,propensity\n" + "0,1,0.5\n1,0,0.5\n".repeat(10));
        String words = command + " --policy {acme.Sum:{}} --classpath " + classes + " " + log;
        Kelvin answer = Kelvin.run((Object[]) words.split(" "));
        assertThat(answer).returns(1, Kelvin::code);
        assertThat(answer.err().strip())
                .isEqualTo(
                        "kelvin: acme.Sum.probabilities returned probabilities that sum to 1.4 (0.7, 0.7), must sum to 1");
    }

    @Test
    void aClassThatIsNotThereIsSaidWithWhereItWasLookedFor() {
        assertThat(Kelvin.run("explain", 1, 2, "--policy", "{acme.Sums: {}}", "--classpath", classes)
                        .err()
                        .strip())
                .isEqualTo("kelvin: --policy:1: there is no class acme.Sums in " + classes
                        + ", where --classpath says it is");
        assertThat(Kelvin.run("explain", 1, 2, "--policy", "{acme.Sum: {}}")
                        .err()
                        .strip())
                .isEqualTo("kelvin: --policy:1: there is no class acme.Sum; --classpath says where your own are");
    }

    @Test
    void aScheduleOnANumberOfOnesOwnPolicyIsPlayedAndVerified() throws IOException {
        Kelvin played = run(ARMS, "{acme.Power: {exponent: {Linear: {start: 1, end: 3, steps: 30}}}}", "");
        assertThat(played.err()).isEmpty();
        String written = played.out().replaceAll("(?s).*\\n(\\S+): written.*", "$1");
        Kelvin verified = Kelvin.run("verify", written, "--classpath", classes);
        assertThat(verified).returns(0, Kelvin::code);
        assertThat(verified.out()).contains("played again, every data file is the same bit for bit");
        assertThat(Files.readString(Path.of(written, "manifest.json"))).contains("acme.Power", "Linear");
    }

    @Test
    void resultsOfClassesThatHaveChangedAreNotTakenForTheirsWithoutAWord() throws IOException {
        Path file = Files.writeString(folder.resolve("changed.yaml"), """
                question: What happens?
                seed: 1
                horizon: 5
                repetitions: 2
                testbed: %s
                learners: {mine: {acme.Own: {}}}
                """.formatted(ARMS));
        Path one = Compiled.into(folder.resolve("one"), OutsideSources.POLICY.formatted("Own", "1.0 / out.length"));
        Path two = Compiled.into(folder.resolve("two"), OutsideSources.POLICY.formatted("Own", "0.5"));
        assertThat(held(file, one)).endsWith("written");
        assertThat(held(file, one)).isEqualTo("holds these results already, nothing was played");
        assertThat(held(file, two))
                .isEqualTo("holds these results, but the classes behind --classpath have changed since");
        Files.writeString(file, Files.readString(file).replace("happens", "else happens"));
        Kelvin reworded =
                Kelvin.run("run", file, "--no-charts", "--results", folder.resolve("results"), "--classpath", two);
        assertThat(reworded.out())
                .contains(
                        "question changed; nothing was played, though the classes behind --classpath have changed since");
        assertThat(held(file, one)).isEqualTo("holds these results already, nothing was played");
    }

    private static String held(Path file, Path classpath) {
        Kelvin answer = Kelvin.run(
                "run", file, "--no-charts", "--results", folder.resolve("results"), "--classpath", classpath);
        return answer.out().replaceAll("(?s).*results/changed: ([^;]*);.*", "$1");
    }

    @Test
    void theListShowsThemAfterKelvinsOwn() {
        Kelvin answer = Kelvin.run("list", "learner", "--classpath", classes);
        assertThat(answer.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsSubsequence(
                        "ValueLearner estimates the value of each arm and chooses by a policy",
                        "learner, acme",
                        "acme.Late",
                        "from whole number");
        assertThat(Kelvin.run("list", "acme.Sum", "--classpath", classes).out().strip())
                .isEqualTo("policy, acme\n  acme.Sum");
        assertThat(Kelvin.run("list", "acme.Sum").code()).isEqualTo(2);
    }

    @Test
    void aJarWillDoAndAnotherFileWillNot() throws IOException {
        Path jar = folder.resolve("own.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("acme/Sum.class"));
            out.write(Files.readAllBytes(classes.resolve("acme/Sum.class")));
        }
        assertThat(Kelvin.run("list", "acme.Sum", "--classpath", jar)).returns(0, Kelvin::code);
        Path none = Files.writeString(folder.resolve("none.jar"), "no zip");
        assertThat(Kelvin.run("list", "--classpath", none).err().strip())
                .isEqualTo("kelvin: --classpath: found " + none + ", must be a jar or a folder");
    }
}
