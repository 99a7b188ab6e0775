package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import kelvin.metric.Metric;
import kelvin.metric.Series;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class StepAxisTest {
    private static final long[] STEPS = Samples.every(2000);

    private static Series regret(DoubleUnaryOperator growth) {
        double[] mean = Arrays.stream(STEPS).asDoubleStream().map(growth).toArray();
        return new Series("a", Metric.REGRET, STEPS, mean, new double[mean.length], 9);
    }

    @Test
    void regretThatLevelsOffIsLogarithmicAndRegretThatGrowsOnIsLinear() {
        Series level = regret(Math::log);
        Series growing = regret(step -> 0.1 * step);
        assertThat(StepAxis.ofRegret(List.of(level)).logarithmic()).isTrue();
        assertThat(StepAxis.ofRegret(List.of(level, growing)).logarithmic()).isFalse();
    }

    @Test
    void stepsAreLogarithmicAboveAThousand() {
        assertThat(StepAxis.of(new long[] {1, 1000}).logarithmic()).isFalse();
        assertThat(StepAxis.of(new long[] {1, 1001}).logarithmic()).isTrue();
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
        XYChart chart = House.plot(600, 400);
        new StepAxis(horizon, true).applyTo(chart.getStyler(), width);
        return chart.getStyler().getXAxisTickLabelsFormattingFunction();
    }
}
