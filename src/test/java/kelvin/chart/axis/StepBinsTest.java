package kelvin.chart.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StepBinsTest {
    @Test
    void aBinSpansItsShareOfTheStepsSoFar() {
        StepBins bins = StepBins.of(LongStream.rangeClosed(1, 1000).toArray(), 0.05, List.of());
        int before = 0;
        for (int end : bins.ends()) {
            assertThat(end + 1 - before).isGreaterThanOrEqualTo((int) Math.ceil(0.05 * (end + 1)));
            before = end + 1;
        }
        assertThat(before).isEqualTo(1000);
    }

    @Test
    void theFirstStepsStaySingle() {
        assertThat(StepBins.of(LongStream.rangeClosed(1, 1000).toArray(), 0.05, List.of())
                        .ends())
                .startsWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void sparseReportsAreNotMerged() {
        assertThat(StepBins.of(new long[] {1, 10, 100}, 0.05, List.of()).ends()).containsExactly(0, 1, 2);
    }

    @Test
    void aMeanCountsEachStepOnce() {
        StepBins bins = new StepBins(new long[] {1, 4, 10}, new int[] {2}, List.of());
        double[] reported = {1, 2, 3};
        assertThat(bins.means(i -> reported[i])[1]).isCloseTo((1 + 3 * 2 + 6 * 3) / 10.0, within(1e-15));
    }

    @Test
    void aConstantStaysConstant() {
        double[] means = StepBins.of(LongStream.rangeClosed(1, 777).toArray(), 0.1, List.of())
                .means(i -> 0.25);
        assertThat(means).containsOnly(0.25);
    }

    @Test
    void aSingleStepStandsAtItself() {
        StepBins bins = StepBins.of(LongStream.rangeClosed(1, 12).toArray(), 0.05, List.of());
        assertThat(bins.places(new StepAxis(12, false))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12);
    }

    @Test
    void placesRunFromTheStartOfTheAxisToTheHorizon() {
        double[] places = StepBins.of(new long[] {1, 3}, 0.05, List.of()).places(new StepAxis(3, false));
        assertThat(places).containsExactly(0, 1, 2.5, 3);
        double[] logarithmic =
                StepBins.of(new long[] {1, 3, 2001}, 0.05, List.of()).places(new StepAxis(2001, true));
        assertThat(logarithmic).containsExactly(1, 1, 2.5, 1002.5, 2001);
        assertThat(Arrays.stream(logarithmic).min()).hasValue(1);
    }

    @Test
    void noBinGoesAcrossAChangeAndTheLineIsLevelUpToIt() {
        long[] steps = LongStream.rangeClosed(1, 400).toArray();
        StepBins bins = StepBins.of(steps, 0.05, List.of(300L));
        assertThat(bins.endSteps()).contains(300, 400);
        double[] places = bins.places(new StepAxis(400, false));
        double[] means = bins.means(i -> steps[i] <= 300 ? 1 : 0);
        assertThat(places).isSorted().doesNotHaveDuplicates().hasSameSizeAs(means);
        assertThat(bins.spans()).hasSize(places.length);
        for (int i = 0; i < places.length; i++) {
            assertThat(means[i]).isEqualTo(places[i] <= 300 ? 1 : 0);
        }
        assertThat(places).contains(300);
    }

    /** The last bin before a change may be short: it does not join one after it. */
    @Test
    void aRemainderBeforeAChangeJoinsTheBinBefore() {
        assertThat(StepBins.of(LongStream.rangeClosed(1, 100).toArray(), 0.5, List.of(3L))
                        .endSteps())
                .containsExactly(1, 3, 6, 12, 24, 48, 100);
    }
}
