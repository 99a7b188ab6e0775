package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.contract.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(
                new Steps(List.of(7.0), List.of()),
                new Steps(List.of(1.0, 0.5, 0.1), List.of(10L, 100L)),
                new Steps(List.of(-1.0, Double.MAX_VALUE), List.of(Long.MAX_VALUE - 1)));
    }

    @Test
    void eachNumberHoldsUpToAndIncludingItsLastStep() {
        Steps steps = new Steps(List.of(1.0, 0.5, 0.1), List.of(10L, 11L));
        assertThat(steps.at(1)).isEqualTo(1);
        assertThat(steps.at(10)).isEqualTo(1);
        assertThat(steps.at(11)).isEqualTo(0.5);
        assertThat(steps.at(12)).isEqualTo(0.1);
        assertThat(steps.at(Long.MAX_VALUE)).isEqualTo(0.1);
    }

    @Test
    void changingTheListsAfterwardsChangesNothing() {
        List<Double> values = new ArrayList<>(List.of(1.0, 2.0));
        Steps steps = new Steps(values, List.of(1L));
        values.set(0, 9.0);
        assertThat(steps.at(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | values = [], must be at least one number",
                "1 2 | '' | until = [], must be one step fewer than values (2)",
                "1 | 3 | until = [3], must be one step fewer than values (1)",
                "1 NaN | 3 | values = NaN, must be finite",
                "1 2 | 0 | until = [0], must be strictly increasing steps from 1",
                "1 2 3 | 5 5 | until = [5, 5], must be strictly increasing steps from 1"
            })
    void aMistakeIsNamed(String values, String until, String message) {
        List<Double> numbers = words(values).stream().map(Double::valueOf).toList();
        List<Long> ends = words(until).stream().map(Long::valueOf).toList();
        assertThatThrownBy(() -> new Steps(numbers, ends))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(message);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
