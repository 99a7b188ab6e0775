package kelvin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kelvin.spark.Cluster.Started;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar, compiled against another Spark, on the newest one and every Java that this machine has for it. */
class OtherSparkTest {
    @TempDir
    private Path folder;

    /** This Java, and a JDK 25 if the build was told of one. */
    static Stream<Path> javas() {
        return Stream.of(System.getProperty("java.home"), System.getProperty("jdk25", ""))
                .filter(home -> !home.isEmpty())
                .map(Path::of);
    }

    @ParameterizedTest
    @MethodSource("javas")
    void anExperimentGivesTheBytesOfOneProcess(Path java) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), """
                question: Which one?
                seed: 3
                horizon: 500
                repetitions: 77
                testbed: {GaussianTestbed: {arms: 10, meanStdDev: 1, rewardStdDev: 1}}
                learners:
                  softmax: {Softmax: {temperature: 0.2}}
                  ucb: {Ucb1: {}}
                """);
        try (Cluster cluster = new Cluster("4.2.0", java, folder)) {
            cluster.addWorker();
            cluster.addWorker();
            Started submitted = cluster.submit(file, "--results", folder.resolve("spark"), "--no-charts");
            assertThat(submitted.code()).as(submitted.text()).isZero();
        }
        Results.playHere(file, folder.resolve("once"));
        Results.assertSame(folder.resolve("spark"), folder.resolve("once"), "mine");
    }
}
