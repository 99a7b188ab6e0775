package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.docs.SvgDots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersCommandTest {
    @TempDir
    private Path folder;

    /** The command of the guide's chart: its table agrees with the reference, and its dots lie where the page has them. */
    @Test
    void theGuidesChartAndTheTableBesideItShowTheReferenceShares() throws IOException {
        Kelvin answer = Kelvin.run("layers", "--results", folder);
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("400 networks of width 32, weights N(0, 1/32), seed 1")
                .contains(folder.resolve("gradients.png") + ": drawn", folder.resolve("gradients.csv") + ": written");
        Map<String, Row> reference = Reference.rows("context/vanishing.csv")
                .filter(row -> row.text("what").startsWith("width")
                        && row.text("weights").contains("1/n"))
                .collect(Collectors.toMap(row -> row.text("activation") + row.text("depth"), Function.identity()));
        int compared = 0;
        for (String line : Files.readAllLines(folder.resolve("gradients.csv"))) {
            String[] cells = line.split(",", -1);
            Row row = reference.get(cells[0] + cells[3]);
            if (row != null) {
                double error = Math.hypot(Double.parseDouble(cells[6]), row.number("standard_error"));
                assertThat(Double.parseDouble(cells[5])).isCloseTo(row.number("value"), within(5 * error));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(21);
        double[] drawn = SvgDots.of(folder.resolve("gradients.svg"));
        assertThat(drawn).hasSize(2 * 3 * 11);
        assertThat(SvgDots.of(Path.of("src/site/markdown/guide/gradients.svg"))).containsExactly(drawn, within(1.0));
    }

    @Test
    void weightsAndResidualSumsAreCompared() {
        Kelvin answer = Kelvin.run(
                "layers", "--activation", "relu", "--weights", "1,2", "--residual", "--depth", 2, "--networks", 10);
        assertThat(answer.code()).isZero();
        List<String> lines = answer.out().lines().toList();
        assertThat(lines.get(2))
                .matches(
                        "layers +relu 1/n +\\(wide\\) +relu 1/n, residual +\\(wide\\) +relu 2/n +\\(wide\\) +relu 2/n, residual +\\(wide\\)");
        assertThat(lines.get(4)).startsWith("2").contains("(0.500000)", "(1.500000)", "(1.000000)", "(2.000000)");
        assertThat(lines).hasSize(6);
    }

    @Test
    void theCaptionSaysWhatAFractionOfTheWidthIs() throws IOException {
        Kelvin.run(
                "layers",
                "--activation",
                "identity",
                "--weights",
                "1,16",
                "--networks",
                2,
                "--depth",
                2,
                "--results",
                folder);
        assertThat(Files.readString(folder.resolve("gradients.svg")))
                .contains("k/n: weights have variance k/width.")
                .contains("identity 16/n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--activation | gelu | --activation: found 'gelu', must be one of tanh, sigmoid, relu, identity",
                "--depth      | 21   | --depth: found 21, must be in [1, 20]",
                "--weights    | 1e300 | --weights: found 1.0E300, must be in [0.01, 100]",
                "--weights    | 0    | --weights: found 0, must be in [0.01, 100]",
                "--networks   | 1    | --networks: found 1, must be in [2, 100000]",
                "--networks   | 90000 | --networks: found 90000, must be at most 32552 for 3 kinds of depth 10 and width 32"
            })
    void aValueThatIsNotAllowedIsReported(String option, String value, String problem) {
        Kelvin answer = Kelvin.run("layers", option, value);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).isEqualTo("kelvin: " + problem + "\n");
    }
}
