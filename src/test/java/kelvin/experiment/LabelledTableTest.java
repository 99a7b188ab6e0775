package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.model.feature.Automatic;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Interaction;
import kelvin.model.feature.Numeric;
import kelvin.model.feature.OneHot;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledTableTest {
    private static final FeatureMap AUTOMATIC = new FeatureMap(new Automatic());

    @TempDir
    private Path folder;

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), lines.replace(';', '\n') + "\n");
    }

    @Test
    void foldsHaveNearlyTheSameShareOfEachClass() {
        LabelledTable iris = LabelledTable.read(Path.of("experiments/data/iris.csv"), "species", AUTOMATIC);
        int[] fold = iris.folds(7, Seed.of(3));
        for (int c = 0; c < 3; c++) {
            int wanted = c;
            for (int f = 0; f < 7; f++) {
                int held = f;
                assertThat(IntStream.range(0, 150)
                                .filter(row -> iris.labels().get(row) == wanted && fold[row] == held)
                                .count())
                        .isBetween(7L, 8L);
            }
        }
        assertThat(iris.folds(7, Seed.of(3))).isEqualTo(fold);
        assertThat(iris.folds(7, Seed.of(4))).isNotEqualTo(fold);
    }

    @Test
    void rowsLeftOutDoNotMoveTheScale() throws IOException {
        LabelledTable table = LabelledTable.read(file("x,y;1,a;3,b;1000,a"), "y", AUTOMATIC);
        assertThat(table.design(0, 1).x()).isDeepEqualTo(new double[][] {{-1}, {1}, {998}});
        assertThat(table.design(0, 1, 2).x()[0][0]).isCloseTo(-0.70923, within(1e-5));
    }

    @Test
    void categoriesAndGapsOfRowsLeftOutAreKnown() throws IOException {
        LabelledTable table = LabelledTable.read(file("x,z,y;red,1,a;blue,2,b;green,,a"), "y", AUTOMATIC);
        LabelledTable.Design design = table.design(0, 1);
        assertThat(design.names()).containsExactly("x=blue", "x=green", "x=red", "z", "z missing");
        assertThat(design.x()).isDeepEqualTo(new double[][] {{0, 0, 1, -1, 0}, {1, 0, 0, 1, 0}, {0, 1, 0, 0, 1}});
    }

    @Test
    void categoriesOfFactorsAreKnownToo() throws IOException {
        FeatureMap products =
                new FeatureMap(new Interaction(List.of(new OneHot("x"), new Automatic(List.of("z", "x")))));
        LabelledTable table = LabelledTable.read(file("x,z,y;r,1,a;b,2,b;g,3,a"), "y", products);
        assertThat(table.design(0, 1).names())
                .containsExactly(
                        "x=b·z", "x=g·z", "x=r·z", "x=b·x=b", "x=b·x=g", "x=b·x=r", "x=g·x=b", "x=g·x=g", "x=g·x=r",
                        "x=r·x=b", "x=r·x=g", "x=r·x=r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,y           | t.csv: y: found no row, must be two or more",
                "x,y;1,a;2,a   | t.csv: y: found one label, 'a', must be two or more",
                "x,y;1,a;2,    | t.csv:3: y: found '', must be a label",
                "x,z;1,a       | t.csv:1: found no column 'y'. Columns: x, z",
                "x,y;1,a;red,b | t.csv:3: column x: found 'red', must be a finite number",
                "x,y;1,a;,b    | t.csv:3: column x: found missing, must be a finite number, or the option missing: zero or missing: flag given",
                "x,y;1,a;2     | t.csv:3: found 1 cell, must be 2: x,y",
                "y;a;b         | t.csv:1: found no column but 'y', must be two or more"
            })
    void aMistakeIsReportedWithItsPlace(String lines, String problem) throws IOException {
        Path file = file(lines);
        FeatureMap numbers = new FeatureMap(new Numeric("*"));
        assertThatThrownBy(() -> LabelledTable.read(file, "y", numbers).design(0, 1))
                .hasMessageContaining(problem.strip());
    }

    @Test
    void theOnlyRowOfAClassCannotBeHeldOut() throws IOException {
        LabelledTable table = LabelledTable.read(file("x,y;1,a;2,b;3,a"), "y", AUTOMATIC);
        assertThatThrownBy(() -> table.folds(2, Seed.of(1)))
                .hasMessageEndingWith(
                        "t.csv:3: column y: found the only row of 'b', must be two or more of each label");
        assertThatThrownBy(() -> table.folds(4, Seed.of(1))).hasMessageContaining("found the only row of 'b'");
        LabelledTable pairs = LabelledTable.read(file("x,y;1,a;2,b;3,a;4,b"), "y", AUTOMATIC);
        assertThatThrownBy(() -> pairs.folds(5, Seed.of(1)))
                .hasMessage("--folds: found 5, must be in [2, 4], the number of rows");
        assertThatThrownBy(() -> pairs.folds(1, Seed.of(1))).hasMessageStartingWith("--folds: found 1, must be in");
        assertThat(pairs.folds(4, Seed.of(1))).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(pairs.folds(2, Seed.of(1))).containsOnly(0, 1);
    }
}
