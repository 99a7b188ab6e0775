package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class LoggedDecisionsTest {
    private static List<LoggedDecision> log(int size) {
        UniformRandomProvider random = Seed.of(5).generator();
        List<LoggedDecision> log = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int action = random.nextInt(3);
            BitSet open = random.nextInt(3) > 0 ? null : BitSet.valueOf(new long[] {1L << action | 1});
            log.add(new LoggedDecision(action, random.nextDouble(), 0.2 + 0.1 * action, open));
        }
        return log;
    }

    @Test
    void columnsHoldTheDecisions() {
        List<LoggedDecision> log = log(20_000);
        LoggedDecisions columns = LoggedDecisions.of(log);
        assertThat(columns).isEqualTo(log).isNotEqualTo(log(19_999));
        assertThat(LoggedDecisions.of(columns)).isSameAs(columns);
        columns.replaceAll(each -> new LoggedDecision(2 - each.action(), -each.reward(), each.propensity(), null));
        log.replaceAll(each -> new LoggedDecision(2 - each.action(), -each.reward(), each.propensity(), null));
        assertThat(columns).isEqualTo(log);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> columns.add(3, log.get(0)));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> columns.get(20_000));
    }

    @Test
    void blocksOfZerosAreZeros() {
        Column column = new Column();
        column.set(10_000, 0);
        column.set(5_000, 2);
        column.set(5_001, 0);
        assertThat(column.get(5_000)).isEqualTo(2);
        assertThat(column.get(5_001) + column.get(10_000) + column.get(0) + column.get(1_000_000))
                .isZero();
        column.set(5_000, 0);
        assertThat(column.get(5_000)).isZero();
    }

    /** Few, 256, 257 and many different numbers in a block; set anew, also to what the block had not. */
    @Test
    void columnsKeepEveryBit() {
        UniformRandomProvider random = Seed.of(6).generator();
        for (int different : new int[] {2, 255, 256, 257, 5000}) {
            double[] numbers = random.doubles(different).toArray();
            numbers[0] = -0.0;
            numbers[1] = Double.NaN;
            double[] expected = new double[10_000];
            Column column = new Column();
            for (int i = 0; i < 3 * expected.length; i++) {
                int row = i < expected.length ? i : random.nextInt(expected.length);
                expected[row] = numbers[i < expected.length ? i % different : random.nextInt(different)];
                column.set(row, expected[row]);
            }
            for (int row = 0; row < expected.length; row++) {
                assertThat(Double.doubleToRawLongBits(column.get(row)))
                        .isEqualTo(Double.doubleToRawLongBits(expected[row]));
            }
        }
    }

    @Test
    void equalSetsOfOpenActionsAreOne() {
        LoggedDecisions columns = new LoggedDecisions();
        for (int i = 0; i < 100; i++) {
            columns.add(new LoggedDecision(0, 1, 0.5, BitSet.valueOf(new long[] {1 + 2 * (i % 2)})));
        }
        assertThat(columns.get(98).open())
                .isSameAs(columns.get(0).open())
                .isNotEqualTo(columns.get(1).open());
        assertThat(columns.get(99).open()).isSameAs(columns.get(1).open());
    }
}
