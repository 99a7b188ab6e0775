package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.Results;
import kelvin.metric.SelectionShares;
import kelvin.metric.StepUnit;
import kelvin.metric.Trace;
import kelvin.metric.TracedQuantity;
import org.junit.jupiter.api.Test;

class TraceChartsTest {
    private static final long[] STEPS = {1, 10, 100};

    private static Trace trace(String learner, int repetition, TracedQuantity quantity, double... numbers) {
        double[][] rows = new double[STEPS.length][];
        double[][] spread = new double[STEPS.length][];
        for (int point = 0; point < rows.length; point++) {
            rows[point] = quantity.ofArms()
                    ? new double[] {numbers[point], 1 - numbers[point]}
                    : new double[] {numbers[point]};
            spread[point] = new double[rows[point].length];
            Arrays.fill(spread[point], 0.1);
        }
        return new Trace(learner, repetition, quantity, STEPS, new int[0], rows, spread, 100);
    }

    private static Results traced(StepUnit unit, Trace... traces) {
        return Samples.results(List.of("a", "b"), STEPS, 2, 0.1).toBuilder()
                .unit(unit)
                .traces(List.of(traces))
                .build();
    }

    private static List<String> text(String svg) {
        List<String> text = new ArrayList<>();
        svg.lines().forEach(line -> text.add(line.replaceAll("<[^>]*>", "")));
        return text;
    }

    @Test
    void thereIsAChartForWhatIsKnown() {
        Results results = traced(
                StepUnit.STEP,
                trace("a", Trace.ALL, TracedQuantity.PROBABILITY, 0.2, 0.5, 0.9),
                trace("a", Trace.ALL, TracedQuantity.TEMPERATURE, Double.NaN, Double.NaN, Double.NaN),
                trace("a", Trace.ALL, TracedQuantity.ENTROPY, 1, 0.5, 0.2));
        assertThat(Charts.names(results))
                .contains("probabilities", "entropy")
                .doesNotContain("temperature", "values", "single-runs");
    }

    @Test
    void whoHasNoTemperatureIsNamed() throws IOException {
        Results results =
                traced(StepUnit.STEP, trace("a", Trace.ALL, TracedQuantity.TEMPERATURE, Double.NaN, 0.5, 0.5));
        assertThat(Samples.caption(results, "temperature")).contains("Without a temperature: b.");
    }

    @Test
    void scheduledNumbersOfOneNameShareAChart() throws IOException {
        Results results = traced(
                StepUnit.STEP,
                Trace.scheduled("a", "policy.epsilon", STEPS, new double[] {1, 0.5, 0.1}, 100),
                Trace.scheduled("b", "explore.epsilon", STEPS, new double[] {1, 1, 1}, 100),
                Trace.scheduled("b", "policy.policy.floor", STEPS, new double[] {0.1, 0.1, 0}, 100));
        assertThat(Charts.names(results)).contains("scheduled-epsilon", "scheduled-policy-floor");
        assertThat(Samples.caption(results, "scheduled-epsilon"))
                .startsWith("The number that the schedule gives, the same in every repetition");
    }

    @Test
    void aSingleRunIsAPanelOfItsOwn() throws IOException {
        Results results = traced(
                StepUnit.STEP,
                trace("a", 0, TracedQuantity.PROBABILITY, 0.2, 0.5, 0.9),
                trace("a", 3, TracedQuantity.PROBABILITY, 0.2, 0.5, 0.9));
        assertThat(text(Samples.svg(results, "single-runs"))).anyMatch(line -> line.contains("a, run 3"));
    }

    @Test
    void bandsAreTheProbabilitiesOfTheSteps() {
        Trace probability = trace("a", Trace.ALL, TracedQuantity.PROBABILITY, 0.2, 0.5, 0.9);
        Results results = traced(StepUnit.STEP, probability);
        SelectionPanel panel = SelectionPanel.of(
                        ChartTheme.DEFAULT,
                        List.of(new SelectionShares("a", STEPS, new int[0], probability.mean())),
                        List.of(),
                        true)
                .get(0);
        assertThat(panel.chart().getSeries("1").getYData()).startsWith(20, 20, 50, 90);
        assertThat(Charts.names(results)).contains("probabilities");
    }

    @Test
    void valuesHaveABandOfOneStandardDeviation() {
        Trace values = trace("a", Trace.ALL, TracedQuantity.VALUE, 0.2, 0.5, 0.9);
        ValuePanel panel = new ValuePanel(ChartTheme.DEFAULT, values, RankGroups.of(2), new StepAxis(100, false), 0, 1);
        double[] y = panel.chart().getSeries("0").getYData();
        assertThat(y[2]).isEqualTo(1.0);
        assertThat(y[3]).isEqualTo(0.8);
    }

    /** Four panels in a row are the lowest. */
    @Test
    void theTitleOfAnAxisIsWhole() throws IOException {
        List<String> labels = List.of("a", "b", "c", "d");
        Results results = Samples.results(labels, STEPS, 2, 0.1).toBuilder()
                .traces(labels.stream()
                        .map(label -> trace(label, Trace.ALL, TracedQuantity.VALUE, 0.2, 0.5, 0.9))
                        .toList())
                .build();
        assertThat(Samples.words(Samples.svg(results, "values"))).contains("estimated value (reward units)");
    }

    @Test
    void labelsStayAsTheyAreWhereEpisodesArePlayed() throws IOException {
        List<String> labels = List.of("2 step Sarsa", "every step", "url(#x)", "step size 0.1");
        Results results = Samples.results(labels, STEPS, 2, 0.1).toBuilder()
                .unit(StepUnit.EPISODE)
                .traces(List.of(trace("every step", Trace.ALL, TracedQuantity.ENTROPY, 1, 0.5, 0.2)))
                .build();
        for (String chart : List.of("entropy", "differences", "final-regret")) {
            String all = String.join(" ", text(Samples.svg(results, chart))) + Samples.caption(results, chart);
            assertThat(all)
                    .as(chart)
                    .contains("2 step Sarsa", "url(#x)", "step size 0.1")
                    .doesNotContain("2 episode", "every episode");
        }
    }

    @Test
    void whatAgentsPlayIsCalledEpisodes() throws IOException {
        Results results = traced(StepUnit.EPISODE, trace("a", Trace.ALL, TracedQuantity.ENTROPY, 1, 0.5, 0.2));
        for (String chart : List.of("entropy", "regret", "selections", "reward", "normalised-regret")) {
            assertThat(text(Samples.svg(results, chart)))
                    .as(chart)
                    .anyMatch(line -> line.contains("episode"))
                    .noneMatch(line -> line.matches(".*\\bsteps?\\b.*"));
        }
    }

    @Test
    void runningTimesAreDrawnOnDemand() throws IOException {
        Results timed = Samples.results(List.of("a", "b"), STEPS, 2, 0.1).toBuilder()
                .seconds(Map.of("a", 1.5, "b", 0.25))
                .build();
        assertThat(Charts.names(timed)).contains("running-time");
        assertThat(Charts.EXTRA).contains("running-time");
        assertThat(Samples.caption(timed, "running-time")).contains("Sum over threads and sessions");
    }
}
