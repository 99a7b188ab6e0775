package kelvin.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import kelvin.bandit.LowerBounds;
import kelvin.metric.ActionMap;
import kelvin.metric.Coefficient;
import kelvin.metric.Comparisons;
import kelvin.metric.ContextResults;
import kelvin.metric.GroupRegret;
import kelvin.metric.InterimLooks;
import kelvin.metric.MetricCurve;
import kelvin.metric.RegretBound;
import kelvin.metric.RegretPaths;
import kelvin.metric.RegretSpread;
import kelvin.metric.ReliabilityBin;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.SelectionShares;
import kelvin.metric.SkewedInterval;
import kelvin.metric.Trace;
import kelvin.numeric.Log;

/** Turns the statistics of all players of a simulation into its results. */
final class ResultsOfProgress {
    private final Simulation simulation;
    private final int[] arms;
    private final TraceLayout layout;
    private final InterimLooks looks;
    private final List<MetricCurve> series = new ArrayList<>();
    private final List<MetricCurve> spans = new ArrayList<>();
    private final List<SelectionShares> selections = new ArrayList<>();
    private final List<RunValues> trials = new ArrayList<>();
    private final List<RegretPaths> paths = new ArrayList<>();
    private final List<RegretSpread> spreads = new ArrayList<>();
    private final List<Trace> traces = new ArrayList<>();
    private final List<ActionMap> maps = new ArrayList<>();
    private final List<Coefficient> coefficients = new ArrayList<>();
    private final List<ReliabilityBin> reliability = new ArrayList<>();
    private final List<GroupRegret> groups = new ArrayList<>();

    private ResultsOfProgress(Simulation simulation) {
        Scenario scenario = simulation.scenario();
        this.simulation = simulation;
        this.arms = scenario.arms(simulation.seed(), simulation.horizon());
        this.layout = TraceLayout.of(simulation.tracing(), scenario.actions());
        this.looks = simulation.repetitions().looks();
    }

    /**
     * Returns the results of a simulation.
     *
     * @param baseline the label that all others are compared with
     * @param played the progress of every player by label
     */
    static Results of(Simulation simulation, String question, String baseline, Map<String, LearnerProgress> played) {
        ResultsOfProgress all = new ResultsOfProgress(simulation);
        played.forEach((label, progress) -> all.add(label, progress.whole()));
        return all.results(question, baseline);
    }

    private void add(String label, RunStatistics part) {
        String stream = simulation.scenario().stream(label);
        series.addAll(part.series(label, looks));
        spans.addAll(part.spans(label, looks));
        selections.add(part.selections(label, arms));
        trials.addAll(part.trials(label, stream, looks));
        RegretPaths path = part.paths(label, stream);
        paths.add(path);
        spreads.add(RegretSpread.of(path, part.quarters()));
        traces.addAll(layout.traces(label, arms, part.notes()));
        simulation.scenario().map(label, part.notes()).ifPresent(maps::add);
        ContextResults contexts = simulation.scenario().contexts(label, layout, part.notes());
        coefficients.addAll(contexts.coefficients());
        reliability.addAll(contexts.reliability());
        groups.addAll(contexts.groups());
    }

    private Results results(String question, String baseline) {
        Scenario scenario = simulation.scenario();
        return Results.builder(question)
                .unit(scenario.unit())
                .series(series)
                .spans(spans)
                .selections(SelectionShares.limited(selections))
                .trials(trials)
                .spreads(spreads)
                .comparisons(Comparisons.of(baseline, trials, paths, simulation.horizon()))
                .intervals(SkewedInterval.of(baseline, paths, looks))
                .bounds(bounds())
                .changes(scenario.changes())
                .traces(traces)
                .maps(maps)
                .contexts(scenario.contexts().with(coefficients, reliability, groups))
                .rewards(scenario.histograms(
                        simulation.seed(),
                        simulation.horizon(),
                        simulation.tracing().draws()))
                .build();
    }

    private List<RegretBound> bounds() {
        LowerBounds proven = simulation.scenario().lowerBounds();
        int actions = simulation.scenario().actions();
        List<RegretBound> bounds = new ArrayList<>();
        if (!Double.isNaN(proven.laiRobbins())) {
            bounds.add(bound("Lai–Robbins, asymptotic", 2, step -> proven.laiRobbins() * Log.of(step)));
        }
        if (!Double.isNaN(proven.minimax())) {
            bounds.add(bound("minimax, worst such problem", actions, step -> proven.minimax() * Math.sqrt(step)));
        }
        return bounds.stream().filter(bound -> bound.steps().length > 0).toList();
    }

    private RegretBound bound(String name, long from, LongToDoubleFunction regret) {
        long[] steps =
                Arrays.stream(simulation.report()).filter(step -> step >= from).toArray();
        return new RegretBound(
                name, steps, Arrays.stream(steps).mapToDouble(regret).toArray());
    }
}
