package kelvin.cli.check;

import static kelvin.contract.Stability.Level.INTERNAL;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import kelvin.contract.Stability;
import kelvin.experiment.Experiment;
import kelvin.experiment.TraceRequest;
import kelvin.simulation.Checkpoints;
import kelvin.simulation.FailedRun;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.ReportSteps;
import kelvin.simulation.SimulationSession;

/**
 * The time that an experiment takes where nothing else runs, measured by playing growing parts of it as they are, with their reports
 * and traces; nothing of them is kept.
 *
 * <p>Parts grow in steps up to the horizon, then in repetitions, until the processor time allowed is spent. The last one gives the time
 * of a run; where it does not reach the horizon, the time is extrapolated from the last two. What the parts took beyond that is the
 * warm-up of the JVM, which every run of the program pays. Processor time is measured, for it does not depend on what else the machine
 * does.
 *
 * @param runs the seconds of a run of each learner on one thread
 * @param merging the seconds that one thread takes for the results of a run of all learners
 * @param warmUp the seconds that all threads together lose until the code is compiled
 * @param trialSteps the steps of a learner after which this has been lost
 * @param horizon the steps of a run
 */
@Stability(INTERNAL)
public record TrialRun(Map<String, Double> runs, double merging, double warmUp, double trialSteps, long horizon) {
    private static final long FIRST_STEPS = 1000;
    private static final int GROWTH_IN_STEPS = 4;
    private static final int GROWTH_IN_REPETITIONS = 2;

    /**
     * A part that was played.
     *
     * @param horizon its steps
     * @param repetitions its runs of each learner
     * @param runs the seconds of processor time of a run of each learner
     * @param merging the seconds of the thread that merges, by run
     */
    private record Part(long horizon, int repetitions, Map<String, Double> runs, double merging) {
        double run(String label) {
            return runs.getOrDefault(label, 0.0);
        }

        double steps() {
            return (double) horizon * repetitions;
        }
    }

    /**
     * Plays parts of an experiment.
     *
     * @param experiment the experiment
     * @param threads the number of threads
     * @param effort the seconds of processor time to spend; the first part is played twice whatever it takes
     * @return the timing
     */
    static TrialRun of(Experiment experiment, int threads, double effort) {
        double start = processor();
        List<Part> parts = new ArrayList<>();
        long whole = experiment.horizon();
        long horizon = Math.min(whole, FIRST_STEPS);
        int most = experiment.repetitions().most();
        int repetitions = 1;
        while (true) {
            double before = processor();
            try {
                parts.add(play(experiment, horizon, repetitions, threads));
            } catch (FailedRun e) {
                if (horizon == whole) {
                    throw e; // else it may be a learner that needs more steps
                }
            }
            boolean last = horizon == whole && repetitions == most;
            double now = processor();
            double growth = (effort - (now - start)) / (now - before);
            if (last || (growth < 1 && parts.size() > 1)) {
                return of(parts, whole, now - start);
            } else if (horizon < whole && growth >= 1) {
                horizon = Math.min(whole, GROWTH_IN_STEPS * horizon);
            } else if (growth >= 1) {
                repetitions = Math.min(most, GROWTH_IN_REPETITIONS * repetitions);
            }
        }
    }

    private static TrialRun of(List<Part> parts, long horizon, double played) {
        Part last = parts.get(parts.size() - 1);
        Map<String, Double> runs = new LinkedHashMap<>();
        last.runs.keySet().forEach(label -> runs.put(label, run(parts, label, horizon)));
        double steps = parts.stream().mapToDouble(Part::steps).sum();
        double warm = (last.merging + sum(runs)) * steps / horizon;
        return new TrialRun(runs, last.merging, Math.max(0, played - warm), steps, horizon);
    }

    /** Returns the seconds of a run to the horizon: those of the last part, and what its last steps took for each that is missing. */
    private static double run(List<Part> parts, String label, long horizon) {
        Part last = parts.get(parts.size() - 1);
        if (last.horizon == horizon) {
            return last.run(label);
        }
        Part before = parts.stream()
                .filter(part -> part.horizon < last.horizon)
                .reduce((one, next) -> next)
                .orElse(null);
        double step = before == null
                ? last.run(label) / last.horizon
                : (last.run(label) - before.run(label)) / (last.horizon - before.horizon);
        return last.run(label) + Math.max(0, step) * (horizon - last.horizon);
    }

    private static double sum(Map<String, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * Returns the estimated time of the experiment.
     *
     * @param repetitions the runs of each learner
     * @param threads the number of threads
     * @return the estimate in seconds
     */
    double seconds(int repetitions, int threads) {
        double warming = warmUp * Math.min(1, (double) horizon * repetitions / trialSteps);
        return BlockSchedule.seconds(runs.values(), repetitions, threads) + merging * repetitions + warming / threads;
    }

    /** Plays a part; the processor time of its threads is shared among the learners as the simulation measures their time by the clock. */
    private static Part play(Experiment whole, long horizon, int repetitions, int threads) {
        Experiment part = part(whole, horizon, repetitions);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SimulationSession session = part.session(Checkpoints.NONE);
        try (TimedWorkers workers = new TimedWorkers(threads)) {
            session.results(part.question(), part.baseline(), workers, decisions -> {}, () -> false);
            double merging = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
            double playing = workers.seconds() / sum(session.seconds());
            Map<String, Double> runs = new LinkedHashMap<>();
            session.seconds().forEach((label, seconds) -> runs.put(label, seconds * playing / repetitions));
            return new Part(horizon, repetitions, runs, merging / repetitions);
        }
    }

    private static Experiment part(Experiment whole, long horizon, int repetitions) {
        boolean cut = horizon < whole.horizon();
        return new Experiment(
                whole.question(),
                whole.seed(),
                horizon,
                new ReplicationPlan.Fixed(repetitions),
                cut ? upTo(whole.report(), whole.horizon(), horizon) : whole.report(),
                whole.testbed(),
                whole.learners(),
                whole.baseline(),
                Map.of(),
                whole.trace()
                        .map(trace -> new TraceRequest(
                                cut ? upTo(trace.steps(), whole.horizon(), horizon) : trace.steps(),
                                List.of(),
                                trace.rewards())),
                whole.streams(),
                whole.chart());
    }

    /** Returns the steps up to a horizon; at least the horizon. */
    private static ReportSteps upTo(ReportSteps all, long whole, long horizon) {
        List<Long> steps = LongStream.of(all.steps(whole))
                .filter(step -> step <= horizon)
                .boxed()
                .toList();
        return new ReportSteps.At(steps.isEmpty() ? List.of(horizon) : steps);
    }

    /** Returns the processor time of this program in seconds, which does not depend on what else the machine does. */
    private static double processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
