package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.cli.Kelvin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section "Sweeps" of the page "Experiments": its command prints what the page shows. */
class SweepsPageTest {
    @Test
    void conditionsAreAnsweredAsThePageShows(@TempDir Path folder) throws Exception {
        String page = Files.readString(GuideFigures.FOLDER.resolve("experiments.md"));
        Matcher example = Pattern.compile(
                        "In a file `gap.yaml`:\n\n```yaml\n(.*?)```.*?```text\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(example.find()).isTrue();
        Path file = Files.writeString(folder.resolve("gap.yaml"), example.group(1));
        assertThat(Kelvin.run("run", file, "--results", folder, "--no-charts").out())
                .contains(example.group(2));
    }
}
