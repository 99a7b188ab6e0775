package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.LongToDoubleFunction;
import kelvin.bandit.LowerBounds;
import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.learner.LearnerSpec;
import kelvin.metric.RegretBound;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.random.Seed;

/**
 * Plays every learner on every repetition of a testbed.
 *
 * <p>In repetition r every learner meets the same bandit, opened from {@code seed/r/bandit}, and draws its own choices from
 * {@code seed/r/learner/label}; adding or removing a learner changes nobody's numbers. Results have the same bits for any number
 * of threads, and whether played at once or in several sessions ({@link SimulationSession}). Memory grows with the reported points and with repetitions × learners, not with the horizon.
 *
 * <p>Selections are counted for the {@value #RANKS} arms with the largest means; where there are more arms, what is missing
 * to 1 went to the others. They are reported at no more than {@value #SHARES} of the reported steps.
 *
 * @param testbed the family of problems
 * @param learners the learners by label, in the order of the results; at least one
 * @param report the reported steps, from 1, increasing; the last is the horizon; at least one
 * @param repetitions how many bandits each learner plays
 * @param seed the root of all random streams
 * @param tracing what to trace besides
 */
@Stability(MAY_CHANGE)
public record Simulation(
        Testbed testbed,
        Map<String, LearnerSpec> learners,
        long[] report,
        ReplicationPlan repetitions,
        Seed seed,
        Tracing tracing) {
    /** How many arms, from the best down, have their selections counted. */
    public static final int RANKS = 100;

    /** At how many reported steps, at most, the shares of the arms are reported. */
    public static final int SHARES = 1000;

    public Simulation {
        learners = Collections.unmodifiableMap(new LinkedHashMap<>(learners));
        Require.that(!learners.isEmpty(), "learners", learners, "at least one learner");
        Require.that(report.length > 0, "report", "no step", "at least one step");
        long previous = 0;
        for (long step : report) {
            Require.that(step > previous, "report", step, "above the step before it (" + previous + ")");
            previous = step;
        }
    }

    /**
     * A simulation of a number of repetitions that traces nothing.
     *
     * @param testbed the family of problems
     * @param learners the learners by label, in the order of the results; at least one
     * @param report the reported steps, from 1, increasing; the last is the horizon
     * @param repetitions how many bandits each learner plays, at least 1
     * @param seed the root of all random streams
     */
    public Simulation(Testbed testbed, Map<String, LearnerSpec> learners, long[] report, int repetitions, Seed seed) {
        this(testbed, learners, report, new ReplicationPlan.Fixed(repetitions), seed, Tracing.NONE);
    }

    /**
     * The number of decisions that playing takes at most.
     *
     * @return horizon × most repetitions × learners
     */
    public long decisions() {
        return report[report.length - 1] * repetitions.most() * learners.size();
    }

    /**
     * Plays without keeping anything but the results, and compares all learners with the first.
     *
     * @param question what the experiment asks, handed on to the results
     * @param threads how many threads play, at least 1
     * @param progress told, from any thread, of decisions just made
     * @return all curves, selections and values at the horizon
     * @throws FailedRun if a learner or an arm fails at play
     */
    public Results play(String question, int threads, LongConsumer progress) {
        return play(question, learners.keySet().iterator().next(), threads, progress);
    }

    /**
     * Plays without keeping anything but the results.
     *
     * @param question what the experiment asks, handed on to the results
     * @param baseline the label of the learner that all others are compared with
     * @param threads how many threads play, at least 1
     * @param progress told, from any thread, of decisions just made
     * @return all curves, selections and values at the horizon
     * @throws FailedRun if a learner or an arm fails at play
     */
    public Results play(String question, String baseline, int threads, LongConsumer progress) {
        return new SimulationSession(this, Checkpoints.NONE)
                .results(question, baseline, threads, progress, () -> false);
    }

    /**
     * Plays some repetitions of one learner.
     *
     * @param label the learner's label
     * @param from the first repetition, from 0
     * @param to the repetition after the last
     * @return the values at the horizon of each metric, of those repetitions
     * @throws FailedRun if the learner or an arm fails at play
     */
    public List<RunValues> trials(String label, int from, int to) {
        LearnerSpec spec = Objects.requireNonNull(learners.get(label));
        long horizon = report[report.length - 1];
        RunStatistics part = new LearnerProgress(spec, report, 0).part();
        return new Block(testbed, label, spec, seed, horizon, Tracing.NONE, part, from, to, decisions -> {})
                .call()
                .trials(label, repetitions.looks());
    }

    /**
     * Whether all that is to be traced can be.
     *
     * @return false if rewards are to be drawn of arms that have no one distribution
     */
    public boolean traceable() {
        return tracing.draws() == 0 || RewardDraws.possible(testbed);
    }

    List<RegretBound> bounds() {
        LowerBounds proven = testbed.lowerBounds();
        List<RegretBound> bounds = new ArrayList<>();
        if (!Double.isNaN(proven.laiRobbins())) {
            bounds.add(bound("Lai–Robbins, asymptotic", 2, step -> proven.laiRobbins() * Math.log(step)));
        }
        if (!Double.isNaN(proven.minimax())) {
            bounds.add(
                    bound("minimax, worst such problem", testbed.size(), step -> proven.minimax() * Math.sqrt(step)));
        }
        return bounds.stream().filter(bound -> bound.steps().length > 0).toList();
    }

    private RegretBound bound(String name, long from, LongToDoubleFunction regret) {
        long[] steps = Arrays.stream(report).filter(step -> step >= from).toArray();
        return new RegretBound(
                name, steps, Arrays.stream(steps).mapToDouble(regret).toArray());
    }
}
