package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import kelvin.contract.Environment;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.metric.PlayerResults;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.SelectionShares;
import kelvin.random.Seed;

/**
 * The description of a simulation: every player of a scenario plays every repetition.
 *
 * <p>In repetition r every player meets the same realised problem, and draws its own choices from a stream of its label; adding or
 * removing a player changes nobody's numbers. Results have the same bits for any number of threads, and whether played at once or
 * in several sessions ({@link SimulationSession}). Memory grows with the reported points and with repetitions × players, not with
 * the horizon.
 *
 * <p>Selections are counted for the {@value #MAX_RANKS} actions with the largest means; where there are more, what is missing to 1 went
 * to the others. They are reported at no more than {@value #MAX_SHARE_POINTS} of the reported steps, and at
 * fewer where all players together have more than {@value SelectionShares#MAX_ROWS} shares.
 *
 * @param scenario what is played, and by whom; at least one player
 * @param report the reported steps, from 1, increasing; the last is the horizon; at least one; shared, read it only
 * @param repetitions how many runs each player plays
 * @param seed the root of all random streams
 * @param tracing what to trace besides
 */
@Stability(MAY_CHANGE)
public record Simulation(Scenario scenario, long[] report, ReplicationPlan repetitions, Seed seed, Tracing tracing) {
    /** The number of repetitions per block: fixed, so that results do not depend on how many repetitions, threads or sessions there are. */
    public static final int REPETITIONS_PER_BLOCK = 8;

    private static final int BLOCKS_PER_THREAD = 4;

    /** The largest number of actions, from the best down, whose selections are counted. */
    public static final int MAX_RANKS = 100;

    /** The largest number of reported steps at which the shares of the actions are reported. */
    public static final int MAX_SHARE_POINTS = 1000;

    public Simulation {
        Require.that(!scenario.labels().isEmpty(), "learners", scenario.labels(), "at least one learner");
        Require.that(report.length > 0, "report", "no step", "at least one step");
        long previous = 0;
        for (long step : report) {
            Require.that(step > previous, "report", step, "above the step before it (" + previous + ")");
            previous = step;
        }
    }

    /**
     * A simulation of players in an environment.
     *
     * @param environment a testbed of bandits or a world of episodes
     * @param players the players by label, in the order of the results; at least one
     * @param report the reported steps, from 1, increasing; the last is the horizon
     * @param repetitions how many runs each player plays
     * @param seed the root of all random streams
     * @param tracing what to trace besides
     */
    public Simulation(
            Environment environment,
            Map<String, ? extends PlayerSpec> players,
            long[] report,
            ReplicationPlan repetitions,
            Seed seed,
            Tracing tracing) {
        this(Scenario.of(environment, players), report, repetitions, seed, tracing);
    }

    /**
     * A simulation of a number of repetitions that traces nothing.
     *
     * @param environment a testbed of bandits or a world of episodes
     * @param players the players by label, in the order of the results; at least one
     * @param report the reported steps, from 1, increasing; the last is the horizon
     * @param repetitions how many runs each player plays, at least 1
     * @param seed the root of all random streams
     */
    public Simulation(
            Environment environment,
            Map<String, ? extends PlayerSpec> players,
            long[] report,
            int repetitions,
            Seed seed) {
        this(environment, players, report, new ReplicationPlan.Fixed(repetitions), seed, Tracing.NONE);
    }

    /**
     * Returns the number of blocks that are handed to threads before the first of them has to be finished.
     *
     * @param threads the number of threads, at least 1
     * @return enough to keep every thread busy, few enough to keep memory small
     */
    public static int blocksAhead(int threads) {
        return BLOCKS_PER_THREAD * threads + 1;
    }

    /**
     * The last step of every run.
     *
     * @return at least 1
     */
    public long horizon() {
        return report[report.length - 1];
    }

    /**
     * The number of steps that playing takes at most.
     *
     * @return horizon × most repetitions × players
     */
    public long decisions() {
        return horizon() * repetitions.most() * scenario.labels().size();
    }

    /**
     * Plays in one session without checkpoints, and compares all players with the first.
     *
     * @param question what the experiment asks, handed on to the results
     * @param threads how many threads play, at least 1
     * @param progress told, from any thread, of steps just made
     * @return all curves, selections and values at the horizon
     * @throws FailedRun if a player or the environment fails at play
     */
    public Results play(String question, int threads, LongConsumer progress) {
        return play(question, scenario.labels().iterator().next(), threads, progress);
    }

    /**
     * Plays in one session without checkpoints.
     *
     * @param question what the experiment asks, handed on to the results
     * @param baseline the label of the player that all others are compared with
     * @param threads how many threads play, at least 1
     * @param progress told, from any thread, of steps just made
     * @return all curves, selections and values at the horizon
     * @throws FailedRun if a player or the environment fails at play
     */
    public Results play(String question, String baseline, int threads, LongConsumer progress) {
        return new SimulationSession(this, Checkpoints.NONE)
                .results(question, baseline, threads, progress, () -> false);
    }

    /**
     * Plays some repetitions of one player once more, without checkpoints.
     *
     * @param label the player's label
     * @param from the first repetition, from 0
     * @param to the repetition after the last
     * @return the values at the horizon of each metric, of those repetitions
     * @throws FailedRun if the player or the environment fails at play
     */
    public List<RunValues> replay(String label, int from, int to) {
        return part(label, from, to, Tracing.NONE).trials(label, scenario.stream(label), repetitions.looks());
    }

    /**
     * Plays one repetition of one player alone, without checkpoints.
     *
     * @param label the player's label
     * @param repetition which, from 0
     * @return what the player did and what it cost in that repetition: means over it alone
     * @throws FailedRun if the player or the environment fails at play
     */
    public PlayerResults alone(String label, int repetition) {
        return results(label, part(label, repetition, repetition + 1, tracing));
    }

    /**
     * Plays a node of the tree of blocks of one player, without checkpoints: for {@link #joined}, there or elsewhere.
     *
     * @param label the player's label
     * @param from the first repetition, a multiple of {@value #REPETITIONS_PER_BLOCK}
     * @param to the repetition after the last: after 2ⁿ blocks, the first a multiple of 2ⁿ, or inside of the block that begins
     *     at {@code from}
     * @param progress told of steps just made
     * @param stop polled all the time; true cancels it
     * @return the statistics as one opaque row of 64-bit words
     * @throws FailedRun if the player or the environment fails at play
     * @throws RunCancelled if it was cancelled
     */
    public long[] node(String label, int from, int to, LongConsumer progress, BooleanSupplier stop) {
        LongConsumer watched = steps -> {
            if (stop.getAsBoolean()) {
                throw new RunAbandoned();
            }
            progress.accept(steps);
        };
        LearnerProgress node = new LearnerProgress(scenario, label, report);
        for (int first = from; first < to; first += REPETITIONS_PER_BLOCK) {
            int end = Math.min(first + REPETITIONS_PER_BLOCK, to);
            RunStatistics part = node.begun(first - from);
            node.add(
                    first - from,
                    new Block(scenario, label, seed, horizon(), tracing, part, first, end, watched).get());
            if (node.repetitions() < end - from) {
                throw new RunCancelled(List.of(), List.of(), 0);
            }
        }
        return node.words().all();
    }

    /**
     * Joins nodes of the tree of blocks of one player, which have been played anywhere.
     *
     * @param label the player's label
     * @param nodes rows of {@link #node}, in the order of their repetitions, from the first on without a gap; read once
     * @return a checkpoint, with the same bits as if one process had played all
     */
    public long[] joined(String label, Iterable<long[]> nodes) {
        LearnerProgress all = new LearnerProgress(scenario, label, report);
        for (long[] words : nodes) {
            LearnerProgress node = new LearnerProgress(scenario, label, report);
            node.resume(BitBuffer.of(words), Integer.MAX_VALUE);
            all.append(node);
        }
        return all.words().all();
    }

    private RunStatistics part(String label, int from, int to, Tracing traced) {
        RunStatistics part = new LearnerProgress(scenario, label, report).part();
        return new Block(scenario, label, seed, horizon(), traced, part, from, to, decisions -> {}).get();
    }

    /** Returns the results of a player from its statistics. */
    PlayerResults results(String label, RunStatistics part) {
        int[] arms = scenario.arms(seed, horizon());
        return new PlayerResults(
                part.series(label, repetitions.looks()),
                part.selections(label, arms),
                TraceLayout.of(tracing, scenario.actions()).traces(label, arms, part.notes()));
    }
}
