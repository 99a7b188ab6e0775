package kelvin.cli;

import java.time.Duration;
import kelvin.experiment.Experiment;
import kelvin.experiment.Report;
import kelvin.simulation.FailedRun;

/**
 * A short play that nobody keeps, to learn how fast an experiment runs.
 *
 * @param opening seconds that a run takes before its second step, as many running at once as there are threads
 * @param step seconds that every further step takes
 */
record Trial(double opening, double step) {
    private static final double ENOUGH = seconds(Duration.ofMillis(800).toNanos());
    private static final int LONGEST = 6;
    private static final int LEAST = 1000;

    /**
     * Plays ever larger parts of the experiment, which warms the machine up, and times the last: its first step apart from the
     * others. Parts grow in steps as long as opening takes most of their time, else in repetitions.
     */
    static Trial of(Experiment experiment, int threads) {
        long start = System.nanoTime();
        int repetitions = threads;
        long horizon = LEAST;
        while (true) {
            Experiment part = part(experiment, repetitions, horizon);
            long runs = part.decisions() / part.horizon();
            double first = first(part(experiment, repetitions, 1), threads);
            double all = play(part, threads);
            double passed = seconds(System.nanoTime() - start);
            boolean opened = all < 2 * first;
            boolean whole = part.decisions() == experiment.decisions();
            if (whole || passed > (opened ? LONGEST : 1) * ENOUGH) {
                double steps = Math.max(0, all - first) / Math.max(1, part.decisions() - runs);
                return new Trial(Math.min(first, all) / runs, steps);
            }
            boolean longer = opened && part.horizon() < experiment.horizon();
            horizon *= longer ? 8 : 1;
            repetitions *= longer ? 1 : 2;
        }
    }

    /** How long so many runs with so many decisions take. */
    double seconds(long runs, long decisions) {
        return runs * opening + (decisions - runs) * step;
    }

    /** Nothing is known of the first step where a learner cannot do with one. */
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
                new Report.AtMost(2),
                whole.testbed(),
                whole.learners(),
                whole.baseline());
    }
}
