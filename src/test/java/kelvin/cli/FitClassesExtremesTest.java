package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitClassesExtremesTest {
    private static final Path IRIS = Path.of("experiments/data/iris.csv");

    @TempDir
    private Path folder;

    private static String texts(Path svg) throws IOException {
        return Files.readString(svg).replaceAll("(<[^>]*>|\\s)+", " ");
    }

    /** Half of the rows are far from the other class: what becomes likelier there is no more than 0 in three decimals. */
    @Test
    void aClassThatIsAllButImpossibleIsRaised() throws IOException {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int row = 0; row < 20; row++) {
            csv.append(row).append(row < 10 ? ",a\n" : ",b\n");
        }
        Path file = Files.writeString(folder.resolve("far.csv"), csv);
        Object[] call = {"fit-classes", file, "--label", "y", "--c", "1e9", "--raise", "b", "--row", 1, "--folds", 2};
        Kelvin answer = Kelvin.run(
                Stream.concat(Stream.of(call), Stream.of("--results", folder)).toArray());
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).containsPattern("\n\\+2 +\\d\\.\\de-\\d+ +1\\.0000 +1\\.0000");
        assertThat(texts(folder.resolve("far-softmax/raised.svg")).replaceAll("\\s+", " "))
                .containsPattern(
                        "Under softmax its probability rises from \\d\\.\\de-\\d+ to \\d\\.\\de-\\d+, and every other"
                                + " falls by only \\d\\.\\de-\\d+ of what it was\\.")
                .doesNotContain("0.000", "NaN");
        call[5] = "1e100";
        Kelvin.run(
                Stream.concat(Stream.of(call), Stream.of("--results", folder)).toArray());
        assertThat(texts(folder.resolve("far-softmax/raised.svg")))
                .contains("Under softmax its probability stays so small that it is computed as 0.");
        call[7] = "a";
        assertThat(Kelvin.run(Stream.concat(Stream.of(call), Stream.of("--no-files"))
                                .toArray())
                        .out())
                .doesNotContain("NaN")
                .containsPattern("\n\\+2 +1\\.0000 +0\\.0000 +0\\.1353");
    }

    @Test
    void labelsThatLookTheSameAreRemarkedOn() throws IOException {
        Path file = Files.writeString(folder.resolve("pad.csv"), "x,y\n1,a\n2,a \n3,a\n4,a \n5,b\n6,b\n");
        assertThat(Kelvin.run("fit-classes", file, "--label", "y", "--folds", 2, "--no-files")
                        .out())
                .contains("\nLabels that differ in blanks alone are classes of their own: 'a ' beside 'a'.\n");
        assertThat(Kelvin.run("fit-classes", IRIS, "--label", "species", "--folds", 2, "--no-files")
                        .out())
                .doesNotContain("blanks");
    }

    @Test
    void aClassifierWithoutWeightsIsNamedUnderThoseOfTheOther() throws IOException {
        Kelvin.run(
                "fit-classes", IRIS, "--label", "species", "--model", "naive-bayes", "--folds", 2, "--results", folder);
        assertThat(texts(folder.resolve("iris-naive-bayes/weights.svg"))).contains("naive-bayes has no weights");
    }
}
