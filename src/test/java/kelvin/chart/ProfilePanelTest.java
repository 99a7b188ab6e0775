package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kelvin.chart.layout.ChartTheme;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class ProfilePanelTest {
    /** XChart labels an axis at its two ends alone where all of its data are 0. */
    @Test
    void theSeriesOfThePlotSpanItsRange() {
        Profiles.Plot plot = new Profiles.Plot("identity", List.of(new double[] {-30, 0, 30}));
        XYChart chart = new ProfilePanel(ChartTheme.DEFAULT, new double[] {-30, 0, 30}, plot, -30, 30).chart();
        XYSeries series = chart.getSeries("0");
        assertThat(series.getYMin()).isEqualTo(-30);
        assertThat(series.getYMax()).isEqualTo(30);
    }
}
