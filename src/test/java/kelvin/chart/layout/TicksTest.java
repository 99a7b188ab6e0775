package kelvin.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.chart.layout.Ticks.Tick;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static List<String> labels(Ticks ticks) {
        return ticks.ticks().stream()
                .map(tick -> String.join("", tick.label().lines()).replace("\u202F", " "))
                .toList();
    }

    private static List<String> across(double low, double high, double pixels) {
        return labels(AxisRange.linear(low, high).across(ChartTheme.DEFAULT, pixels));
    }

    private static List<String> decades(double low, double high, double pixels) {
        return labels(AxisRange.decades(low, high).across(ChartTheme.DEFAULT, pixels));
    }

    @Test
    void ticksAreRoundNumbersThatIncludeBothEnds() {
        assertThat(across(0, 10_000, 150)).containsExactly("0", "5000", "10 000");
        assertThat(across(0, 10_000, 300)).containsExactly("0", "2000", "4000", "6000", "8000", "10 000");
        assertThat(across(-0.3, 0.3, 300)).containsExactly("−0.3", "−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3");
    }

    @Test
    void numbersBelowTheNormalOnesHaveTicks() {
        assertThat(across(0, 2.5e-319, 300)).containsExactly("0");
        assertThat(across(0, 2.5e-300, 300)).contains("1·10⁻³⁰⁰", "2·10⁻³⁰⁰");
    }

    @Test
    void aNarrowerAxisHasFewerTicks() {
        int before = Integer.MAX_VALUE;
        for (int pixels = 1000; pixels > 20; pixels -= 20) {
            int ticks = across(0, 1_000_000, pixels).size();
            assertThat(ticks).isBetween(2, before);
            before = ticks;
        }
    }

    @Test
    void aWideAxisHasAtMostTwelve() {
        assertThat(labels(AxisRange.linear(1, 50).across(ChartTheme.DEFAULT, 10_000)))
                .containsExactly("5", "10", "15", "20", "25", "30", "35", "40", "45", "50");
    }

    @Test
    void labelsNeverTouch() {
        for (double high = 3; high < 1e9; high *= 3.7) {
            Ticks ticks = AxisRange.linear(0, high).across(ChartTheme.DEFAULT, 250);
            for (int i = 1; i < ticks.ticks().size(); i++) {
                Ticks.Tick left = ticks.ticks().get(i - 1);
                Ticks.Tick right = ticks.ticks().get(i);
                assertThat((right.value() - left.value()) / high * 250)
                        .isGreaterThan((left.label().width() + right.label().width()) / 2);
            }
        }
    }

    @Test
    void theEndOfAnAxisOfStepsHasItsLabel() {
        assertThat(labels(AxisRange.linear(0, 3000).acrossWhole(ChartTheme.DEFAULT, 105)))
                .containsExactly("0", "3000");
        assertThat(labels(AxisRange.linear(0, 1800).acrossWhole(ChartTheme.DEFAULT, 300)))
                .containsExactly("0", "500", "1000", "1500", "1800");
        assertThat(labels(AxisRange.linear(0, 3000).across(ChartTheme.DEFAULT, 105)))
                .containsExactly("0", "2000");
    }

    @Test
    void anAxisOfRatiosIsNotMuchLongerThanItsValues() {
        AxisRange range = AxisRange.ratios(30, 700);
        assertThat(range.low()).isBetween(25.0, 30.0);
        assertThat(range.high()).isBetween(700.0, 800.0);
        assertThat(labels(range.up(ChartTheme.DEFAULT, 300))).containsExactly("50", "100", "200", "500");
        assertThat(AxisRange.ratios(5, 5)).isEqualTo(new AxisRange(2.5, 10, true));
    }

    @Test
    void stepsAreWholeNumbers() {
        assertThat(labels(AxisRange.linear(0, 3).acrossWhole(ChartTheme.DEFAULT, 600)))
                .containsExactly("0", "1", "2", "3");
    }

    @Test
    void decadesArePowersFromAMillionOn() {
        assertThat(decades(1, 10_000, 600)).containsExactly("1", "10", "100", "1000", "10 000");
        assertThat(decades(1, 1_000_000, 600)).startsWith("10⁰", "10¹", "10²").endsWith("10⁶");
    }

    @Test
    void ofManyDecadesOnlySomeHaveALabel() {
        assertThat(decades(1, 10_000, 130)).containsExactly("1", "100", "10 000");
        assertThat(labels(AxisRange.decades(1e-20, 1e20).up(ChartTheme.DEFAULT, 400)))
                .contains("10⁻²⁰", "10⁻¹⁶", "10⁰")
                .doesNotContain("10⁻¹⁹");
    }

    @Test
    void aLogarithmicAxisOfFewDecadesHasNumbersBetween() {
        assertThat(labels(new AxisRange(3, 60, true).across(ChartTheme.DEFAULT, 300)))
                .containsExactly("5", "10", "20", "50");
    }

    @Test
    void largeNumbersArePowersOfTen() {
        assertThat(across(0, 2e8, 200)).containsExactly("0", "5·10⁷", "1·10⁸", "1.5·10⁸", "2·10⁸");
    }

    @Test
    void placesRunFromZeroToOne() {
        assertThat(AxisRange.linear(-1, 3).place(0)).isEqualTo(0.25);
        assertThat(new AxisRange(1, 10_000, true).place(100)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void cellsAreAllLabelledAsLongAsTurnedLabelsHaveRoom() {
        List<TextBlock> names = Stream.of("0.1", "0.2", "0.3", "0.4", "0.5")
                .map(name -> TextBlock.wrap(name, ChartTheme.DEFAULT.tick(), 100, 1))
                .toList();
        assertThat(Ticks.cells(names, 300, true).turned()).isFalse();
        assertThat(Ticks.cells(names, 300, true).height()).isEqualTo(Ticks.HEIGHT);
        Ticks turned = Ticks.cells(names, 100, true);
        assertThat(turned.turned()).isTrue();
        assertThat(turned.height()).isGreaterThan(Ticks.HEIGHT);
        assertThat(labels(turned)).hasSize(5).doesNotContain("");
        assertThat(labels(Ticks.cells(names, 100, false))).doesNotContain("");
    }

    @Test
    void labelsWithoutRoomAreLeftOutAndTheirTicksAreNot() {
        List<Tick> ticks = DoubleStream.of(0.9, 0.95, 0.99, 0.999)
                .mapToObj(value ->
                        new Tick(value, TextBlock.wrap(String.valueOf(value), ChartTheme.DEFAULT.tick(), 100, 1)))
                .toList();
        Ticks played = Ticks.played(AxisRange.linear(0, 1), ticks, 400, true);
        assertThat(labels(played)).containsExactly("0.9", "0.95", "0.99", "");
    }
}
