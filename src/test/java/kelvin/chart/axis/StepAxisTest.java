package kelvin.chart.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kelvin.chart.layout.ChartTheme;
import kelvin.metric.Metric;
import kelvin.metric.StepUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class StepAxisTest {
    private static boolean logarithmic(Metric metric, long horizon) {
        return StepAxis.of(ChartTheme.DEFAULT, metric, new long[] {1, horizon}).logarithmic();
    }

    @Test
    void regretIsAlwaysOnALinearAxis() {
        assertThat(new boolean[] {
                    logarithmic(Metric.REGRET, 100),
                    logarithmic(Metric.REGRET, 10_001),
                    logarithmic(Metric.REGRET, 1_000_000_000)
                })
                .containsOnly(false);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REGRET")
    void everythingElseIsOnALogarithmicAxisAboveTenThousandSteps(Metric metric) {
        assertThat(logarithmic(metric, 10_000)).isFalse();
        assertThat(logarithmic(metric, 10_001)).isTrue();
    }

    @Test
    void aCaptionNamesALogarithmicAxis() {
        assertThat(StepAxis.of(ChartTheme.DEFAULT, new long[] {10_000}).remark(StepUnit.STEP))
                .isEmpty();
        assertThat(StepAxis.of(ChartTheme.DEFAULT, new long[] {10_001}).remark(StepUnit.EPISODE))
                .isEqualTo(" The axis of episodes is logarithmic.");
    }

    @Test
    void placesRunFromZeroToOne() {
        assertThat(new StepAxis(500, false).place(250)).isEqualTo(0.5);
        assertThat(new StepAxis(10_000, true).place(100)).isCloseTo(0.5, within(1e-12));
    }
}
