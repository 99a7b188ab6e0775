package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import kelvin.simulation.ReportSteps;
import kelvin.simulation.Tracing;
import org.junit.jupiter.api.Test;

class TraceRequestTest {
    private static TraceRequest at(List<Long> steps, List<Integer> runs) {
        return new TraceRequest(new ReportSteps.At(steps), runs, 5);
    }

    @Test
    void whatIsAskedForIsTraced() {
        Tracing tracing = at(List.of(1L, 10L), List.of(0, 2)).tracing(10, 3);
        assertThat(tracing.steps()).containsExactly(1, 10);
        assertThat(tracing.runs()).containsExactly(0, 2);
        assertThat(tracing.draws()).isEqualTo(5);
    }

    @Test
    void stepsAndRunsMustBePlayed() {
        TraceRequest request = at(List.of(1L, 10L), List.of(0, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.tracing(9, 3))
                .withMessageContaining("a step beyond the horizon, must be steps up to 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.tracing(10, 2))
                .withMessageContaining("runs [0, 2], must be runs below 2, for repetitions count from 0");
    }

    @Test
    void stepsAreLimited() {
        int most = ReportSteps.MAX_STEPS;
        assertThat(new TraceRequest(new ReportSteps.AtMost(1000), List.of(), 0)
                        .tracing(1_000_000_000, 1)
                        .steps())
                .hasSizeLessThanOrEqualTo(1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TraceRequest(new ReportSteps.AtMost(most + 1), List.of(), 0).tracing(1L << 40, 1))
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
