package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import kelvin.schedule.InverseSqrt;
import kelvin.simulation.ReportSteps;
import kelvin.simulation.Tracing;
import org.junit.jupiter.api.Test;

class TraceRequestTest {
    private static TraceRequest at(List<Long> steps, List<Integer> runs) {
        return new TraceRequest(new ReportSteps.At(steps), runs, 5);
    }

    @Test
    void whatIsAskedForIsTraced() {
        Tracing tracing = at(List.of(1L, 10L), List.of(0, 2)).tracing(10, 3, List.of(), Map.of());
        assertThat(tracing.steps()).containsExactly(1, 10);
        assertThat(tracing.runs()).containsExactly(0, 2);
        assertThat(tracing.draws()).isEqualTo(5);
    }

    @Test
    void stepsAroundAChangeAreTracedUnlessStepsAreListed() {
        List<Long> changes = List.of(50L, 100L, 200L);
        assertThat(new TraceRequest(new ReportSteps.AtMost(3), List.of(), 0).steps(100, changes))
                .containsExactly(1, 10, 50, 51, 100);
        assertThat(at(List.of(1L, 10L), List.of()).steps(100, changes)).containsExactly(1, 10, 100);
    }

    @Test
    void scheduledNumbersAreThoseOfTheTracedSteps() {
        Tracing tracing = at(List.of(1L, 4L), List.of())
                .tracing(100, 1, List.of(), Map.of("a", Map.of("policy.epsilon", new InverseSqrt(0.5))));
        assertThat(tracing.scheduled().values())
                .singleElement()
                .satisfies(own -> assertThat(own.get("policy.epsilon")).containsExactly(0.5, 0.25, 0.05));
    }

    @Test
    void stepsAndRunsMustBePlayed() {
        TraceRequest request = at(List.of(1L, 10L), List.of(0, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.tracing(9, 3, List.of(), Map.of()))
                .withMessageContaining("a step beyond the horizon, must be steps up to 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.tracing(10, 2, List.of(), Map.of()))
                .withMessageContaining("runs [0, 2], must be runs below 2, for repetitions count from 0");
    }

    @Test
    void stepsAreLimited() {
        int most = ReportSteps.MAX_STEPS;
        assertThat(new TraceRequest(new ReportSteps.AtMost(1000), List.of(), 0)
                        .tracing(1_000_000_000, 1, List.of(), Map.of())
                        .steps())
                .hasSizeLessThanOrEqualTo(1000);
        assertThat(new TraceRequest(new ReportSteps.AtMost(most), List.of(), 0)
                        .tracing(most, 1, List.of(), Map.of())
                        .steps())
                .hasSize(most);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TraceRequest(new ReportSteps.AtMost(most + 1), List.of(), 0)
                        .tracing(1L << 40, 1, List.of(), Map.of()))
                .withMessageContaining("must be at most " + most);
    }

    @Test
    void runsAreDifferentAndRewardsFew() {
        ReportSteps steps = new ReportSteps.AtMost(10);
        for (List<Integer> runs : List.of(List.of(-1), List.of(3, 3))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TraceRequest(steps, runs, 0))
                    .withMessageContaining("different repetitions, counted from 0");
        }
        assertThat(new TraceRequest(steps, List.of(), 1_000_000).rewards()).isEqualTo(1_000_000);
        for (int rewards : new int[] {-1, 1_000_001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TraceRequest(steps, List.of(), rewards))
                    .withMessageContaining("must be between 0 and 1000000");
        }
    }
}
