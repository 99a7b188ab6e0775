package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.schedule.Schedule;
import kelvin.simulation.ReportSteps;
import kelvin.simulation.Tracing;

/**
 * A request to trace the learners of an experiment: {@code trace:} in its file.
 *
 * @param steps at which steps: at most so many log-spaced ones and, where the problem changes abruptly, the steps before and after; or a
 *     list and the horizon
 * @param runs which repetitions are kept each by itself, from 0, besides the mean over all
 * @param rewards how many rewards of each arm are drawn for a histogram, in the problem of repetition 0; 0 for none. At most the
 *     twelve best arms have one; arms must stay what they are
 */
@Stability(MAY_CHANGE)
public record TraceRequest(
        @Default("50") ReportSteps steps,
        @Default("[]") List<Integer> runs,
        @Default("0") int rewards) {
    public TraceRequest {
        runs = List.copyOf(runs);
        Require.that(
                runs.stream().allMatch(run -> run >= 0)
                        && runs.stream().distinct().count() == runs.size(),
                "runs",
                runs,
                "different repetitions, counted from 0");
        Require.that(rewards >= 0 && rewards <= MOST_REWARDS, "rewards", rewards, "between 0 and " + MOST_REWARDS);
    }

    private static final int MOST_REWARDS = 1_000_000;

    /** Returns the settings of tracing for a simulation of learners whose numbers follow schedules, of a problem that changes after some steps. */
    Tracing tracing(long horizon, int repetitions, List<Long> changes, Map<String, Map<String, Schedule>> scheduled) {
        boolean within = !(steps instanceof ReportSteps.At at)
                || at.steps().get(at.steps().size() - 1) <= horizon;
        Require.that(within, "trace", "a step beyond the horizon", "steps up to " + horizon);
        long points = steps.count(horizon);
        Require.that(points <= ReportSteps.MAX_STEPS, "trace", points + " steps", "at most " + ReportSteps.MAX_STEPS);
        boolean played = runs.stream().allMatch(run -> run < repetitions);
        Require.that(played, "trace", "runs " + runs, "runs below " + repetitions + ", for repetitions count from 0");
        long[] traced = steps(horizon, changes);
        Map<String, Map<String, double[]>> values = new LinkedHashMap<>();
        scheduled.forEach((label, numbers) -> {
            Map<String, double[]> own = new LinkedHashMap<>();
            numbers.forEach((number, schedule) -> own.put(
                    number, Arrays.stream(traced).mapToDouble(schedule::at).toArray()));
            values.put(label, own);
        });
        return new Tracing(traced, runs, rewards, values);
    }

    /**
     * Returns the traced steps of a problem that changes: unless they are listed, with the last before each change and the first after it.
     *
     * @param horizon the last step, at least 1
     * @param changes the steps after which the problem changes abruptly
     * @return distinct steps in [1, horizon], increasing, the horizon always among them
     */
    public long[] steps(long horizon, List<Long> changes) {
        return steps.steps(
                horizon,
                changes.stream().flatMap(last -> Stream.of(last, last + 1)).toList());
    }
}
