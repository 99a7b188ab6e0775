package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.BestPoints;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;
import org.junit.jupiter.api.Test;

/** The loss of a is the distance of its temperature from a fifth of the arms, that of b the number of arms. */
class SweepFigureTest {
    private static final double[] TEMPERATURES = {0.1, 0.4, 1000};
    private static final SweptAxis TEMPERATURE =
            new SweptAxis("temperature", false, Set.of("a"), Map.of(0.1, "0.10", 0.4, "4e-1", 1000.0, "1e3"));
    private static final SweptAxis ARMS = new SweptAxis("arms", true, Set.of(), Map.of());

    private static SweepPoint point(String learner, double temperature, double arms) {
        double loss = learner.equals("a") ? Math.abs(temperature - arms / 5) : arms;
        return SweepPoint.of(
                "temperature", temperature, "arms", arms, new RunValues(learner, Metric.REGRET, new double[] {
                    loss, loss + 1
                }));
    }

    private static Results results(SweptAxis second, int arms) {
        List<SweepPoint> points = new ArrayList<>();
        for (int n = 1; n <= arms; n++) {
            for (double temperature : TEMPERATURES) {
                points.add(point("a", temperature, n));
                points.add(point("b", temperature, n));
            }
        }
        return Results.builder("?").swept(List.of(TEMPERATURE, second), points).build();
    }

    private static Results single(SweptAxis axis, double... values) {
        List<SweepPoint> points = new ArrayList<>();
        for (double value : values) {
            for (String learner : List.of("a", "b")) {
                double[] losses = {learner.equals("a") ? value : 0.3, 1};
                points.add(SweepPoint.of(
                        axis.name(), value, "", Double.NaN, new RunValues(learner, Metric.REGRET, losses)));
            }
        }
        return Results.builder("?").swept(List.of(axis), points).build();
    }

    private static String svg(Results results) throws IOException {
        return Samples.svg(results, "sweep-regret");
    }

    private static int rings(String svg, String radius) {
        return svg.split("r=\"" + radius + "\"", -1).length - 1;
    }

    @Test
    void linesUnderConditionsGetLighterWithTheirValue() throws IOException {
        String svg = svg(results(ARMS, 3));
        List<Color> ramp = IntStream.range(0, 3)
                .mapToObj(line -> ChartTheme.DEFAULT.ramp(line, 3))
                .toList();
        assertThat(ramp)
                .extracting(color -> color.getRed() + color.getGreen() + color.getBlue())
                .isSorted();
        assertThat(svg)
                .contains(ramp.stream()
                        .map(c -> "rgb(" + c.getRed() + "," + c.getGreen() + "," + c.getBlue() + ")")
                        .toList());
    }

    @Test
    void everyConditionHasItsRingAndEveryValueItsLabel() throws IOException {
        String svg = svg(results(ARMS, 3));
        assertThat(rings(svg, "5.5")).isEqualTo(3);
        assertThat(Samples.words(svg))
                .contains(" a ", " b ", " 0.10 ", " 4e-1 ", " 1e3 ", " arms 1 2 3 ", "temperature");
        assertThat(Samples.caption(results(ARMS, 3), "sweep-regret"))
                .contains("; ringed: the lowest mean of each learner under each condition.");
    }

    @Test
    void linesOfOneRepetitionHaveNoBands() throws IOException {
        RunValues one = new RunValues("a", Metric.REGRET, new double[] {1});
        Results results = Results.builder("?")
                .swept(List.of(TEMPERATURE, ARMS), List.of(SweepPoint.of("temperature", 0.1, "arms", 2, one)))
                .build();
        assertThat(rings(svg(results), "5.5")).isEqualTo(1);
    }

    /** Losses of 1 and 1000 are far apart, but an interval that reaches below 0 has no logarithm. */
    @Test
    void lossesOfVeryDifferentSizeHaveALogarithmicAxis() throws IOException {
        assertThat(captionOfLosses(0.9, 1.1)).endsWith("The axis of regret is logarithmic.");
        assertThat(captionOfLosses(0, 2)).doesNotContain("logarithmic");
    }

    private static String captionOfLosses(double least, double most) throws IOException {
        List<SweepPoint> points = Stream.of(1, 1000)
                .map(size -> new RunValues("a", Metric.REGRET, new double[] {least * size, size, most * size}))
                .map(losses -> SweepPoint.of("temperature", 0.1, "arms", losses.values()[1], losses))
                .toList();
        Results results =
                Results.builder("?").swept(List.of(TEMPERATURE, ARMS), points).build();
        return Samples.caption(results, "sweep-regret");
    }

    @Test
    void manyConditionsAreAHeatMapOfWhichEveryRowIsLabelled() throws IOException {
        String words = Samples.words(svg(results(ARMS, 12)));
        for (int arms = 1; arms <= 12; arms++) {
            assertThat(words).contains(" " + arms + " ");
        }
        assertThat(words).contains(" 0.10 ", " 4e-1 ", " 1e3 ");
    }

    /** The loss of b does not depend on the temperature, so none of its points is called the best. */
    @Test
    void underEachConditionTheBestValueOfThoseThatHaveOneIsRinged() {
        assertThat(SweepFigure.ringed(points(results(ARMS, 2))))
                .extracting(SweepPoint::learner, SweepPoint::value, SweepPoint::secondValue)
                .containsExactlyInAnyOrder(tuple("a", 0.1, 1.0), tuple("a", 0.4, 2.0));
    }

    /** As b has a number of its own on the second axis, all temperatures are as good for it. */
    @Test
    void whatIsTheSameForALearnerIsRingedAsOne() {
        SweptAxis start = new SweptAxis("start", false, Set.of("b"), Map.of());
        assertThat(SweepFigure.ringed(points(results(start, 3))))
                .extracting(SweepPoint::learner, SweepPoint::value, SweepPoint::secondValue)
                .contains(tuple("b", 0.1, 1.0), tuple("b", 0.4, 1.0), tuple("b", 1000.0, 1.0))
                .filteredOn(tuple -> tuple.toList().get(0).equals("b"))
                .hasSize(3);
    }

    private static BestPoints points(Results results) {
        return BestPoints.of(results.axes(), Metric.REGRET, results.swept());
    }

    @Test
    void ofOneAxisThatIsAConditionTheBestLearnerIsRingedAtEachValue() throws IOException {
        SweptAxis delta = new SweptAxis("δ", true, Set.of(), Map.of(0.5, "0.50"));
        assertThat(rings(svg(single(delta, 0.1, 0.2, 0.5)), "6.5")).isEqualTo(3);
        assertThat(Samples.words(svg(single(delta, 0.1, 0.2, 0.5)))).contains(" 0.1 0.2 0.50 ");
        assertThat(Samples.caption(single(delta, 0.1, 0.2), "sweep-regret"))
                .endsWith("; ringed: the lowest mean under each condition.");
    }

    @Test
    void ofOneAxisThatIsAChoiceEachLearnerThatHasItIsRingedOnce() throws IOException {
        assertThat(rings(svg(single(TEMPERATURE, 0.1, 0.2, 0.4)), "6.5")).isEqualTo(1);
        assertThat(Samples.caption(single(TEMPERATURE, 0.1, 0.4), "sweep-regret"))
                .endsWith("; ringed: the lowest mean of each learner.");
    }

    @Test
    void longComputedValuesAreCutWhereThatTellsThemApart() {
        double[] values = {0.04641588833612779, 0.1};
        assertThat(SweepFigure.texts(TEMPERATURE, values)).containsExactly("0.0464", "0.10");
        double[] close = {1.0000001, 1.0000002};
        assertThat(SweepFigure.texts(ARMS, close)).containsExactly("1", "1");
        double[] near = {1.000101, 1.000102};
        assertThat(SweepFigure.texts(ARMS, near)).containsExactly("1.000101", "1.000102");
    }
}
