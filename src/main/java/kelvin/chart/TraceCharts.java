package kelvin.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kelvin.chart.CurveFigure.Range;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChangeMarks;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.PanelFigure;
import kelvin.contract.LabelList;
import kelvin.metric.InterimLooks;
import kelvin.metric.Results;
import kelvin.metric.SelectionShares;
import kelvin.metric.StepUnit;
import kelvin.metric.Trace;
import kelvin.metric.TracedQuantity;
import kelvin.report.Remarks;
import kelvin.report.ReportChart;

/**
 * Builds the charts of a trace: probabilities as stacked areas, entropy, temperature and scheduled numbers as curves, value estimates as
 * curves with bands.
 */
final class TraceCharts {
    private static final double MIN_RATIO_FOR_DECADES = 50;

    private TraceCharts() {}

    /** Returns every chart for which there are data. */
    static Map<String, Supplier<Figure>> of(ShownLearners shown) {
        List<Trace> traces = shown.results().traces();
        Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
        if (!means(shown, TracedQuantity.PROBABILITY).isEmpty()) {
            figures.put(
                    "probabilities",
                    () -> bands(shown, means(shown, TracedQuantity.PROBABILITY), "Mean over repetitions"));
        }
        List<Trace> singles = traces.stream()
                .filter(trace -> trace.quantity() == TracedQuantity.PROBABILITY && !trace.ofAll() && trace.known())
                .toList();
        if (!singles.isEmpty()) {
            figures.put("single-runs", () -> bands(shown, singles, "Single repetitions, counted from 0"));
        }
        if (!means(shown, TracedQuantity.ENTROPY).isEmpty()) {
            figures.put("entropy", () -> lines(shown, TracedQuantity.ENTROPY, "entropy of the choice (nats)"));
        }
        if (!means(shown, TracedQuantity.TEMPERATURE).isEmpty()) {
            figures.put("temperature", () -> lines(shown, TracedQuantity.TEMPERATURE, "temperature (reward units)"));
        }
        means(shown, TracedQuantity.SCHEDULED).stream()
                .map(TraceCharts::number)
                .distinct()
                .forEach(number ->
                        figures.put(ReportChart.SCHEDULED + number.replace('.', '-'), () -> scheduled(shown, number)));
        if (!means(shown, TracedQuantity.VALUE).isEmpty()) {
            figures.put(
                    "values",
                    () -> ValuePanel.figure(
                            shown, means(shown, TracedQuantity.VALUE), without(shown, TracedQuantity.VALUE)));
        }
        return figures;
    }

    /** Returns the path of a scheduled number within the policy, as short forms of learners have it. */
    private static String number(Trace trace) {
        return trace.number().substring(trace.number().indexOf('.') + 1);
    }

    private static Figure scheduled(ShownLearners shown, String number) {
        List<Trace> traces = means(shown, TracedQuantity.SCHEDULED).stream()
                .filter(trace -> number(trace).equals(number))
                .toList();
        return lines(
                shown,
                traces,
                "The number that the schedule gives, the same in every repetition, straight between traced "
                        + shown.results().unit().plural(),
                number,
                "");
    }

    private static String decision(Results results) {
        return results.unit() == StepUnit.STEP
                ? "just before the decision of the step"
                : "at the first decision of the episode";
    }

    private static List<Trace> means(ShownLearners shown, TracedQuantity quantity) {
        return shown.results().means(quantity);
    }

    /** Returns the caption's sentence about the learners without the quantity. */
    private static String without(ShownLearners shown, TracedQuantity quantity) {
        List<String> those = means(shown, quantity).stream().map(Trace::learner).toList();
        List<String> others = shown.learners().stream()
                .filter(learner -> !those.contains(learner))
                .toList();
        String what = switch (quantity) {
            case PROBABILITY, ENTROPY -> "probabilities in closed form";
            case VALUE -> "estimated values";
            case TEMPERATURE -> "a temperature";
            case SCHEDULED -> "a schedule";
        };
        return others.isEmpty() ? "" : " Without " + what + ": " + LabelList.of(others) + ".";
    }

    private static Figure bands(ShownLearners shown, List<Trace> traces, String which) {
        Results results = shown.results();
        List<SelectionPanel> panels = SelectionPanel.of(
                shown.theme(), traces.stream().map(TraceCharts::selections).toList(), results.changes(), true);
        boolean several = SelectionFigure.several(panels);
        StepAxis axis = StepAxis.of(shown.theme(), traces.get(0).steps());
        ChangeMarks changes = ChangeMarks.of(shown.theme(), axis.range(), results.changes());
        String caption = which
                + "; " + decision(results) + ". Ranks by " + Remarks.ranking(results, " at the start") + "."
                + Remarks.contexts(results)
                + axis.remark(results.unit())
                + changes.remark()
                + without(shown, TracedQuantity.PROBABILITY) + shown.remark();
        return new PanelFigure(
                Frame.of(shown.theme(), results, caption),
                panels,
                SelectionFigure.legend(shown.theme(), panels, results.contexts()),
                results.unit().singular(),
                several ? "probability to be shown (%)" : "probability (%)",
                changes);
    }

    /** Returns the steps at which every quantity is known. */
    private static SelectionShares selections(Trace trace) {
        int[] known = known(trace);
        String title = trace.ofAll() ? trace.learner() : trace.learner() + ", run " + trace.repetition();
        return new SelectionShares(
                title,
                Arrays.stream(known).mapToLong(point -> trace.steps()[point]).toArray(),
                trace.arms(),
                Arrays.stream(known).mapToObj(point -> trace.mean()[point]).toArray(double[][]::new));
    }

    private static int[] known(Trace trace) {
        return IntStream.range(0, trace.steps().length)
                .filter(point -> Arrays.stream(trace.mean()[point]).noneMatch(Double::isNaN))
                .toArray();
    }

    private static Figure lines(ShownLearners shown, TracedQuantity quantity, String title) {
        List<Trace> traces = means(shown, quantity);
        long repetitions = traces.get(0).repetitions();
        String of = repetitions == 1
                ? "One repetition"
                : "Mean of " + repetitions + " repetitions; bands: pointwise 95 % Student intervals"
                        + Band.looks(shown.results()).adjusted();
        return lines(shown, traces, of, title, without(shown, quantity));
    }

    private static Figure lines(ShownLearners shown, List<Trace> traces, String of, String title, String without) {
        InterimLooks looks = Band.looks(shown.results());
        List<StyledCurve> lines = new ArrayList<>();
        for (Trace trace : traces) {
            lines.add(new StyledCurve(curve(trace, looks), shown.look(trace.learner())));
        }
        StepAxis axis = StepAxis.of(shown.theme(), traces.get(0).steps());
        String caption = of + "; " + decision(shown.results()) + "."
                + axis.remark(shown.results().unit()) + without + shown.remark();
        return new CurveFigure(shown, caption, axis, lines, title, range(lines));
    }

    /** Returns a range of decades where a line from zero would lie on the axis for some learner. */
    private static Range range(List<StyledCurve> lines) {
        double low =
                lines.stream().mapToDouble(line -> line.curve().low()).min().orElse(0);
        double high =
                lines.stream().mapToDouble(line -> line.curve().high()).max().orElse(0);
        return low > 0 && high > MIN_RATIO_FOR_DECADES * low ? Range.DECADES : Range.FROM_ZERO;
    }

    private static Curve curve(Trace trace, InterimLooks looks) {
        int[] known = known(trace);
        double scale = looks.student(trace.repetitions()) / Math.sqrt(trace.repetitions());
        double[] x =
                Arrays.stream(known).mapToDouble(point -> trace.steps()[point]).toArray();
        double[] y = Arrays.stream(known)
                .mapToDouble(point -> trace.mean()[point][0])
                .toArray();
        double[] margin = Arrays.stream(known)
                .mapToDouble(point -> scale * trace.standardDeviation()[point][0])
                .toArray();
        return new Curve(trace.learner(), x, y, Band.around(x, y, margin));
    }
}
