package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import kelvin.metric.RegretBound;
import kelvin.metric.Results;
import org.junit.jupiter.api.Test;

class BoundLinesTest {
    private static final long[] STEPS = {1, 2, 3, 4};

    /** Both learners have lost as much as the step says. */
    private static Results bounded(double... regret) {
        return Samples.results(List.of("a", "b"), STEPS, 2, 0.1).toBuilder()
                .bounds(List.of(new RegretBound("bound", STEPS, regret)))
                .build();
    }

    private static List<String> steps(double... regret) {
        return BoundLines.of(bounded(regret)).stream()
                .map(curve -> Arrays.toString(curve.x()))
                .toList();
    }

    @Test
    void aBoundBeginsWhereNoLearnerIsBelowIt() {
        assertThat(steps(0, 1, 2, 3)).containsExactly("[1.0, 2.0, 3.0, 4.0]");
        assertThat(steps(0, 5, 2, 3)).containsExactly("[3.0, 4.0]");
    }

    @Test
    void aBoundThatALearnerIsBelowOfAtTheEndIsNotDrawn() {
        assertThat(steps(0, 1, 2, 5)).isEmpty();
        assertThat(BoundLines.remark(bounded(0, 1, 2, 5))).isEmpty();
        assertThat(BoundLines.remark(bounded(0, 1, 2, 3))).startsWith(" Dashed: proven lower bounds");
    }
}
