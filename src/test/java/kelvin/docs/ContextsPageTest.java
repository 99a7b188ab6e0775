package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.cli.Main;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page "What you see decides": its experiment and its commands run. */
class ContextsPageTest {
    private static final Path PAGE = GuideFigures.FOLDER.resolve("contexts.md");

    private static String block(String language, int number) throws Exception {
        Matcher blocks =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        for (int i = 0; i < number; i++) {
            assertThat(blocks.find()).isTrue();
        }
        return blocks.group(1);
    }

    @Test
    void theFirstExperimentIsComplete(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("digits.yaml");
        Path data = Path.of("experiments/data/digits.csv").toAbsolutePath();
        Files.writeString(file, block("yaml", 1).replace("data/digits.csv", data.toString()));
        Experiment experiment =
                ExperimentFile.read(file, new Catalog(), Overrides.NONE).experiment();
        assertThat(experiment.horizon()).isEqualTo(1797);
        assertThat(experiment.scenario().labels()).containsExactly("softmax on ridge", "LinUCB", "blind softmax");
    }

    @Test
    void theSweepAndTheFeaturesWithinLinesCanBeRead(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("digits.yaml");
        String data = Path.of("experiments/data/digits.csv").toAbsolutePath().toString();
        String experiment = block("yaml", 1).replace("data/digits.csv", data);
        Files.writeString(file, experiment + quoted("sweep: \\{.*\\}").get(0));
        assertThat(ExperimentFile.read(file, new Catalog(), Overrides.NONE)
                        .sweep()
                        .points())
                .hasSize(4);
        for (String part : quoted("\\{OneHot: .*?\\}\\}")) {
            assertThat(new Catalog().features("the page", "[" + part + "]").parts())
                    .hasSize(1);
        }
        for (String order : List.of("cycled", "resampled")) {
            assertThat(quoted("order: " + order)).hasSize(1);
            Files.writeString(
                    file,
                    experiment
                            .replace("    label: digit", "    order: " + order + "\n    label: digit")
                            .replace("horizon: 1797", "horizon: 5000"));
            assertThat(ExperimentFile.read(file, new Catalog(), Overrides.NONE)
                            .experiment()
                            .horizon())
                    .isEqualTo(5000);
        }
    }

    private static List<String> quoted(String pattern) throws Exception {
        return Pattern.compile("`(" + pattern + ")`")
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theExplanationIsPrinted(@TempDir Path folder) throws Exception {
        String[] lines = block("text", 2).split("\n", -1);
        String file = folder.resolve("policy.json").toString();
        String explained = "";
        for (String line : lines) {
            if (line.startsWith("$ ./kelvin ")) {
                explained = run(line.substring("$ ./kelvin ".length()), file);
            }
        }
        String expected = block("text", 2).replaceAll("(?m)^\\$ .*\n", "");
        assertThat(explained.strip()).isEqualTo(expected.strip());
    }

    private static String run(String command, String file) {
        String[] words = Pattern.compile("'([^']*)'|(\\S+)")
                .matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> word.equals("policy.json") ? file : word)
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(Main.run(stream, stream, words)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
