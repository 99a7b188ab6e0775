package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shards in processes of their own, each killed while it plays, started again, and merged in any order. */
@Tag("long")
class ShardKillTest {
    private static final int AT_ONCE = 4;
    private static final String YAML = """
            question: What is lost?
            seed: 1
            horizon: 1000
            repetitions: 2200
            report: 50
            testbed: {GaussianTestbed: {arms: 10, meanStdDev: 1, rewardStdDev: 1}}
            learners:
              softmax: {Softmax: {temperature: 0.2}}
              slow: {Mellowmax: {omega: 5}}  # solves an equation per step, so that there is time to kill
            """;

    @TempDir
    private Path folder;

    private final Random random = new Random(19);
    private int killed;
    private int resumed;

    private Path shards(int index) {
        return folder.resolve("shards-" + index);
    }

    private Process start(int index, int count) throws IOException {
        String[] command = {
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "kelvin.cli.Main",
            "run",
            folder.resolve("x.yaml").toString(),
            "--shard",
            index + "/" + count,
            "--results",
            shards(index).toString(),
            "--threads=1"
        };
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("answer-" + index).toFile())
                .start();
    }

    private boolean hasParts(int index) {
        String[] parts = shards(index).resolve("x.shards").toFile().list((where, name) -> name.endsWith(".part"));
        return parts != null && parts.length > 0;
    }

    /** Kills a shard at some moment, every other time one just after it has written something. */
    private void kill(int index, Process process) throws InterruptedException {
        boolean late = index % 2 == 1;
        while (late && !hasParts(index) && !process.waitFor(5, TimeUnit.MILLISECONDS)) {
            // there is nothing yet to go on from
        }
        if (!process.waitFor(random.nextInt(late ? 100 : 400), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor(); // SIGKILL
            killed++;
        }
    }

    private void end(int index, Process process) throws IOException, InterruptedException {
        process.waitFor();
        String answer = Files.readString(folder.resolve("answer-" + index));
        assertThat(process.exitValue()).as(answer).isZero();
        resumed += answer.contains("were played before") ? 1 : 0;
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "16"})
    void killedShardsGiveTheBytesOfOneMachine(int count) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("x.yaml"), YAML);
        assertThat(Kelvin.run("run", folder.resolve("x.yaml"), "--no-charts", "--results", folder.resolve("once")))
                .returns(0, Kelvin::code);
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, count).boxed().toList());
        Collections.shuffle(order, random);
        for (int from = 0; from < count; from += AT_ONCE) {
            List<Integer> some = order.subList(from, Math.min(count, from + AT_ONCE));
            List<Process> first = new ArrayList<>();
            for (int index : some) {
                first.add(start(index, count));
            }
            for (int i = 0; i < some.size(); i++) {
                kill(some.get(i), first.get(i));
            }
            List<Process> again = new ArrayList<>();
            for (int index : some) {
                again.add(start(index, count));
            }
            for (int i = 0; i < some.size(); i++) {
                end(some.get(i), again.get(i));
            }
        }
        assertThat(killed).isPositive(); // the others were faster than their killer
        assertThat(resumed).isPositive();
        Collections.shuffle(order, random);
        Object[] merge = Stream.concat(
                        Stream.of("merge", "--no-charts", "--results", folder.resolve("merged")),
                        order.stream().map(this::shards))
                .toArray();
        assertThat(Kelvin.run(merge)).returns(0, Kelvin::code);
        for (String name : List.of("curves.csv", "runs.csv", "selections.csv", "summary.csv", "comparisons.csv")) {
            assertThat(folder.resolve("merged/x").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("once/x").resolve(name));
        }
    }
}
