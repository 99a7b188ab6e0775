package kelvin.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.LongToDoubleFunction;
import kelvin.bandit.LowerBounds;
import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.learner.LearnerSpec;
import kelvin.metric.Bound;
import kelvin.metric.Comparison;
import kelvin.metric.Comparisons;
import kelvin.metric.Paths;
import kelvin.metric.RegretSpread;
import kelvin.metric.Results;
import kelvin.metric.Selections;
import kelvin.metric.Series;
import kelvin.metric.Trials;
import kelvin.random.Seed;

/**
 * Plays every learner on every repetition of a testbed.
 *
 * <p>In repetition r every learner meets the same bandit, opened from {@code seed/r/bandit}, and draws its own choices from
 * {@code seed/r/learner/label}; adding or removing a learner changes nobody's numbers. Results have the same bits for any number
 * of threads. Memory grows with the reported points and with repetitions × learners, not with the horizon.
 *
 * <p>Selections are counted for the {@value #RANKS} arms with the largest means; where there are more arms, what is missing
 * to 1 went to the others.
 *
 * @param testbed the family of problems
 * @param learners the learners by label, in the order of the results; at least one
 * @param report the reported steps, from 1, increasing; the last is the horizon; at least one
 * @param repetitions how many bandits each learner plays, at least 1
 * @param seed the root of all random streams
 */
public record Simulation(
        Testbed testbed, Map<String, LearnerSpec> learners, long[] report, int repetitions, Seed seed) {
    /** How many arms, from the best down, have their selections counted. */
    public static final int RANKS = 100;

    /** Repetitions per cell: fixed, so that parts do not depend on how many repetitions or threads there are. */
    private static final int BLOCK = 8;

    /**
     * Checks the sizes and copies the learners.
     *
     * @param testbed the family of problems
     * @param learners the learners by label, in the order of the results; at least one
     * @param report the reported steps, from 1, increasing; the last is the horizon
     * @param repetitions how many bandits each learner plays, at least 1
     * @param seed the root of all random streams
     */
    public Simulation {
        learners = Collections.unmodifiableMap(new LinkedHashMap<>(learners));
        Require.that(!learners.isEmpty(), "learners", learners, "at least one learner");
        Require.atLeast("repetitions", 1, repetitions);
        Require.that(report.length > 0, "report", "no step", "at least one step");
        long previous = 0;
        for (long step : report) {
            Require.that(step > previous, "report", step, "above the step before it (" + previous + ")");
            previous = step;
        }
    }

    /**
     * The number of decisions that playing takes.
     *
     * @return horizon × repetitions × learners
     */
    public long decisions() {
        return report[report.length - 1] * repetitions * learners.size();
    }

    /**
     * Plays, and compares all learners with the first.
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
     * Plays.
     *
     * @param question what the experiment asks, handed on to the results
     * @param baseline the label of the learner that all others are compared with
     * @param threads how many threads play, at least 1
     * @param progress told, from any thread, of decisions just made
     * @return all curves, selections and values at the horizon
     * @throws FailedRun if a learner or an arm fails at play
     */
    public Results play(String question, String baseline, int threads, LongConsumer progress) {
        Require.that(learners.containsKey(baseline), "baseline", baseline, "one of " + learners.keySet());
        Require.atLeast("threads", 1, threads);
        ExecutorService workers = Executors.newFixedThreadPool(threads, Simulation::worker);
        try {
            Map<String, Part> parts = new LinkedHashMap<>();
            Deque<Future<Part>> ahead = new ArrayDeque<>();
            Deque<String> labels = new ArrayDeque<>();
            for (Cell cell : cells(progress)) {
                labels.add(cell.label());
                ahead.add(workers.submit(cell));
                if (ahead.size() > 4 * threads) {
                    parts.merge(labels.remove(), await(ahead.remove()), Simulation::append);
                }
            }
            while (!ahead.isEmpty()) {
                parts.merge(labels.remove(), await(ahead.remove()), Simulation::append);
            }
            return results(question, baseline, parts);
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Cell> cells(LongConsumer progress) {
        int ranks = Math.min(testbed.size(), RANKS);
        List<Cell> cells = new ArrayList<>();
        learners.forEach((label, spec) -> {
            for (int from = 0; from < repetitions; from += BLOCK) {
                int to = Math.min(from + BLOCK, repetitions);
                cells.add(new Cell(testbed, label, spec, seed, report, ranks, from, to, progress));
            }
        });
        return cells;
    }

    private Results results(String question, String baseline, Map<String, Part> parts) {
        int[] arms = testbed.redrawn()
                ? new int[0]
                : Arrays.copyOf(
                        Arms.of(testbed.open(seed, report[report.length - 1])).order(),
                        Math.min(testbed.size(), RANKS));
        List<Series> series = new ArrayList<>();
        List<Selections> selections = new ArrayList<>();
        List<Trials> trials = new ArrayList<>();
        List<Paths> paths = new ArrayList<>();
        parts.forEach((label, part) -> {
            series.addAll(part.series(label));
            selections.add(part.selections(label, arms));
            trials.addAll(part.trials(label));
            paths.add(part.paths(label));
        });
        List<RegretSpread> spreads = paths.stream().map(RegretSpread::of).toList();
        List<Comparison> comparisons = Comparisons.of(baseline, trials, paths, report[report.length - 1]);
        return new Results(question, series, selections, trials, spreads, comparisons, bounds());
    }

    private List<Bound> bounds() {
        LowerBounds proven = testbed.lowerBounds();
        List<Bound> bounds = new ArrayList<>();
        if (!Double.isNaN(proven.laiRobbins())) {
            bounds.add(bound("Lai–Robbins, asymptotic", 2, step -> proven.laiRobbins() * Math.log(step)));
        }
        if (!Double.isNaN(proven.minimax())) {
            bounds.add(
                    bound("minimax, worst such problem", testbed.size(), step -> proven.minimax() * Math.sqrt(step)));
        }
        return bounds.stream().filter(bound -> bound.steps().length > 0).toList();
    }

    private Bound bound(String name, long from, LongToDoubleFunction regret) {
        long[] steps = Arrays.stream(report).filter(step -> step >= from).toArray();
        return new Bound(name, steps, Arrays.stream(steps).mapToDouble(regret).toArray());
    }

    private static Part append(Part part, Part next) {
        part.append(next);
        return part;
    }

    private static Part await(Future<Part> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailedRun failed) {
                throw failed;
            }
            throw new FailedRun("the simulation broke down: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedRun("interrupted", e);
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "kelvin-player");
        thread.setDaemon(true);
        return thread;
    }
}
