package kelvin.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kelvin.chart.style.ChartOptions;
import kelvin.chart.style.ChartStyle;
import org.junit.jupiter.api.Test;

class ChartThemeTest {
    @Test
    void theFirstThirtyTwoLearnersAllLookDifferent() {
        Set<Object> looks = new HashSet<>();
        for (int i = 0; i < 32; i++) {
            looks.add(List.of(ChartTheme.DEFAULT.colour(i), ChartTheme.DEFAULT.stroke(i)));
        }
        assertThat(looks).hasSize(32);
    }

    @Test
    void neighboursDifferInColourAndInDashes() {
        for (int i = 0; i < 31; i++) {
            assertThat(ChartTheme.DEFAULT.colour(i)).isNotEqualTo(ChartTheme.DEFAULT.colour(i + 1));
            assertThat(ChartTheme.DEFAULT.stroke(i)).isNotEqualTo(ChartTheme.DEFAULT.stroke(i + 1));
        }
    }

    /** Eight greys cannot be told apart by their lightness. */
    @Test
    void theFirstEightLearnersInGreyDifferInDashes() {
        ChartTheme grey = new ChartTheme(ChartOptions.of(Map.of("grey", "true")).resolved());
        Set<Object> dashes = new HashSet<>();
        Set<Object> looks = new HashSet<>();
        for (int i = 0; i < 32; i++) {
            looks.add(List.of(grey.colour(i), grey.stroke(i)));
            if (i < 8) {
                dashes.add(grey.stroke(i));
            }
        }
        assertThat(dashes).hasSize(8);
        assertThat(looks).hasSize(32);
    }

    @Test
    void variantsOfOneLearnerShareTheirColourAndDifferInDashes() {
        ChartTheme theme = new ChartTheme(ChartStyle.DEFAULT, 3);
        Set<Object> looks = new HashSet<>();
        for (int i = 0; i < 24; i++) {
            assertThat(theme.colour(i)).isEqualTo(ChartTheme.DEFAULT.colour(i / 3));
            looks.add(List.of(theme.colour(i), theme.stroke(i)));
        }
        assertThat(looks).hasSize(24);
        assertThat(theme.colour(ChartTheme.REFERENCE)).isEqualTo(ChartTheme.FAINT);
    }

    @Test
    void worseRanksAreLighter() {
        for (int ranks = 2; ranks <= 20; ranks++) {
            int all = ranks;
            assertThat(IntStream.range(0, ranks)
                            .map(rank -> ChartTheme.DEFAULT.shade(rank, all).getGreen()))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }
}
