package kelvin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.spark.Cluster.Started;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments on a cluster of a master and two workers, against one process. */
class ClusterTest {
    private static final String ARMS = """
            question: Which one?
            seed: 3
            horizon: %d
            repetitions: %s
            testbed: {GaussianTestbed: {arms: 10, meanStdDev: 1, rewardStdDev: 1}}
            learners:
              softmax: {Softmax: {temperature: 0.2}}
              ucb: {Ucb1: {}}
            """;

    /** So much that a worker or the driver can be killed half way. */
    private static final String LONG = ARMS.formatted(20_000, 8001);

    private static final Map<String, String> SHORT = experiments();

    private static final Path TEST_CLASSES = Path.of(System.getProperty("test.classes"));

    @TempDir
    private static Path folder;

    private static Cluster cluster;
    private static Started spare;
    private static @Nullable Map<String, String> onceLong;

    private static Map<String, String> experiments() {
        Map<String, String> all = new LinkedHashMap<>();
        String arms = ARMS.formatted(500, 77);
        all.put("testbed", arms);
        all.put("sweep", arms + "sweep: {temperature: {learners.softmax.Softmax.temperature: [0.1, 0.4]}}\n");
        all.put("traced", arms + "trace: {steps: 10, runs: [0, 50]}\n");
        all.put("until", ARMS.formatted(100, "{until: {halfWidth: 2, min: 70, max: 600}}"));
        all.put("agent", """
                question: Which path?
                seed: 1
                horizon: 50
                repetitions: 20
                testbed: {CliffWalking: {}}
                learners:
                  sarsa: {Sarsa: {policy: {EpsilonGreedy: {epsilon: 0.1}}, stepSize: 0.5}}
                  q-learning: {QLearning: {policy: {EpsilonGreedy: {epsilon: 0.1}}, stepSize: 0.5}}
                """);
        all.put("contexts", """
                question: What does a table tell?
                seed: 1
                horizon: 100
                repetitions: 19
                testbed:
                  Classification:
                    table: {file: fruit.csv}
                    label: name
                    order: cycled
                    context: [{OneHot: {columns: [colour]}}, {Numeric: {columns: [size]}}, {Intercept: {}}]
                learners:
                  LinUCB: {LinUcb: {bonus: 1}}
                  softmax: {ContextualLearner: {model: {Ridge: {}}, policy: {Softmax: {temperature: 0.2}}}}
                """);
        all.put("own", arms.replace("{Ucb1: {}}", "{mine.AsymptoticUcb: {}}"));
        return all;
    }

    @BeforeAll
    static void start() throws IOException {
        cluster = new Cluster("3.5.9", Path.of(System.getProperty("java.home")), folder);
        cluster.addWorker();
        spare = cluster.addWorker();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    /** The long experiment, played once in this process. */
    private static Map<String, String> longOnce() throws IOException {
        if (onceLong == null) {
            Results.playHere(file("long", LONG), folder.resolve("once"));
            onceLong = Results.data(folder.resolve("once/long"));
        }
        return onceLong;
    }

    /** The driver reads the table and the classes; executors see neither. */
    @Test
    void everyKindOfExperimentGivesTheBytesOfOneProcess() throws IOException {
        Files.writeString(folder.resolve("fruit.csv"), """
                colour,size,name
                red,2.5,cherry
                green,8,apple
                yellow,15,banana
                red,8.5,apple
                """);
        List<Object> arguments = new ArrayList<>();
        for (Map.Entry<String, String> each : SHORT.entrySet()) {
            arguments.add(file(each.getKey(), each.getValue()));
        }
        Path results = folder.resolve("short");
        arguments.addAll(List.of("--results", results, "--classpath", TEST_CLASSES, "--no-charts"));
        Started submitted = cluster.submit(arguments.toArray());
        SHORT.keySet()
                .forEach(name -> Results.playHere(
                        folder.resolve(name + ".yaml"),
                        folder.resolve("once"),
                        "--classpath",
                        TEST_CLASSES.toString()));
        assertThat(submitted.code()).as(submitted.text()).isZero();
        SHORT.keySet().forEach(name -> Results.assertSame(results, folder.resolve("once"), name));
    }

    @Test
    void aKilledWorkerCostsItsTasksAlone() throws IOException {
        Path file = file("worker", LONG);
        Path results = folder.resolve("local");
        Started submitted = cluster.submit(file, "--results", results, "--no-charts");
        Deadline.await("parts", () -> Results.parts(results, "worker") > 1, submitted::text);
        spare.kill();
        assertThat(results.resolve("worker/curves.csv")).doesNotExist();
        assertThat(submitted.code()).as(submitted.text()).isZero();
        assertThat(submitted.text()).contains("Lost executor");
        spare = cluster.addWorker();
        assertThat(Results.data(results.resolve("worker"))).isEqualTo(longOnce());
    }

    /** On a path of a Hadoop file system, from which the parts have to come back. */
    @Test
    void aDriverThatWasInterruptedOrKilledGoesOn() throws IOException {
        Path file = file("driver", LONG);
        Path results = folder.resolve("hadoop");
        Object[] arguments = {file, "--results", results.toUri()};
        Started first = cluster.submit(arguments);
        Deadline.await("parts", () -> Results.parts(results, "driver") > 0, first::text);
        new ProcessBuilder("kill", "-INT", String.valueOf(first.process().pid())).start();
        assertThat(first.code()).as(first.text()).isEqualTo(130);
        assertThat(first.text()).contains("driver: interrupted; the same command goes on from here");
        long before = Results.parts(results, "driver");
        Started second = cluster.submit(arguments);
        Deadline.await("more parts", () -> Results.parts(results, "driver") > before, second::text);
        second.kill();
        assertThat(results.resolve("driver")).doesNotExist();
        Started third = cluster.submit(arguments);
        assertThat(third.code()).as(third.text()).isZero();
        assertThat(second.text()).contains("decisions were played before; resuming");
        assertThat(third.text()).contains("decisions were played before; resuming");
        assertThat(Results.data(results.resolve("driver"))).isEqualTo(longOnce());
        assertThat(results.resolve("driver.shards")).doesNotExist();
        assertThat(results.resolve("driver/report.html")).exists();
        assertThat(cluster.submit(arguments)
                        .await("driver: holds these results already")
                        .code())
                .isZero();
    }

    @Test
    void aLearnerThatThrowsIsOneErrorAndTheRestIsKept() throws IOException {
        String text =
                ARMS.formatted(50_000, 1001).replace("seed: 3", "seed: 1").replace("{Ucb1: {}}", "{mine.GivesUp: {}}");
        Path file = file("throws", text); // in repetition 738, which no trial run gets to
        Path results = folder.resolve("throws");
        Object[] arguments = {file, "--results", results, "--classpath", TEST_CLASSES};
        Started submitted = cluster.submit(arguments);
        assertThat(submitted.code()).as(submitted.text()).isEqualTo(1);
        assertThat(submitted.text().lines().filter(line -> line.startsWith("kelvin: ")))
                .singleElement()
                .asString()
                .matches(
                        "kelvin: learner 'ucb': mine\\.GivesUp\\S* \\(GivesUp\\.java:\\d+\\) threw IllegalStateException: "
                                + "gave up at step 20, in repetition 738, step 20; --debug prints the whole trace");
        assertThat(Results.parts(results, "throws")).isPositive();
        assertThat(cluster.submit(arguments)
                        .await("decisions were played before; resuming")
                        .code())
                .isEqualTo(1);
    }
}
