package kelvin.cli.check;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kelvin.contract.Stability;
import kelvin.experiment.Experiment;
import kelvin.experiment.TraceRequest;
import kelvin.simulation.FailedRun;
import kelvin.simulation.ReportSteps;

/**
 * A short trial run that measures how fast an experiment plays; nothing of it is kept.
 *
 * @param opening seconds that a run takes before its second step, as many running at once as there are threads
 * @param step seconds that every further step takes
 * @param trace seconds that writing down what a learner is about to do takes, at one step
 */
@Stability(INTERNAL)
public record TrialRun(double opening, double step, double trace) {
    private static final double MIN_SECONDS = seconds(Duration.ofMillis(800).toNanos());
    private static final int MAX_STRETCH = 6;
    private static final int MIN_STEPS = 1000;
    private static final int TRACED_STEPS = 8;
    private static final int TRACED_PLAYS = 3;

    /**
     * Plays growing parts of the experiment, which warms up the JVM, and times the last; its first step is timed
     * separately. Parts grow in steps as long as opening takes most of their time, else in repetitions.
     *
     * @param experiment the experiment
     * @param threads the number of threads
     * @return the timing
     */
    public static TrialRun of(Experiment experiment, int threads) {
        long start = System.nanoTime();
        int repetitions = threads;
        long horizon = MIN_STEPS;
        while (true) {
            Experiment part = part(experiment, repetitions, horizon);
            long runs = part.decisions() / part.horizon();
            double first = first(part(experiment, repetitions, 1), threads);
            double all = play(part, threads);
            double passed = seconds(System.nanoTime() - start);
            boolean opened = all < 2 * first;
            boolean whole = part.decisions() == experiment.decisions();
            if (whole || passed > (opened ? MAX_STRETCH : 1) * MIN_SECONDS) {
                double steps = Math.max(0, all - first) / Math.max(1, part.decisions() - runs);
                return new TrialRun(Math.min(first, all) / runs, steps, 0).tracing(experiment, threads);
            }
            boolean longer = opened && part.horizon() < experiment.horizon();
            horizon *= longer ? 8 : 1;
            repetitions *= longer ? 1 : 2;
        }
    }

    /**
     * Returns the estimated seconds of a number of runs and decisions, some of them traced.
     *
     * @param runs the number of repetitions times that of learners
     * @param decisions the number of decisions
     * @param traced the number of traced decisions
     * @return the estimate in seconds
     */
    public double seconds(long runs, long decisions, long traced) {
        return runs * opening + (decisions - runs) * step + traced * trace;
    }

    /**
     * Returns the timing with the cost of tracing added: probabilities in closed form may cost far more than a draw.
     */
    private TrialRun tracing(Experiment experiment, int threads) {
        if (traced(experiment) == 0) {
            return this;
        }
        Experiment plain = part(experiment, threads, MIN_STEPS);
        TraceRequest few = new TraceRequest(new ReportSteps.AtMost(TRACED_STEPS), List.of(), 0);
        Experiment part = new Experiment(
                plain.question(),
                plain.seed(),
                plain.horizon(),
                plain.repetitions(),
                plain.report(),
                plain.testbed(),
                plain.learners(),
                plain.baseline(),
                plain.sweep(),
                Optional.of(few),
                plain.streams());
        long runs = part.decisions() / part.horizon();
        double shortest = Double.POSITIVE_INFINITY; // the first play also loads and compiles what traces
        for (int play = 0; play < TRACED_PLAYS; play++) {
            shortest = Math.min(shortest, play(part, threads));
        }
        double more = shortest - seconds(runs, part.decisions(), 0);
        return new TrialRun(opening, step, Math.max(0, more) / (runs * traced(part)));
    }

    /**
     * Returns the number of traced steps of a run.
     *
     * @param experiment the experiment
     * @return 0 if nothing is traced
     */
    public static long traced(Experiment experiment) {
        return experiment
                .trace()
                .map(trace -> trace.steps().steps(experiment.horizon()).length)
                .orElse(0);
    }

    /** Times the first step; unknown where a learner cannot play a single step. */
    private static double first(Experiment part, int threads) {
        try {
            return play(part, threads);
        } catch (FailedRun e) {
            return 0;
        }
    }

    private static double play(Experiment part, int threads) {
        long before = System.nanoTime();
        part.play(threads, decisions -> {});
        return seconds(System.nanoTime() - before);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static Experiment part(Experiment whole, int repetitions, long horizon) {
        return new Experiment(
                whole.question(),
                whole.seed(),
                Math.min(whole.horizon(), horizon),
                Math.min(whole.repetitions().most(), repetitions),
                new ReportSteps.AtMost(2),
                whole.testbed(),
                whole.learners(),
                whole.baseline());
    }
}
