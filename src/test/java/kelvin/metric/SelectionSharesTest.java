package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Shares of many learners are limited to a number of rows, and stay means over all steps. */
class SelectionSharesTest {
    private static SelectionShares shares(int points, int ranks) {
        double[][] frequency = new double[points][ranks];
        for (int point = 0; point < points; point++) {
            frequency[point][point % ranks] = 1;
        }
        long[] steps = LongStream.rangeClosed(1, points).map(i -> i * i).toArray();
        return new SelectionShares("a", steps, new int[ranks], frequency);
    }

    private static long rows(List<SelectionShares> all) {
        return all.stream()
                .mapToLong(shares -> (long) shares.steps().length * shares.frequency()[0].length)
                .sum();
    }

    @Test
    void whatIsWithinTheLimitStays() {
        List<SelectionShares> all = Collections.nCopies(100, shares(100, 100));
        assertThat(rows(all)).isEqualTo(SelectionShares.MAX_ROWS);
        assertThat(SelectionShares.limited(all)).isEqualTo(all);
    }

    @Test
    void oneLearnerMoreTakesStepsFromAll() {
        List<SelectionShares> limited = SelectionShares.limited(Collections.nCopies(101, shares(100, 100)));
        assertThat(rows(limited)).isBetween(SelectionShares.MAX_ROWS / 2L, (long) SelectionShares.MAX_ROWS);
        assertThat(limited.get(100).steps()).hasSizeBetween(50, 99).endsWith(10_000);
    }

    /** With 5 000 learners 2 steps of 100 ranks are left, the second counts all steps but the first one. */
    @Test
    void sharesOfFewerStepsAreMeansOverAllSteps() {
        SelectionShares limited = SelectionShares.limited(Collections.nCopies(5000, shares(4, 100)))
                .get(7);
        assertThat(limited.steps()).containsExactly(1, 16);
        assertThat(limited.frequency()[0]).startsWith(1, 0, 0, 0);
        assertThat(Arrays.copyOf(limited.frequency()[1], 5)).containsExactly(0, 3 / 15.0, 5 / 15.0, 7 / 15.0, 0);
        assertThat(DoubleStream.of(limited.frequency()[1]).sum()).isCloseTo(1, within(1e-15));
    }

    @Test
    void ranksAreLeftOutWhereOneStepOfAllLearnersIsTooMuch() {
        List<SelectionShares> limited = SelectionShares.limited(Collections.nCopies(30_000, shares(2, 100)));
        assertThat(rows(limited)).isEqualTo(30_000 * 33);
        assertThat(limited.get(0).arms()).hasSize(33);
        assertThat(limited.get(0).steps()).containsExactly(4);
        assertThat(limited.get(0).frequency()[0]).startsWith(0.25, 0.75);
    }
}
