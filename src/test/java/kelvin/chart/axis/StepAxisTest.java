package kelvin.chart.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.Metric;
import kelvin.metric.StepUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.knowm.xchart.XYChart;

class StepAxisTest {
    private static boolean logarithmic(Metric metric, long horizon) {
        return StepAxis.of(metric, new long[] {1, horizon}).logarithmic();
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
        assertThat(StepAxis.of(new long[] {10_000}).remark(StepUnit.STEP)).isEmpty();
        assertThat(StepAxis.of(new long[] {10_001}).remark(StepUnit.EPISODE))
                .isEqualTo(" The axis of episodes is logarithmic.");
    }

    @Test
    void placesRunFromZeroToOne() {
        assertThat(new StepAxis(500, false).place(250)).isEqualTo(0.5);
        assertThat(new StepAxis(10_000, true).place(100)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void decadesArePowersFromAMillionOn() {
        assertThat(decades(10_000, 600).apply(1000.0)).isEqualTo("1000");
        assertThat(decades(1_000_000, 600).apply(1000.0)).isEqualTo("10³");
    }

    @Test
    void aNarrowAxisNamesEverySecondDecade() {
        assertThat(decades(10_000, 130).apply(10.0)).isEmpty();
        assertThat(decades(10_000, 130).apply(100.0)).isEqualTo("100");
    }

    private static Function<Double, String> decades(long horizon, int width) {
        XYChart chart = ChartTheme.DEFAULT.plot(600, 400);
        new StepAxis(horizon, true).applyTo(chart.getStyler(), width);
        return chart.getStyler().getXAxisTickLabelsFormattingFunction();
    }
}
