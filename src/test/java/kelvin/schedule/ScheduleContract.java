package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The contract of every schedule; its test supplies the schedules, extremes included. */
public interface ScheduleContract {
    List<Schedule> schedules();

    @Test
    default void everyStepHasAFiniteNumber() {
        assertThat(schedules())
                .allSatisfy(schedule ->
                        assertThat(steps().mapToDouble(schedule::at)).allMatch(Double::isFinite));
    }

    @Test
    default void theNumberHangsOnTheStepAlone() {
        for (Schedule schedule : schedules()) {
            double[] forwards = steps().mapToDouble(schedule::at).toArray();
            long[] reversed =
                    steps().map(step -> -step).sorted().map(step -> -step).toArray();
            for (int i = 0; i < reversed.length; i++) {
                assertThat(schedule.at(reversed[i])).isEqualTo(forwards[reversed.length - 1 - i]);
            }
        }
    }

    @Test
    default void theNumbersNeverTurnBack() {
        for (Schedule schedule : monotone()) {
            double[] numbers = LongStream.concat(LongStream.rangeClosed(1, 1000), steps())
                    .sorted()
                    .mapToDouble(schedule::at)
                    .toArray();
            double direction = Math.signum(numbers[numbers.length - 1] - numbers[0]);
            for (int i = 1; i < numbers.length; i++) {
                assertThat(Math.signum(numbers[i] - numbers[i - 1]))
                        .as("%s from %s to %s", schedule, numbers[i - 1], numbers[i])
                        .isIn(0.0, -0.0, direction);
            }
        }
    }

    /** Those of the schedules that promise to go one way only. */
    default List<Schedule> monotone() {
        return schedules();
    }

    private static LongStream steps() {
        return LongStream.of(1, 2, 3, 4, 9, 10, 11, 100, 1000, 1_000_000, 1L << 53, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    }
}
