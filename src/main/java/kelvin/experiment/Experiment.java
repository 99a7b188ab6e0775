package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import kelvin.chart.style.ChartOptions;
import kelvin.contract.Default;
import kelvin.contract.Environment;
import kelvin.contract.InvalidValue;
import kelvin.contract.LabelList;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.metric.Results;
import kelvin.metric.SelectionShares;
import kelvin.metric.StepUnit;
import kelvin.random.Seed;
import kelvin.simulation.Checkpoints;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.ReportSteps;
import kelvin.simulation.Scenario;
import kelvin.simulation.Simulation;
import kelvin.simulation.SimulationSession;
import kelvin.simulation.StoppingRule;
import kelvin.simulation.Tracing;

/**
 * One question and the runs that answer it: what a file in {@code experiments/} says.
 *
 * @param question what the experiment asks, one line
 * @param seed decides everything random
 * @param horizon steps of each run, at least 1
 * @param repetitions runs of each learner: a number of at least 1, or {@code until: {…}} as {@link kelvin.simulation.StoppingRule} says
 * @param report at which steps curves are reported
 * @param testbed where the problems come from: a testbed of bandits or a world of episodes
 * @param learners who plays, by label, in the order of the file; at least one. Labels are one line of 1 to 200 characters
 * @param baseline the label of the learner that the others are compared with; empty for the first
 * @param sweep what is varied besides: by name of one or two axes, paths to numbers of this experiment, each with its values
 * @param trace what is traced of the learners besides; nothing if left out
 * @param streams the names of learners' random streams, by label, where they are not the label: a learner that was renamed
 *     draws what it drew under the label before. No two learners draw from one stream
 * @param chart how charts look; no result depends on it
 */
@Stability(MAY_CHANGE)
public record Experiment(
        String question,
        long seed,
        long horizon,
        ReplicationPlan repetitions,
        @Default(ReportSteps.DEFAULT) ReportSteps report,
        Environment testbed,
        Map<String, PlayerSpec> learners,
        @Default("''") String baseline,
        @Default("{}") Map<String, Map<String, List<Double>>> sweep,
        @Default("none") Optional<TraceRequest> trace,
        @Default("{}") Map<String, String> streams,
        @Default("none") Optional<ChartOptions> chart) {
    public Experiment {
        sweep = Collections.unmodifiableMap(new LinkedHashMap<>(sweep));
        learners = Collections.unmodifiableMap(new LinkedHashMap<>(learners));
        Require.that(Labels.isLine(question), "question", Labels.quoted(question), "one line of text");
        Require.atLeast("horizon", 1, horizon);
        Require.that(!learners.isEmpty(), "learners", "none", "at least one, written label: {Name: {…}}");
        Labels.requireAll("learners", learners.keySet());
        baseline = baseline.isEmpty() ? learners.keySet().iterator().next() : baseline;
        Require.that(
                learners.containsKey(baseline),
                "baseline",
                Labels.quoted(baseline),
                "the label of a learner: " + LabelList.of(learners.keySet()));
        long most = Long.MAX_VALUE / repetitions.most() / learners.size();
        Require.that(horizon <= most, "horizon", horizon, "at most " + most + " for so many runs");
        if (repetitions instanceof StoppingRule until) {
            until.obstacle(learners, baseline).ifPresent(allowed -> {
                throw new InvalidValue("repetitions", "of: " + Labels.quoted(until.of()), allowed);
            });
        }
        long points = report.count(horizon);
        Require.that(points <= ReportSteps.MAX_STEPS, "report", points + " steps", "at most " + ReportSteps.MAX_STEPS);
        report.steps(horizon);
        trace.ifPresent(wanted -> wanted.tracing(horizon, repetitions.ends()[0], List.of(), Map.of()));
        streams = Labels.streams(streams, learners.keySet());
        for (String label : chart.flatMap(ChartOptions::learners).orElse(List.of())) {
            Require.that(
                    learners.containsKey(label),
                    "chart",
                    "learners: " + Labels.quoted(label),
                    "labels of learners: " + LabelList.of(learners.keySet()));
        }
    }

    /**
     * An experiment without a sweep or a trace, of a number of repetitions.
     *
     * @param question what the experiment asks, one line
     * @param seed decides everything random
     * @param horizon steps of each run, at least 1
     * @param repetitions runs of each learner, at least 1
     * @param report at which steps curves are reported
     * @param testbed where the problems come from
     * @param learners who plays, by label; at least one
     * @param baseline the label of the learner that the others are compared with; empty for the first
     */
    public Experiment(
            String question,
            long seed,
            long horizon,
            int repetitions,
            ReportSteps report,
            Environment testbed,
            Map<String, ? extends PlayerSpec> learners,
            String baseline) {
        this(
                question,
                seed,
                horizon,
                new ReplicationPlan.Fixed(repetitions),
                report,
                testbed,
                new LinkedHashMap<>(learners),
                baseline,
                Map.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    /** Returns this experiment with other {@link #streams}. */
    Experiment with(Map<String, String> names) {
        return new Experiment(
                question, seed, horizon, repetitions, report, testbed, learners, baseline, sweep, trace, names, chart);
    }

    /** Returns what is played of some learners at most, outside of a sweep: all repetitions. */
    Experiment of(Map<String, PlayerSpec> some) {
        Map<String, String> names = new LinkedHashMap<>(streams);
        names.keySet().retainAll(some.keySet());
        return new Experiment(
                question,
                seed,
                horizon,
                new ReplicationPlan.Fixed(repetitions.most()),
                report,
                testbed,
                some,
                "",
                Map.of(),
                trace,
                names,
                Optional.empty());
    }

    /**
     * Returns the name of the random stream of a learner.
     *
     * @param label the learner's label
     * @return the label, unless {@link #streams} says otherwise
     */
    public String stream(String label) {
        return streams.getOrDefault(label, label);
    }

    /**
     * The steps at which curves are reported; unless they are listed, with those after which the problem changes abruptly.
     *
     * @return distinct steps, increasing, the last being the horizon
     */
    public long[] reportSteps() {
        return report.steps(horizon, scenario().changes());
    }

    /**
     * Returns the unit of a step.
     *
     * @return an episode where agents walk through a world
     */
    public StepUnit unit() {
        return environment().unit();
    }

    /**
     * The number of actions that a player chooses from.
     *
     * @return arms of a bandit or actions of a world, at least 1
     */
    public int actions() {
        return environment().actions();
    }

    /** Returns the scenario without its players, who need not fit to be counted. */
    Scenario environment() {
        return Scenario.of(testbed, Map.of());
    }

    /**
     * Returns the largest number of decisions to play.
     *
     * @return horizon × most repetitions × learners
     */
    public long decisions() {
        return horizon * repetitions.most() * learners.size();
    }

    /**
     * Estimates the memory that playing takes.
     *
     * @param threads how many threads play, at least 1
     * @return bytes, an estimate from below
     */
    public double memory(int threads) {
        return Footprint.of(this, threads).total();
    }

    /**
     * Says which rows the results files leave out because there would be too many.
     *
     * @return clauses about files of the results folder; none for most experiments
     */
    public List<String> leftOut() {
        List<String> clauses = new ArrayList<>();
        int arms = actions();
        int counted = Math.min(arms, Simulation.MAX_RANKS);
        int ranks = SelectionShares.mostRanks(learners.size(), counted);
        if (ranks < arms) {
            clauses.add(String.format(Locale.ROOT, "selections.csv has the %,d best of %,d arms", ranks, arms));
        }
        if (trace.isPresent() && counted < arms) {
            clauses.add(String.format(Locale.ROOT, "trace.csv has the %,d best of %,d arms", counted, arms));
        }
        long[] reported = reportSteps();
        long[] shares = SelectionShares.steps(
                SelectionShares.steps(reported, Simulation.MAX_SHARE_POINTS),
                SelectionShares.mostSteps(learners.size(), counted));
        if (shares.length < reported.length) {
            clauses.add(String.format(
                    Locale.ROOT, "selections.csv has %,d of %,d reported steps", shares.length, reported.length));
        }
        return clauses;
    }

    /**
     * Plays every learner in every repetition.
     *
     * @param threads how many threads play, at least 1; the results do not depend on it
     * @param progress told, from any thread, of decisions just made
     * @return all that a results folder keeps
     * @throws kelvin.simulation.FailedRun if a learner or an arm fails at play
     */
    public Results play(int threads, LongConsumer progress) {
        return session(Checkpoints.NONE).results(question, baseline, threads, progress, () -> false);
    }

    /**
     * One session of playing, which goes on from what was played before.
     *
     * @param savings where to go on from, and where to save to
     * @return the session, which has not begun to play
     */
    public SimulationSession session(Checkpoints savings) {
        return new SimulationSession(simulation(), savings);
    }

    /**
     * The scenario that is played.
     *
     * @return the testbed with the learners
     * @throws InvalidValue if a learner is made for another kind of testbed; a file that was read has none such
     */
    public Scenario scenario() {
        return Scenario.of(testbed, learners, streams);
    }

    /**
     * The simulation that answers the question.
     *
     * @return the scenario with what is to be reported
     * @throws InvalidValue as {@link #scenario} does
     */
    public Simulation simulation() {
        Scenario scenario = scenario();
        Tracing tracing = trace.map(wanted -> wanted.tracing(
                        horizon, repetitions.ends()[0], scenario.changes(), ScheduledNumbers.of(learners)))
                .orElse(Tracing.NONE);
        return new Simulation(scenario, reportSteps(), repetitions, Seed.of(seed), tracing);
    }
}
