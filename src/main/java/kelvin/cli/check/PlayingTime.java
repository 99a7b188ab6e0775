package kelvin.cli.check;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.experiment.Experiment;
import kelvin.experiment.Sweep;

/**
 * The time that an experiment and its sweep take to play, estimated by trial runs of it and of some points of the sweep.
 *
 * @param experiment the experiment
 * @param trial its trial run
 * @param points what is played at each point of the sweep
 * @param tried trial runs of some of these, by index
 * @param threads the number of threads
 */
@Stability(INTERNAL)
public record PlayingTime(
        Experiment experiment, TrialRun trial, List<Experiment> points, Map<Integer, TrialRun> tried, int threads) {
    /** The seconds of processor time that trial runs take, and as many once more where there is a sweep. */
    private static final double EFFORT = 3;

    private static final int MAX_POINTS_TRIED = 5;

    /**
     * Estimates the time that an experiment and its sweep take.
     *
     * @param experiment the experiment
     * @param sweep the experiment at every point of its sweep
     * @param threads the number of threads
     * @return the estimate
     */
    public static PlayingTime of(Experiment experiment, Sweep sweep, int threads) {
        TrialRun trial = TrialRun.of(experiment, threads, EFFORT);
        List<Experiment> points = sweep.distinct(experiment);
        Map<Integer, TrialRun> tried = new TreeMap<>();
        int count = Math.min(MAX_POINTS_TRIED, points.size());
        for (int i = 0; i < count; i++) {
            int point = count == 1 ? 0 : i * (points.size() - 1) / (count - 1);
            tried.put(point, TrialRun.of(points.get(point), threads, EFFORT / count));
        }
        return new PlayingTime(experiment, trial, points, tried, threads);
    }

    /**
     * Returns the estimate if playing ends as early as possible.
     *
     * @return seconds
     */
    public double least() {
        return seconds(experiment.repetitions().ends()[0]);
    }

    /**
     * Returns the estimate if playing ends as late as possible.
     *
     * @return seconds
     */
    public double most() {
        return seconds(experiment.repetitions().most());
    }

    private double seconds(int repetitions) {
        return trial.seconds(repetitions, threads)
                + IntStream.range(0, points.size())
                        .mapToDouble(point -> point(point).seconds(repetitions, threads))
                        .sum();
    }

    /** Returns the trial of a point; without one, the means of the others, by step. */
    private TrialRun point(int index) {
        TrialRun own = tried.get(index);
        if (own != null) {
            return own;
        }
        Experiment point = points.get(index);
        Map<String, Double> runs = new LinkedHashMap<>();
        point.learners().keySet().forEach(label -> runs.put(label, atPoint(label, point.horizon())));
        double merging =
                tried.values().stream().mapToDouble(TrialRun::merging).average().orElse(0);
        return new TrialRun(runs, merging, 0, 1, point.horizon());
    }

    /** Returns the mean time of a learner by step over the points that were tried, times the steps. */
    private double atPoint(String label, long horizon) {
        return horizon
                * tried.values().stream()
                        .filter(other -> other.runs().containsKey(label))
                        .mapToDouble(other -> other.runs().getOrDefault(label, 0.0) / other.horizon())
                        .average()
                        .orElse(trial.runs().getOrDefault(label, 0.0) / trial.horizon());
    }

    /**
     * Returns the time of a run of a learner.
     *
     * @param there the experiment, or that of a point of the sweep
     * @param label the learner
     * @return seconds on one thread
     */
    public double run(Experiment there, String label) {
        return there.equals(experiment) ? trial.runs().getOrDefault(label, 0.0) : atPoint(label, there.horizon());
    }

    /**
     * Returns the time of a run of each learner, outside of the sweep.
     *
     * @return seconds on one thread, by label
     */
    public Map<String, Double> runs() {
        return trial.runs();
    }
}
