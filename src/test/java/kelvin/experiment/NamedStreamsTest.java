package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment file with the streams that its learners had under other names. */
class NamedStreamsTest {
    private static final String YAML = """
            question: "Which?"
            seed: 1
            repetitions: 2
            horizon: 5
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners:
              new: {Greedy: {}}
              other: {Uniform: {}}
            """;

    private final Catalog catalog = new Catalog();

    @TempDir
    private Path folder;

    private ExperimentFile read(String yaml) throws IOException {
        return ExperimentFile.read(Files.writeString(folder.resolve("x.yaml"), yaml), catalog, Overrides.NONE);
    }

    private static String text(ExperimentFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aLineIsAddedThatNamesThem() throws IOException {
        Map<String, String> streams = Map.of("new", "old");
        ExperimentFile named = read(YAML).with(streams, catalog);
        assertThat(named.experiment().streams()).isEqualTo(streams);
        assertThat(text(named)).isEqualTo(YAML + "streams: {\"new\":\"old\"}\n");
        assertThat(text(read(YAML.stripTrailing()).with(streams, catalog))).isEqualTo(text(named));
        assertThat(read(text(named)).experiment().streams()).isEqualTo(streams);
    }

    @Test
    void whatHasThemAlreadyStaysAsItIs() throws IOException {
        ExperimentFile file = read(YAML);
        assertThat(file.with(Map.of(), catalog)).isSameAs(file);
        ExperimentFile named = read(YAML + "streams: {new: old}\n");
        assertThat(named.with(Map.of("new", "old"), catalog)).isSameAs(named);
    }

    /** A file that has a line of streams would get a second one: it is written anew. */
    @Test
    void otherStreamsReplaceThoseOfTheFile() throws IOException {
        ExperimentFile named = read(YAML + "streams: {new: old}\n").with(Map.of("new", "older"), catalog);
        assertThat(named.experiment().streams()).containsEntry("new", "older");
        assertThat(read(text(named)).experiment()).isEqualTo(named.experiment());
    }
}
