package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitClassesCommandTest {
    private static final Path DATA = Path.of("experiments/data");
    private static final String AS_THEY_ARE = "[{Numeric: {columns: ['*']}}]";

    @TempDir
    private Path folder;

    private static Kelvin iris(Object... more) {
        Object[] first = {"fit-classes", DATA.resolve("iris.csv"), "--label", "species"};
        return Kelvin.run(
                Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray());
    }

    /** The numbers of a line of the table of scores. */
    private static List<Double> scores(Kelvin answer, String line) {
        String row = answer.out()
                .lines()
                .filter(each -> each.startsWith(line))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(row.substring(line.length()).strip().split(" +"))
                .map(Double::valueOf)
                .toList();
    }

    /** Objective and mean loss of a case in the outside numbers. */
    private static double[] optimum(String name) throws IOException {
        String[] cells = Files.readAllLines(Path.of("src/test/resources/reference/context/optima.csv")).stream()
                .filter(line -> line.startsWith(name + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        int cell = cells.length - 1;
        while (!cells[cell].startsWith("0x")) {
            cell--;
        }
        return new double[] {Double.parseDouble(cells[cell - 3]), Double.parseDouble(cells[cell - 1])};
    }

    @ParameterizedTest
    @CsvSource({"iris,species,1.0,b", "wine,cultivar,1.0,b", "iris,species,10.0,nob", "wine,cultivar,10.0,nob"})
    void theFitIsTheOptimum(String data, String label, String c, String intercept) throws IOException {
        boolean without = intercept.equals("nob");
        Kelvin answer = Kelvin.run(Stream.of(
                        "fit-classes",
                        DATA.resolve(data + ".csv"),
                        "--label",
                        label,
                        "--folds",
                        2,
                        "--no-files",
                        "--c",
                        c,
                        data.equals("iris") ? "--features=" + AS_THEY_ARE : "--seed=1",
                        without ? "--no-intercept" : "--threshold=0.5")
                .toArray());
        assertThat(answer.err()).isEmpty();
        double[] softmax = optimum("softmax-" + data + "-C" + c + "-" + intercept);
        assertThat(scores(answer, "objective").get(0)).isCloseTo(softmax[0], within(1e-6));
        assertThat(scores(answer, "loss per row, fitted").get(0)).isCloseTo(softmax[1], within(1e-6));
        if (!without) {
            double[] gates = optimum("gates-" + data + "-C" + c + "-" + intercept);
            assertThat(scores(answer, "objective").get(1)).isCloseTo(gates[0], within(1e-6));
            assertThat(scores(answer, "loss per row, fitted").get(1)).isCloseTo(gates[1], within(1e-6));
        }
    }

    @Test
    void twoSoftmaxColumnsAreTheSigmoidAtTwiceC() throws IOException {
        Kelvin answer = Kelvin.run(
                "fit-classes",
                DATA.resolve("breast_cancer.csv"),
                "--label",
                "diagnosis",
                "--model",
                "gates",
                "--folds",
                2,
                "--no-files");
        double sigmoid = optimum("sigmoid-cancer-C1.0-b")[0];
        double softmax = optimum("softmax-cancer-C1.0-b")[0];
        assertThat(answer.out())
                .containsPattern(String.format(Locale.ROOT, "one sigmoid +1\\.0 +%.6f", sigmoid))
                .containsPattern(String.format(Locale.ROOT, "two softmax columns +1\\.0 +%.6f", softmax))
                .containsPattern(String.format(Locale.ROOT, "one sigmoid +2\\.0 +%.6f", 2 * softmax))
                .contains("The difference of the two columns is the sigmoid at 2C, and the objective is half of its.");
        assertThat(sigmoid).isCloseTo(37.8, within(0.05));
        assertThat(softmax).isCloseTo(33.3, within(0.05));
    }

    @Test
    void oneAnswerStandsBesideSeveral() {
        String out = iris("--row", 71, "--no-files").out();
        assertThat(out)
                .startsWith(
                        "experiments/data/iris.csv: 150 rows, 4 features, 3 classes of species: setosa 50, versicolor 50, virginica 50\n")
                .contains(
                        "\nlabel       setosa  versicolor  virginica   right\nsetosa          50           0          0  1.0000\n")
                .containsPattern("none +\\d+ +0 +\\d+ +\\d+\none +\\d+")
                .containsPattern("sum to 1 in softmax, and to 0\\.\\d+ … 1\\.\\d+ in gates")
                .containsPattern("row 71, species versicolor, by fits without it.*\n\nclass +softmax +gates\nsetosa")
                .containsPattern("virginica +0\\.\\d{4} \\*  ");
        assertThat(iris("--row", 71, "--no-files").out()).isEqualTo(out);
        assertThat(iris("--row", 71, "--no-files", "--model", "gates").out())
                .containsPattern("class +gates +softmax\nsetosa");
        assertThat(iris("--threshold", 0.01, "--no-files").out())
                .containsPattern("from p = 0\\.01\n\n.*\nnone +0 ")
                .doesNotContain("by fits without it");
    }

    @ParameterizedTest
    @CsvSource({"discriminant, weights of discriminant", "naive-bayes, naive-bayes has no weights"})
    void generativeModelsEndInASoftmaxToo(String model, String weights) {
        Kelvin answer = iris("--model", model, "--no-files", "--raise", "setosa");
        assertThat(answer.out())
                .containsPattern("objective +– +\\d")
                .contains(weights, "sum to 1 in " + model, "\n+0 ")
                .containsPattern("accuracy, held out +0\\.9[5-9]");
    }

    @Test
    void aClassifierMayBeWrittenAsInAnExperimentFile() {
        Kelvin named = iris("--model", "{SoftmaxRegression: {c: 0.5}}", "--folds", 2, "--no-files");
        assertThat(named.err()).isEmpty();
        assertThat(named.out().replace("SoftmaxRegression", "softmax").replaceAll(" +", " "))
                .contains(scores(iris("--c", 0.5, "--folds", 2, "--no-files"), "objective")
                        .get(0)
                        .toString());
        assertThat(iris("--model", "{Ridge: {}}", "--no-files").err())
                .contains("--model:1", "Ridge is a model, must be a classifier");
    }

    @Test
    void ofManyClassesTheMostFrequentConfusionsAreShown() throws IOException {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int row = 0; row < 52; row++) {
            csv.append(row % 13 + row / 13 % 2)
                    .append(",class ")
                    .append(row % 13)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("many.csv"), csv);
        assertThat(Kelvin.run("fit-classes", file, "--label", "y", "--model", "naive-bayes", "--no-files", "--folds", 2)
                        .out())
                .contains("class 8 4, …\n", "the most frequent confusions of naive-bayes, held out\n\nlabel")
                .doesNotContain("answers of naive-bayes");
    }

    @Test
    void filesAreWritten() throws IOException {
        assertThat(iris("--raise", "versicolor", "--folds", 2, "--results", folder)
                        .out())
                .endsWith("iris-softmax: written\n");
        Path written = folder.resolve("iris-softmax");
        try (Stream<Path> files = Files.list(written)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "confusion.csv",
                            "confusion.png",
                            "confusion.svg",
                            "probabilities.csv",
                            "raised.csv",
                            "raised.png",
                            "raised.svg",
                            "reliability.csv",
                            "reliability.png",
                            "reliability.svg",
                            "scores.csv",
                            "settings.csv",
                            "weights.csv",
                            "weights.png",
                            "weights.svg");
        }
        assertThat(Files.readAllLines(written.resolve("probabilities.csv"))).hasSize(151);
        assertThat(Files.readAllLines(written.resolve("weights.csv")))
                .startsWith("model,class,feature,weight")
                .hasSize(1 + 2 * 3 * 5);
        assertThat(Files.readAllLines(written.resolve("raised.csv"))).hasSize(1 + 2 * 49 * 3);
        assertThat(written.resolve("settings.csv"))
                .content()
                .contains("TABLE,\"experiments/data/iris.csv\"\n", "--c,\"1.0\"\n", "--raise,\"versicolor\"\n");
        assertThat(iris("--c", 100, "--folds", 2, "--results", folder).out()).containsPattern("\nC +100.0 +100.0\n");
        assertThat(written.resolve("raised.csv")).doesNotExist();
        assertThat(written.resolve("raised.svg")).doesNotExist();
        assertThat(written.resolve("settings.csv"))
                .content()
                .contains("--c,\"100.0\"\n")
                .doesNotContain("--raise");
    }

    @Tag("long")
    @Test
    void filesAreTheSameInEveryRun() throws IOException {
        for (String run : List.of("a", "b")) {
            iris("--raise", "versicolor", "--results", folder.resolve(run));
        }
        try (Stream<Path> files = Files.list(folder.resolve("a/iris-softmax"))) {
            assertThat(files)
                    .hasSize(15)
                    .allSatisfy(
                            file -> assertThat(folder.resolve("b/iris-softmax").resolve(file.getFileName()))
                                    .hasSameBinaryContentAs(file));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--model svm      | --model: found 'svm', must be softmax, gates, discriminant, naive-bayes, or a classifier as an experiment file names it",
                "--c 0            | --c: found 0.0, must be in [1e-100, 1e100]",
                "--c 1e200        | --c: found 1.0E200, must be in [1e-100, 1e100]",
                "--threshold 1    | --threshold: found 1.0, must be in (0, 1)",
                "--folds 1        | --folds: found 1, must be in [2, 150], the number of rows",
                "--row 151        | --row: found 151, must be in [1, 150]",
                "--raise rose     | --raise: found 'rose', must be one of setosa, versicolor, virginica",
                "--features x     | --features:1: found 'x', must be a list of features",
                "--features [{Numeric:{columns:[size]}}] | --features: columns = 'size', must be among: sepal_length, sepal_width, petal_length, petal_width",
                "--features [{Standardised:{columns:['*'],\"running\":true}}] | --features: running: found true, must be false: rows have no order"
            })
    void aMistakeIsOneLine(String options, String problem) {
        Kelvin answer = iris(Stream.concat(
                        Stream.of("--no-files"), Arrays.stream(options.strip().split(" ")))
                .toArray());
        assertThat(answer.err()).isEqualTo("kelvin: " + problem + "\n");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnError() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        Kelvin answer = iris("--folds", 2, "--results", taken);
        assertThat(answer.err()).startsWith("kelvin: " + taken).hasLineCount(1);
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void theTableIsReadOrReported() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "x,y\n1,a\n2,a\n");
        assertThat(Kelvin.run("fit-classes", one, "--label", "y").err())
                .isEqualTo("kelvin: " + one + ": y: found one label, 'a', must be two or more\n");
        assertThat(Kelvin.run("fit-classes", one, "--label", "z").err())
                .isEqualTo("kelvin: " + one + ":1: found no column 'z'. Columns: x, y\n");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThat(Kelvin.run("fit-classes", empty, "--label", "y").err())
                .startsWith("kelvin: " + empty)
                .hasLineCount(1);
        assertThat(Kelvin.run("fit-classes", folder.resolve("none.csv"), "--label", "y")
                        .err())
                .isEqualTo("kelvin: " + folder + "/none.csv: there is no such file\n");
        assertThat(Kelvin.run("fit-classes", one).err()).contains("Missing required option: '--label=COLUMN'");
    }

    private static String texts(Path svg) throws IOException {
        return Files.readString(svg).replaceAll("(<[^>]*>|\\s)+", " ");
    }

    @Tag("long")
    @Test
    void thePicturesOfTheGuideAreThoseOfToday() throws IOException {
        Kelvin.run(
                "fit-classes",
                DATA.resolve("digits.csv"),
                "--label",
                "digit",
                "--raise",
                5,
                "--row",
                1766,
                "--features",
                "[{Numeric: {columns: ['*'], scale: 16}}]",
                "--results",
                folder);
        Path guide = Path.of("src/site/markdown/guide");
        Path drawn = folder.resolve("digits-softmax");
        assertThat(texts(drawn.resolve("raised.svg"))).isEqualTo(texts(guide.resolve("raised-five.svg")));
        assertThat(texts(drawn.resolve("confusion.svg")))
                .isEqualTo(texts(guide.resolve("confused-digits.svg")))
                .contains("96.9 % right");
    }
}
