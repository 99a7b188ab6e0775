package kelvin.cli;

import java.time.Duration;
import kelvin.experiment.Experiment;
import kelvin.experiment.Report;

/** A short play that nobody keeps, to learn how fast an experiment runs. */
final class Trial {
    private static final long ENOUGH = Duration.ofMillis(800).toNanos();

    private Trial() {}

    /** Plays ever larger parts of the experiment, which warms the machine up, and times the last. */
    static double decisionsPerSecond(Experiment experiment, int threads) {
        long start = System.nanoTime();
        for (long size = threads; ; size *= 2) {
            Experiment part = part(experiment, size);
            long before = System.nanoTime();
            part.play(threads, decisions -> {});
            long now = System.nanoTime();
            if (now - start >= ENOUGH || part.decisions() == experiment.decisions()) {
                return part.decisions() / (Math.max(1, now - before) / 1e9);
            }
        }
    }

    /** The first steps of the first repetitions: up to 1000 steps at first, which is long enough to leave the start. */
    private static Experiment part(Experiment whole, long size) {
        long horizon = Math.min(
                whole.horizon(), 1000 * Math.max(1, size / whole.repetitions().most()));
        int repetitions = (int) Math.min(whole.repetitions().most(), size);
        return new Experiment(
                whole.question(),
                whole.seed(),
                horizon,
                repetitions,
                new Report.AtMost(2),
                whole.testbed(),
                whole.learners(),
                whole.baseline());
    }
}
