package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.metric.SelectionShares;
import kelvin.simulation.Simulation;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An experiment that cannot fit into memory is refused at the key that asks for it, before anything is allocated. */
class FootprintTest {
    private static final String YAML = """
            question: q
            seed: 1
            horizon: 2000000000
            repetitions: 2
            report: 20
            testbed: {GaussianTestbed: {arms: 10, meanStdDev: 1.0, rewardStdDev: 1.0}}
            learners: {a: {Softmax: {temperature: 0.1}}}
            """;

    @TempDir
    private Path folder;

    private Experiment read(String yaml) throws IOException {
        return ExperimentFile.read(Files.writeString(folder.resolve("x.yaml"), yaml), new Catalog(), Overrides.NONE)
                .experiment();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arms: 10       | arms: 2147483647         | :6: testbed: found 2,147,483,647 arms, which take 128 GiB of memory or more where Java may use
            repetitions: 2 | repetitions: 2147483647  | :4: repetitions: found 2,147,483,647 repetitions of 1 learner, which take
            report: 20     | report: 1000000000       | :5: report: found 1000000000 steps, must be at most 1000000
            report: 20     | trace: {steps: 5000000}  | :5: trace: found 5000000 steps, must be at most 1000000
            report: 20     | trace: {rewards: 1000000000} | :5: trace.rewards: found 1000000000, must be between 0 and 1000000
            report: 20     | sweep: {a: {seed: {from: 1, to: 2, points: 9000}}, b: {horizon: {from: 1, to: 2, points: 9000}}} | :5: sweep: found 81000000 points, must be at most 10000
            report: 20     | sweep: {a: {testbed.GaussianTestbed.arms: [2147483647]}} | :5: sweep: found 2,147,483,647 arms, which take
            """)
    void whatCannotFitIsRefusedWhereItIsAskedFor(String before, String after, String message) {
        assertThatThrownBy(() -> read(YAML.replace(before, after)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(folder.resolve("x.yaml") + message);
    }

    @Test
    void theWayToMoreMemoryIsSaid() {
        assertThatThrownBy(() -> read(YAML.replace("arms: 10", "arms: 2147483647")))
                .hasMessageEndingWith(
                        "; ask for fewer, or set JAVA_TOOL_OPTIONS=-Xmx257g on a machine that has as much");
    }

    @Test
    void whatIsAskedForUsuallyIsSmall() throws IOException {
        assertThat(read(YAML).memory(8)).isLessThan(1 << 20);
    }

    /** A million arms for two threads: two numbers, a gap and a rank each at least. */
    @Test
    void memoryGrowsWithArmsAndThreads() throws IOException {
        Experiment many = read(YAML.replace("arms: 10", "arms: 1000000"));
        assertThat(many.memory(1)).isBetween(36e6, 126e6);
        assertThat(many.memory(2)).isBetween(2 * 36e6, 2 * 126e6);
    }

    /**
     * By hand, on 8 threads: 64·10·8 bytes of arms; 3·3·20 numbers of curves and 20·10 of shares in 2 + 1 + 1 parts; of each repetition 3
     * metrics, 3 quarters and 20 steps and its header.
     */
    @Test
    void theBytesOfASmallExperimentAreThoseOfItsTables() throws IOException {
        Footprint footprint = Footprint.of(read(YAML), 8);
        assertThat(footprint.bytes())
                .containsExactly(
                        entry("testbed", 5120.0),
                        entry("report", 8 * 380 * 4.0),
                        entry("repetitions", 2 * (8 * 26 + 72.0)));
        assertThat(footprint.found())
                .containsExactly(
                        entry("testbed", "10 arms"),
                        entry("report", "20 reported steps"),
                        entry("repetitions", "2 repetitions of 1 learner"));
        assertThat(footprint.total()).isEqualTo(5120 + 12160 + 560);
    }

    /** The same where ranks, shares and steps kept are limited, with traces of all repetitions and of two. */
    @Test
    void theBytesOfALargeExperimentAreThoseOfItsTables() throws IOException {
        Footprint footprint = Footprint.of(
                read(YAML.replace("arms: 10", "arms: 1000")
                        .replace("repetitions: 2", "repetitions: 1000")
                        .replace("{a:", "{b: {Greedy: {}}, c: {Uniform: {}}, a:")
                        .replace("report: 20", "report: 2000\ntrace: {steps: 50, runs: [0, 1]}")),
                2);
        int blocks = 1000 / Simulation.REPETITIONS_PER_BLOCK;
        double parts = 9 + 3 * (1 + Math.floor(Math.log(blocks + 1) / Math.log(2)));
        double part = 9 * 2000 + Simulation.MAX_SHARE_POINTS * 100;
        assertThat(footprint.bytes().get("testbed")).isEqualTo(1000 * 64 * 2);
        assertThat(footprint.bytes().get("report")).isEqualTo(8 * part * parts);
        assertThat(footprint.bytes().get("repetitions")).isEqualTo(3 * 1000 * (8 * (6 + 40) + 72));
        assertThat(footprint.found().get("trace")).matches("\\d+ traced steps of 100 arms");
        double steps = Double.parseDouble(
                String.valueOf(footprint.found().get("trace")).replaceAll(" .*", ""));
        assertThat(footprint.bytes().get("trace")).isEqualTo(steps * 202 * 8 * (2 * parts + 3 * 2));
    }

    @Test
    void largeSizesHaveNoDecimals() {
        assertThat(Footprint.words(1.25 * (1L << 30))).isEqualTo("1.3 GiB");
        assertThat(Footprint.words(24.0 * (1 << 20))).isEqualTo("24 MiB");
        assertThat(Footprint.words(10.0 * (1L << 30))).isEqualTo("10 GiB");
    }

    /** 101 learners of 100 ranks have room for 99 steps each. */
    @Test
    void theNumberOfRowsThatManyLearnersHaveIsSaid() throws IOException {
        String learners = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> "s" + i + ": {Softmax: {temperature: " + i + "}}")
                .collect(Collectors.joining(", ", "{", "}"));
        Experiment many = read(YAML.replace("arms: 10", "arms: 100")
                .replace("report: 20", "report: 100")
                .replace("2000000000", "100")
                .replace("{a: {Softmax: {temperature: 0.1}}}", learners));
        SelectionShares kept = many.play(1, steps -> {}).selections().get(100);
        assertThat(kept.steps().length * 101 * 100).isLessThanOrEqualTo(SelectionShares.MAX_ROWS);
        assertThat(many.leftOut())
                .containsExactly("selections.csv has " + kept.steps().length + " of 100 reported steps");
    }

    @Test
    void whatIsLeftOutIsSaid() throws IOException {
        assertThat(read(YAML).leftOut()).isEmpty();
        assertThat(read(YAML.replace("arms: 10", "arms: 1000")).leftOut())
                .containsExactly("selections.csv has the 100 best of 1,000 arms");
        assertThat(read(YAML.replace("2000000000", "3000").replace("report: 20", "report: 3000\ntrace: {}"))
                        .leftOut())
                .singleElement()
                .asString()
                .matches("selections.csv has \\d+ of 3,000 reported steps");
        assertThat(read(YAML.replace("arms: 10", "arms: 1000").replace("report: 20", "trace: {}"))
                        .leftOut())
                .containsExactly(
                        "selections.csv has the 100 best of 1,000 arms", "trace.csv has the 100 best of 1,000 arms");
    }
}
