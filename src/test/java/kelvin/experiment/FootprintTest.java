package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.metric.SelectionShares;
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
            repetitions: 2 | repetitions: 2147483647  | :4: repetitions: found 2,147,483,647 repetitions of 1 learners, which take
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
