package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.contract.Stability;

/**
 * Builds {@link Results}; a part that is not set is empty, and the unit is {@link StepUnit#STEP}. Lists are kept as they are until
 * {@link #build} copies them. Not safe for several threads.
 */
@Stability(MAY_CHANGE)
public final class ResultsBuilder {
    private String question;
    private StepUnit unit = StepUnit.STEP;
    private List<MetricCurve> series = List.of();
    private List<MetricCurve> spans = List.of();
    private List<SelectionShares> selections = List.of();
    private List<RunValues> trials = List.of();
    private List<RegretSpread> spreads = List.of();
    private List<Comparison> comparisons = List.of();
    private List<SkewedInterval> intervals = List.of();
    private List<RegretBound> bounds = List.of();
    private List<Long> changes = List.of();
    private List<SweptAxis> axes = List.of();
    private List<SweepPoint> swept = List.of();
    private List<Trace> traces = List.of();
    private List<ActionMap> maps = List.of();
    private ContextResults contexts = ContextResults.NONE;
    private List<RewardHistogram> rewards = List.of();
    private Map<String, Double> seconds = Map.of();
    private Optional<StopReport> stop = Optional.empty();

    ResultsBuilder(String question) {
        this.question = question;
    }

    /**
     * Sets the question.
     *
     * @param question the question the experiment asks
     * @return this builder
     */
    public ResultsBuilder question(String question) {
        this.question = question;
        return this;
    }

    /**
     * Sets the unit of steps.
     *
     * @param unit the unit of its steps
     * @return this builder
     */
    public ResultsBuilder unit(StepUnit unit) {
        this.unit = unit;
        return this;
    }

    /**
     * Sets the curves.
     *
     * @param series a curve per learner and metric, learners in the order of the experiment
     * @return this builder
     */
    public ResultsBuilder series(List<MetricCurve> series) {
        this.series = series;
        return this;
    }

    /**
     * Sets the shares of selections.
     *
     * @param selections how often each learner chose each arm, in the same order
     * @return this builder
     */
    public ResultsBuilder selections(List<SelectionShares> selections) {
        this.selections = selections;
        return this;
    }

    /**
     * Sets the values at the horizon.
     *
     * @param trials the values at the horizon per learner and metric, in the same order
     * @return this builder
     */
    public ResultsBuilder trials(List<RunValues> trials) {
        this.trials = trials;
        return this;
    }

    /**
     * Sets the spreads of regret.
     *
     * @param spreads the spread of the regret of single repetitions, in the same order
     * @return this builder
     */
    public ResultsBuilder spreads(List<RegretSpread> spreads) {
        this.spreads = spreads;
        return this;
    }

    /**
     * Sets the comparisons with the baseline.
     *
     * @param comparisons each learner but the baseline compared with it, regret at several steps, then each metric at the horizon
     * @return this builder
     */
    public ResultsBuilder comparisons(List<Comparison> comparisons) {
        this.comparisons = comparisons;
        return this;
    }

    /**
     * Sets the curves over spans of steps.
     *
     * @param spans reward and optimal actions over spans of several reported steps
     * @return this builder
     */
    public ResultsBuilder spans(List<MetricCurve> spans) {
        this.spans = spans;
        return this;
    }

    /**
     * Sets the bootstrap intervals.
     *
     * @param intervals bootstrap intervals of regret and of its differences, where repetitions are too skewed for Student's
     * @return this builder
     */
    public ResultsBuilder intervals(List<SkewedInterval> intervals) {
        this.intervals = intervals;
        return this;
    }

    /**
     * Sets the lower bounds of regret.
     *
     * @param bounds lower bounds of regret, where one is proven for the problem
     * @return this builder
     */
    public ResultsBuilder bounds(List<RegretBound> bounds) {
        this.bounds = bounds;
        return this;
    }

    /**
     * Sets the abrupt changes of the problem.
     *
     * @param changes the steps after which it changes; empty for most problems
     * @return this
     */
    public ResultsBuilder changes(List<Long> changes) {
        this.changes = changes;
        return this;
    }

    /**
     * Sets the points of a sweep.
     *
     * @param axes the axes of the sweep; empty without one
     * @param swept a metric of a learner at each point of a sweep; empty without one
     * @return this builder
     */
    public ResultsBuilder swept(List<SweptAxis> axes, List<SweepPoint> swept) {
        this.axes = axes;
        this.swept = swept;
        return this;
    }

    /**
     * Sets the traces.
     *
     * @param traces the internals of learners over time, where the experiment asks for them
     * @return this builder
     */
    public ResultsBuilder traces(List<Trace> traces) {
        this.traces = traces;
        return this;
    }

    /**
     * Sets the maps of policies.
     *
     * @param maps the policies of agents at each place, in worlds that are grids
     * @return this builder
     */
    public ResultsBuilder maps(List<ActionMap> maps) {
        this.maps = maps;
        return this;
    }

    /**
     * Sets the results about contexts.
     *
     * @param contexts what there is where contexts are seen
     * @return this builder
     */
    public ResultsBuilder contexts(ContextResults contexts) {
        this.contexts = contexts;
        return this;
    }

    /**
     * Sets the histograms of rewards.
     *
     * @param rewards the rewards of single pulls of each arm, the best first, where the experiment asks for them
     * @return this builder
     */
    public ResultsBuilder rewards(List<RewardHistogram> rewards) {
        this.rewards = rewards;
        return this;
    }

    /**
     * Sets the running times.
     *
     * @param seconds the processor time of each learner in seconds, added up over threads; empty if not known
     * @return this builder
     */
    public ResultsBuilder seconds(Map<String, Double> seconds) {
        this.seconds = seconds;
        return this;
    }

    /**
     * Sets the report of the stopping rule.
     *
     * @param stop the reason why playing ended, where the data decided
     * @return this builder
     */
    public ResultsBuilder stop(Optional<StopReport> stop) {
        this.stop = stop;
        return this;
    }

    /**
     * Builds the results.
     *
     * @return immutable results; what is set later does not change them
     */
    public Results build() {
        return new Results(
                question,
                unit,
                series,
                spans,
                selections,
                trials,
                spreads,
                comparisons,
                intervals,
                bounds,
                changes,
                axes,
                swept,
                traces,
                maps,
                contexts,
                rewards,
                seconds,
                stop);
    }
}
