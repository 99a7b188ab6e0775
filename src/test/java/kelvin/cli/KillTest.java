package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, ended by the system at moments that nobody chose, and started again. */
class KillTest {
    private static final List<String> DATA =
            List.of("curves.csv", "runs.csv", "selections.csv", "summary.csv", "comparisons.csv", "trace.csv");
    private static final String YAML = """
            question: What is lost?
            seed: 1
            horizon: 2000
            repetitions: REPETITIONS
            report: 50
            testbed: {GaussianTestbed: {arms: 10, meanStdDev: 1, rewardStdDev: 1}}
            learners:
              softmax: {Softmax: {temperature: 0.2}}
              UCB1: {Ucb1: {}}
              gradient: {GradientBandit: {stepSize: 0.1, baseline: none}}
              slow: {Mellowmax: {omega: 5}}  # solves an equation per step, so that there is time to kill
            trace: {steps: 20, runs: [0, 60]}
            """;

    @TempDir
    private Path folder;

    private int resumed;

    private Path file() {
        return folder.resolve("x.yaml");
    }

    private void playWithoutInterruption(String repetitions) throws IOException {
        Files.writeString(file(), YAML.replace("REPETITIONS", repetitions));
        assertThat(Kelvin.run("run", file(), "--results", folder.resolve("whole"), "--no-charts"))
                .returns(0, Kelvin::code);
    }

    @Test
    void aKilledRunGoesOnAndEndsWithTheSameBytes() throws IOException, InterruptedException {
        playWithoutInterruption("90");
        kill(1, Seed.of(1).generator());
    }

    @Tag("long")
    @Test
    void fiftyKillsLoseNothing() throws IOException, InterruptedException {
        playWithoutInterruption("303");
        kill(50, Seed.of(2).generator());
    }

    /** It looks after 65, 130, 260 and 520 repetitions, the last of which are enough. */
    @Tag("long")
    @Test
    void killsDoNotChangeWhereItStops() throws IOException, InterruptedException {
        playWithoutInterruption("{until: {halfWidth: 45, min: 65, max: 2000}}");
        assertThat(folder.resolve("whole/x/manifest.json")).content().contains("\"look\": 4");
        kill(8, Seed.of(3).generator());
    }

    /**
     * Half of the kills come at any moment, the others, and the last, just after something new was saved. Whenever a run ends by
     * itself, its data are compared and the next one starts anew.
     */
    private void kill(int times, UniformRandomProvider random) throws IOException, InterruptedException {
        int killed = 0;
        while (killed < times) {
            boolean afterSaving = killed == times - 1 || random.nextBoolean();
            long before = saved();
            Process process = start();
            while (afterSaving && saved() == before && !process.waitFor(5, TimeUnit.MILLISECONDS)) {
                // there is nothing new to lose yet
            }
            if (process.waitFor(random.nextInt(afterSaving ? 100 : 2000), TimeUnit.MILLISECONDS)) {
                compare(process);
                remove(folder.resolve("killed"));
            } else {
                process.destroyForcibly().waitFor();
                killed++;
            }
        }
        compare(start());
        assertThat(resumed).isPositive();
    }

    /** When runs of the experiment were last saved, in milliseconds, 0 for never. */
    private long saved() {
        File[] files = folder.resolve("killed/x/.saved").toFile().listFiles((where, name) -> name.endsWith(".runs"));
        return files == null
                ? 0
                : Stream.of(files).mapToLong(File::lastModified).max().orElse(0);
    }

    private Process start() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String[] command = {
            java.toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "kelvin.cli.Main",
            "run",
            file().toString(),
            "--results",
            folder.resolve("killed").toString(),
            "--no-charts"
        };
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("answer").toFile())
                .start();
    }

    private void compare(Process process) throws IOException, InterruptedException {
        process.waitFor();
        String answer = Files.readString(folder.resolve("answer"));
        assertThat(process.exitValue()).as(answer).isZero();
        if (answer.contains("were played before")) {
            resumed++;
        }
        for (String name : DATA) {
            assertThat(folder.resolve("killed/x").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("whole/x").resolve(name));
        }
    }

    private static void remove(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> inside = Files.list(path)) {
                for (Path each : inside.toList()) {
                    remove(each);
                }
            }
        }
        Files.delete(path);
    }
}
