package kelvin.chart.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kelvin.chart.layout.ChartTheme;
import kelvin.metric.StepUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepAxisTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 100, 10_001, 1_000_000_000})
    void itIsLinearUnlessAsked(long horizon) {
        StepAxis axis = StepAxis.of(ChartTheme.DEFAULT, new long[] {horizon});
        assertThat(axis.logarithmic()).isFalse();
        assertThat(axis.remark(StepUnit.STEP)).isEmpty();
    }

    @Test
    void aCaptionNamesALogarithmicAxis() {
        assertThat(new StepAxis(10_001, true).remark(StepUnit.EPISODE))
                .isEqualTo(" The axis of episodes is logarithmic.");
    }

    @Test
    void placesRunFromZeroToOne() {
        assertThat(new StepAxis(500, false).place(250)).isEqualTo(0.5);
        assertThat(new StepAxis(10_000, true).place(100)).isCloseTo(0.5, within(1e-12));
    }
}
