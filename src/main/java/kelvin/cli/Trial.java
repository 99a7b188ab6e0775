package kelvin.cli;

import java.time.Duration;
import kelvin.experiment.Experiment;
import kelvin.experiment.Report;

/** A short play that nobody keeps, to learn how fast an experiment runs. */
final class Trial {
    private static final long ENOUGH = Duration.ofMillis(250).toNanos();

    private Trial() {}

    /** Plays ever larger parts of the experiment until one of them takes long enough to be timed, or is all of it. */
    static double decisionsPerSecond(Experiment experiment, int threads) {
        for (long size = 1; ; size *= 2) {
            Experiment part = part(experiment, size);
            long start = System.nanoTime();
            part.play(threads, decisions -> {});
            long nanos = Math.max(1, System.nanoTime() - start);
            if (nanos >= ENOUGH || part.decisions() == experiment.decisions()) {
                return part.decisions() / (nanos / 1e9);
            }
        }
    }

    /** The first steps of the first repetitions: up to 1000 steps at first, which is long enough to leave the start. */
    private static Experiment part(Experiment whole, long size) {
        long horizon = Math.min(whole.horizon(), 1000 * Math.max(1, size / whole.repetitions()));
        int repetitions = (int) Math.min(whole.repetitions(), size);
        return new Experiment(
                whole.question(),
                whole.seed(),
                horizon,
                repetitions,
                new Report.AtMost(2),
                whole.testbed(),
                whole.learners());
    }
}
