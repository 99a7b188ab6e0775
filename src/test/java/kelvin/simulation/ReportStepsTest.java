package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportStepsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 10, 199, 200, 201, 1000, 1_000_000, 1L << 62, Long.MAX_VALUE})
    void stepsIncreaseFromOneToTheHorizon(long horizon) {
        for (int points : new int[] {2, 3, 10, 200}) {
            long[] steps = new ReportSteps.AtMost(points).steps(horizon);
            assertThat(steps).startsWith(1).endsWith(horizon).isSorted().doesNotHaveDuplicates();
            assertThat(steps).hasSizeLessThanOrEqualTo(points);
        }
    }

    @Test
    void stepsAreLogSpaced() {
        assertThat(new ReportSteps.AtMost(4).steps(1000)).containsExactly(1, 10, 100, 1000);
    }

    @Test
    void enoughPointsAreAllSteps() {
        assertThat(new ReportSteps.AtMost(200).steps(200)).hasSize(200);
    }

    @Test
    void byDefaultAllStepsAreReportedUpToAThousand() {
        assertThat(new ReportSteps.Usual().steps(1000))
                .isEqualTo(LongStream.rangeClosed(1, 1000).toArray());
        assertThat(new ReportSteps.Usual().steps(1001)).isEqualTo(new ReportSteps.AtMost(200).steps(1001));
    }

    @Test
    void aListIsReportedWithTheHorizon() {
        assertThat(new ReportSteps.At(List.of(5L, 7L)).steps(7)).containsExactly(5, 7);
        assertThat(new ReportSteps.At(List.of(5L, 7L)).steps(8)).containsExactly(5, 7, 8);
        assertThatThrownBy(() -> new ReportSteps.At(List.of(5L, 7L)).steps(6))
                .hasMessage("report = 7, must be at most the horizon, 6");
    }

    @Test
    void theStepsAfterWhichAProblemChangesAreReportedUnlessTheStepsAreListed() {
        List<Long> changes = List.of(0L, 10L, 57L, 1000L, 2000L);
        assertThat(new ReportSteps.AtMost(4).steps(1000, changes)).containsExactly(1, 10, 57, 100, 1000);
        assertThat(new ReportSteps.AtMost(4).steps(1000, List.of())).containsExactly(1, 10, 100, 1000);
        assertThat(new ReportSteps.At(List.of(5L)).steps(1000, changes)).containsExactly(5, 1000);
    }

    @Test
    void noMoreAreReportedThanCounted() {
        assertThat(new ReportSteps.AtMost(200).count(150)).isEqualTo(150);
        assertThat(new ReportSteps.AtMost(200).count(1001)).isEqualTo(200);
        assertThat(new ReportSteps.Usual().count(1000)).isEqualTo(1000);
        assertThat(new ReportSteps.Usual().count(1001)).isEqualTo(200);
        assertThat(new ReportSteps.At(List.of(5L, 7L)).count(8)).isEqualTo(3);
    }

    @Test
    void aListThatIsEmptyOrDoesNotIncreaseIsRefused() {
        assertThatThrownBy(() -> new ReportSteps.AtMost(1)).hasMessageContaining("report = 1");
        assertThatThrownBy(() -> new ReportSteps.At(List.of())).hasMessageContaining("a list of at least one step");
        assertThatThrownBy(() -> new ReportSteps.At(List.of(0L))).hasMessageContaining("more than 0");
        assertThatThrownBy(() -> new ReportSteps.At(List.of(5L, 5L))).hasMessageContaining("more than 5");
    }
}
