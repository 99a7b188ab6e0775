package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import kelvin.contract.Require;
import kelvin.contract.ShortForm;
import kelvin.contract.Stability;
import kelvin.numeric.Pow;

/** The steps at which an experiment is reported, {@code report:} in its file. */
@ShortForm(value = ReportSteps.AtMost.class, form = "whole number")
@ShortForm(value = ReportSteps.At.class, form = "list of steps")
@ShortForm(value = ReportSteps.Usual.class, form = "default", word = ReportSteps.DEFAULT)
@Stability(MAY_CHANGE)
public sealed interface ReportSteps {
    /** The word that stands for {@link Usual} in YAML. */
    String DEFAULT = "default";

    /** The largest number of reported steps; nobody can look at more. */
    int MAX_STEPS = 1_000_000;

    /**
     * The number of reported steps at most, without listing them.
     *
     * @param horizon the last step, at least 1
     * @return at least as many as {@link #steps} has
     */
    long count(long horizon);

    /**
     * The reported steps.
     *
     * @param horizon the last step, at least 1
     * @return distinct steps in [1, horizon], increasing, the horizon always among them
     */
    long[] steps(long horizon);

    /**
     * Returns the reported steps of a problem that changes: unless they are listed, with the steps after which it does.
     *
     * @param horizon the last step, at least 1
     * @param changes the steps after which the problem changes abruptly
     * @return distinct steps in [1, horizon], increasing, the horizon always among them
     */
    default long[] steps(long horizon, List<Long> changes) {
        LongStream within = changes.stream().mapToLong(Long::longValue).filter(step -> step >= 1 && step < horizon);
        return this instanceof At
                ? steps(horizon)
                : LongStream.concat(Arrays.stream(steps(horizon)), within)
                        .sorted()
                        .distinct()
                        .toArray();
    }

    /** All steps up to a horizon of 1000, else at most 200. */
    record Usual() implements ReportSteps {
        @Override
        public long count(long horizon) {
            return new AtMost(horizon <= 1000 ? 1000 : 200).count(horizon);
        }

        @Override
        public long[] steps(long horizon) {
            return new AtMost(horizon <= 1000 ? 1000 : 200).steps(horizon);
        }
    }

    /**
     * Log-spaced steps, the first and the horizon among them.
     *
     * <pre>
     *   round(horizon^(i/(points − 1))),   i = 0 … points − 1,   each once;   all steps where points ≥ horizon
     * </pre>
     *
     * @param points at most how many, at least 2
     */
    record AtMost(int points) implements ReportSteps {
        public AtMost {
            Require.atLeast("report", 2, points);
        }

        @Override
        public long count(long horizon) {
            return Math.min(points, horizon);
        }

        @Override
        public long[] steps(long horizon) {
            if (points >= horizon) {
                return LongStream.rangeClosed(1, horizon).toArray();
            }
            return LongStream.range(0, points)
                    .map(i -> i == points - 1 ? horizon : Math.round(Pow.of(horizon, i / (points - 1.0))))
                    .distinct()
                    .toArray();
        }
    }

    /**
     * The steps of a list, and the horizon.
     *
     * @param steps the steps, increasing from 1 or later
     */
    record At(List<Long> steps) implements ReportSteps {
        public At {
            steps = List.copyOf(steps);
            Require.that(!steps.isEmpty(), "report", steps, "a list of at least one step");
            long previous = 0;
            for (long step : steps) {
                Require.that(
                        step > previous, "report", step, "more than " + previous + ": steps count from 1 and increase");
                previous = step;
            }
        }

        @Override
        public long count(long horizon) {
            return steps.size() + 1L;
        }

        @Override
        public long[] steps(long horizon) {
            long last = steps.get(steps.size() - 1);
            Require.that(last <= horizon, "report", last, "at most the horizon, " + horizon);
            LongStream listed = steps.stream().mapToLong(Long::longValue);
            return LongStream.concat(listed, LongStream.of(horizon)).distinct().toArray();
        }
    }
}
