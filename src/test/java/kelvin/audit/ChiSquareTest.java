package kelvin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChiSquareTest {
    /** scipy.stats.chisquare([530, 270, 200], [500, 300, 200]).pvalue; the exact moments hardly differ at n = 1000. */
    @Test
    void manyDrawsGiveTheTextbookValue() {
        double p = ChiSquare.pValue(new double[] {0.5, 0.3, 0.2}, new int[] {530, 270, 200}, 1000);
        assertThat(p).isCloseTo(0.0907179532894125, within(1e-3));
    }

    /** A thousand outcomes of which ten are expected in all: one cell, in which 40 are too many. */
    @Test
    void rareOutcomesAreTestedTogether() {
        double[] p = new double[1001];
        Arrays.fill(p, 0, 1000, 1e-6);
        p[1000] = 0.999;
        int[] counts = new int[1001];
        counts[7] = 10;
        counts[1000] = 9990;
        assertThat(ChiSquare.pValue(p, counts, 10_000)).isCloseTo(1, within(1e-6));
        counts[8] = 30;
        counts[1000] = 9960;
        assertThat(ChiSquare.pValue(p, counts, 10_000)).isLessThan(1e-10);
    }

    @Test
    void oneOutcomeCannotBeWrong() {
        assertThat(ChiSquare.pValue(new double[] {1, 0}, new int[] {9, 0}, 9)).isEqualTo(1);
    }
}
