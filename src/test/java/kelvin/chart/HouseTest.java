package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HouseTest {
    @Test
    void theFirstThirtyTwoLearnersAllLookDifferent() {
        Set<Object> looks = new HashSet<>();
        for (int i = 0; i < 32; i++) {
            looks.add(List.of(House.colour(i), House.stroke(i)));
        }
        assertThat(looks).hasSize(32);
    }

    @Test
    void neighboursDifferInColourAndInDashes() {
        for (int i = 0; i < 31; i++) {
            assertThat(House.colour(i)).isNotEqualTo(House.colour(i + 1));
            assertThat(House.stroke(i)).isNotEqualTo(House.stroke(i + 1));
        }
    }

    @Test
    void worseRanksAreLighter() {
        for (int ranks = 2; ranks <= 20; ranks++) {
            int all = ranks;
            assertThat(IntStream.range(0, ranks)
                            .map(rank -> House.shade(rank, all).getGreen()))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }
}
