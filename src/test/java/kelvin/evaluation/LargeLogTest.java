package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.cli.Main;
import kelvin.experiment.DecisionLog;
import kelvin.experiment.LogFormat;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two million decisions are evaluated in a heap of 6 bytes for each. */
@Tag("long")
class LargeLogTest {
    private static final int DECISIONS = 2_000_000;

    @TempDir
    private Path folder;

    /** Writes a log in two files, with propensities that all differ. */
    private void write() throws IOException {
        UniformRandomProvider random = Seed.of(1).generator();
        for (String name : List.of("a.csv", "b.csv")) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name))) {
                out.write("action,reward,propensity\n");
                for (int i = 0; i < DECISIONS / 2; i++) {
                    double propensity = 0.25 + 0.1 * random.nextDouble();
                    out.write(random.nextInt(4) + "," + random.nextInt(2) + "," + (float) propensity + "\n");
                }
            }
        }
    }

    /** Holds the decisions in memory, by columns: 13 bytes for each. */
    public static void main(String[] arguments) {
        LoggedDecisions log = new LoggedDecisions();
        DecisionLog.read(Path.of(arguments[0]), LogFormat.DEFAULT)
                .decisions()
                .forEach((index, decision) -> log.add(decision));
        System.out.println(log.size());
    }

    private static String run(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx12m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aLongLogTakesLittleMemory() throws IOException {
        write();
        String log = folder.toString();
        String policy = "{Softmax: {temperature: 1}}";
        assertThat(run(Main.class, "evaluate", log, "--policy", policy, "--resamples", "10", "--no-charts"))
                .contains("2,000,000 decisions among 4 actions", "doubly robust");
        assertThat(run(LargeLogTest.class, log)).contains("OutOfMemoryError");
    }
}
