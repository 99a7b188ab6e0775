package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.yaml.BadInput;
import kelvin.yaml.ComponentKind;
import kelvin.yaml.ComponentType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The messages for bad files: each row replaces one line of a good file and states the whole message, file name apart. */
class BadFilesTest {
    private static final Catalog CATALOG = new Catalog();
    private static final List<String> GOOD = List.of(
            "question: Q",
            "seed: 1",
            "horizon: 100",
            "repetitions: 10",
            "report: 20",
            "testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}",
            "learners:",
            "  softmax 0.2: {Softmax: {temperature: 0.2}}",
            "  greedy: {Greedy: {}}");

    private static final String KEYS = Stream.of(Experiment.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.joining(", "));

    @TempDir
    private Path folder;

    @Test
    void theFileTheyAreMadeFromIsGood() throws IOException {
        assertThat(read(String.join("\n", GOOD)).decisions()).isEqualTo(2000);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "bad-files.txt", delimiter = '|', quoteCharacter = '`')
    void aMistakeIsReportedWithItsPlaceAndWhatIsAllowed(int line, @Nullable String text, String message) {
        List<String> lines = new ArrayList<>(GOOD);
        lines.subList(line, line == 7 ? lines.size() : line).clear();
        lines.set(
                line - 1,
                (line > 7 ? "  " : "")
                        + (text == null ? "" : text.replace("\\n", "\n").replace("\\t", "\t")));
        String wanted = message.replace("{keys}", KEYS);
        for (ComponentKind kind : ComponentKinds.ALL) {
            wanted = wanted.replace("{" + kind.label().replaceFirst("y$", "ie") + "s}", names(kind));
        }
        assertThatThrownBy(() -> read(String.join("\n", lines)))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("x.yaml") + ":" + wanted);
    }

    private static String names(ComponentKind kind) {
        return CATALOG.entries(kind).stream().map(ComponentType::name).collect(Collectors.joining(", "));
    }

    private Experiment read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), text);
        return ExperimentFile.read(file, CATALOG, Overrides.NONE).experiment();
    }
}
