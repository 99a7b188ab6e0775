package kelvin.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderNamesTest {
    @ParameterizedTest
    @CsvSource({
        "results/a results/b, a b",
        "results/a/ ./results/b, a b",
        "v1/run v2/run, v1 v2",
        "x/v1/run y/v1/run z/v2/run, x/v1 y/v1 z/v2",
        "v1/a v1/b v2/a, v1/a v1/b v2/a",
        "a a/b, a b"
    })
    void namesAreAsShortAsTheyCanBe(String folders, String names) {
        List<Path> paths = Stream.of(folders.split(" ")).map(Path::of).toList();
        assertThat(FolderNames.of(paths)).isEqualTo(Arrays.asList(names.split(" ")));
    }
}
