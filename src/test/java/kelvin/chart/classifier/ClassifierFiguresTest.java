package kelvin.chart.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.chart.Charts;
import kelvin.chart.layout.Figure;
import kelvin.metric.ClassPredictions;
import kelvin.metric.ConfusionMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;

class ClassifierFiguresTest {
    private static final double[] ADDED = {-2, -1, 0, 1, 2};

    @TempDir
    private Path folder;

    private String svg(Figure figure) throws IOException {
        List<Path> files = Charts.draw(Map.of("figure", () -> figure), folder);
        assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        return Files.readString(folder.resolve("figure.svg"))
                .replaceAll("\\s*<[^>]*>\\s*", "|")
                .replaceAll("\\|+", "|");
    }

    private static ConfusionMatrix matrix(int classes, String name) {
        int[] truths =
                IntStream.range(0, 40 * classes).map(row -> row % classes).toArray();
        int[] answers = IntStream.of(truths).map(c -> c == 0 ? 1 : c).toArray();
        return ConfusionMatrix.of(
                IntStream.range(0, classes).mapToObj(c -> name + c).toList(), truths, answers);
    }

    @Test
    void confusionsAreWrittenIntoTheirCells() throws IOException {
        String svg = svg(new ConfusionFigure("Which?", "n = 120.", matrix(3, "class ")));
        assertThat(svg).contains("|class 2|", "|40|", "|0 of 40, 0 %|", "|40 of 40, 100 %|");
    }

    @Test
    void aMatrixIsNeverWiderThanTheFigure() throws IOException {
        for (int classes : new int[] {2, 15, 40}) {
            Figure figure = new ConfusionFigure("Which?", "n.", matrix(classes, "a rather long name of a class "));
            assertThat(figure.height()).isBetween(200, 1000);
            assertThat(svg(figure).contains("|40|")).isEqualTo(classes < 40);
        }
    }

    /** Names that begin alike are cut in their middle, and left out, with the heading beside them, where no room is left. */
    @Test
    void namesStayDifferentOrAreLeftOut() throws IOException {
        String many = svg(new ConfusionFigure("Which?", "n.", matrix(40, "a rather long name of a class ")));
        assertThat(many)
                .containsPattern("\\|a rat[^|]*…[^|]*ss 3\\|")
                .containsPattern("\\|a rat[^|]*… *[^|]*s 39\\|")
                .contains("|right|", "|40 of 40, 100 %|")
                .doesNotContain("too many");
        assertThat(svg(new ConfusionFigure("Which?", "n.", matrix(60, "class "))))
                .contains("The 60 classes, too many to name, are in ascending order.")
                .doesNotContain("|right|", "|class 3|");
    }

    @Test
    void aLongNameMakesRoomForItsNumber() throws IOException {
        RaisedLogit data = raised(
                new ClassPredictions(false, new double[][] {{1, 2, 0}}),
                List.of("perimeter_mean_of_the_cell", "x"),
                List.of("92.551", "-1.24483324269"),
                "a rather long name of a class number ");
        assertThat(svg(new RaisedLogitFigure(data)))
                .containsPattern("\\|perim[^|]*….*cell 92.551\\|")
                .contains("|x −1.245|")
                .containsPattern("…[^|]*1?\\|?1, raised\\|");
    }

    private static RaisedLogit raised(ClassPredictions predictions, List<String> features) {
        return raised(predictions, features, Collections.nCopies(features.size(), "7"), "class ");
    }

    private static RaisedLogit raised(
            ClassPredictions predictions, List<String> features, List<String> cells, String name) {
        int classes = predictions.logits()[0].length;
        double[][] probabilities = DoubleStream.of(ADDED)
                .mapToObj(added -> predictions.raised(0, 1, added))
                .toArray(double[][]::new);
        return new RaisedLogit(
                "What?",
                "n.",
                "row 1",
                features,
                cells,
                IntStream.range(0, classes).mapToObj(c -> name + c).toList(),
                1,
                ADDED,
                List.of(new RaisedLogit.Plot("one", probabilities), new RaisedLogit.Plot("two", probabilities)));
    }

    @Test
    void everyClassHasACurveAndALineInTheKey() throws IOException {
        RaisedLogit data = raised(
                new ClassPredictions(false, new double[][] {{1, 2, 0}}), List.of("p_0_0", "p_0_1", "p_1_0", "p_1_1"));
        assertThat(svg(new RaisedLogitFigure(data)))
                .contains("|class 1, raised|", "|class 0|", "|class 2|", "added to the logit of")
                .doesNotContain("|p_0_0 7|");
    }

    @Test
    void classesThatNeverMatterShareALine() throws IOException {
        double[] logits = {0, 9, -9, -9, 1};
        RaisedLogit data = raised(new ClassPredictions(false, new double[][] {logits}), List.of("size", "weight"));
        assertThat(svg(new RaisedLogitFigure(data)))
                .contains("|size 7|", "|the other 4|")
                .doesNotContain("…");
    }

    @Test
    void theCurveIsTheProbabilityOfTheRaisedClass() {
        ClassPredictions softmax = new ClassPredictions(false, new double[][] {{1, 2, 0}});
        RaisedLogit data = raised(softmax, List.of("a"));
        XYChart chart = new RaisedPanel(data, data.plots().get(0), new int[] {1, 0, 2}, 3).chart();
        assertThat(chart.getSeries("raised").getYData()[2]).isEqualTo(softmax.probabilities(0)[1]);
    }
}
