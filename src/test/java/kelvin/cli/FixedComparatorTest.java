package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regret against one arm in a world of contexts is called what it is, on the console and in the report. */
class FixedComparatorTest {
    private static final String TABLE =
            "{file: " + Path.of("experiments/data/cancer_log.csv").toAbsolutePath() + "}";
    private static final String REMARK = "Regret is against the best fixed arm";

    @TempDir
    private Path folder;

    private String run(String testbed) throws IOException {
        Path yaml = Files.writeString(folder.resolve("x.yaml"), """
                question: What does it see?
                seed: 1
                horizon: 100
                repetitions: 3
                testbed: TESTBED
                learners:
                  seeing: {LinUcb: {bonus: 0.25}}
                  blind: {Softmax: {temperature: 0.05}}
                trace: {steps: 5}
                """.replace("TESTBED", testbed));
        Kelvin played = Kelvin.run("run", yaml, "--results", folder);
        assertThat(played).returns("", Kelvin::err).returns(0, Kelvin::code);
        return played.out();
    }

    private String written(String name) throws IOException {
        return Files.readString(folder.resolve("x").resolve(name));
    }

    @Test
    void aLogOfContextsIsPlayedAgainstTheBestFixedArm() throws IOException {
        assertThat(run("{ContextualReplay: {table: " + TABLE
                        + ", action: guess, paid: right, propensity: propensity}}"))
                .contains("best fixed arm")
                .containsOnlyOnce(REMARK)
                .doesNotContain("optimal action");
        assertThat(written("manifest.json")).contains("\"fixed_comparator\": true");
        assertThat(written("report.html"))
                .contains("<th scope=\"col\">best fixed arm</th>", REMARK, "The best fixed arm over time")
                .doesNotContain("optimal most often", "optimal action");
    }

    @Test
    void whereMeansAreOfTheContextActionsAreOptimal() throws IOException {
        assertThat(run("{Classification: {table: " + TABLE + ", label: right}}"))
                .contains("optimal action")
                .doesNotContain(REMARK);
        assertThat(written("manifest.json")).doesNotContain("fixed_comparator").contains("\"arms\": [");
        assertThat(written("report.html"))
                .contains("was optimal most often", "At a step, each repetition meets a context of its own.")
                .doesNotContain("best on average over contexts with probability", REMARK);
        assertThat(written("reliability.csv")).contains(",-Infinity,0.1,");
    }

    @Test
    void oneFolderThatCannotBeDrawnLeavesTheOthers() throws IOException {
        run("{LinearContexts: {arms: 3, shared: 2, weightStdDev: 1e160, noise: 0.1}}");
        Kelvin drawn = Kelvin.run("chart", folder.resolve("missing"), folder.resolve("x"));
        assertThat(drawn.code()).isEqualTo(2);
        assertThat(drawn.err()).contains(folder.resolve("missing").toString());
        assertThat(drawn.out()).contains(folder.resolve("x") + ": ", "chart files drawn", "written");
    }
}
