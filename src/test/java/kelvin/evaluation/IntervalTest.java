package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final Interval ONE = new Interval(1, 3);

    @Test
    void arithmeticIsThatOfAllNumbersWithin() {
        assertThat(ONE.plus(new Interval(-2, 5))).isEqualTo(new Interval(-1, 8));
        assertThat(ONE.times(2)).isEqualTo(new Interval(2, 6));
        assertThat(ONE.times(-2)).isEqualTo(new Interval(-6, -2));
        assertThat(ONE.errors(4)).isEqualTo(new Interval(1, 3));
        assertThat(ONE.errors(0)).isEqualTo(new Interval(-3, -1));
        assertThat(ONE.width()).isEqualTo(2);
    }

    @Test
    void endsComeInOrderAndZeroHasNoSign() {
        assertThat(Interval.between(2, -1)).isEqualTo(new Interval(-1, 2));
        assertThat(Interval.between(-0.0, -0.0)).isEqualTo(new Interval(0, 0));
        assertThat(ONE.times(-0.0)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void anIntersectionIsEmptyOnlyWhereIntervalsAreApart() {
        assertThat(ONE.within(new Interval(2, 5))).isEqualTo(new Interval(2, 3));
        assertThat(ONE.within(new Interval(0, 2))).isEqualTo(new Interval(1, 2));
        assertThat(ONE.within(new Interval(3, 5))).isEqualTo(new Interval(3, 3));
        assertThat(ONE.within(new Interval(0, 1))).isEqualTo(new Interval(1, 1));
        assertThat(ONE.within(new Interval(4, 5))).isEqualTo(ONE);
        assertThat(ONE.within(new Interval(-1, 0))).isEqualTo(ONE);
    }

    @Test
    void anIntervalWithoutAnEndIsUnknown() {
        assertThat(ONE.known()).isTrue();
        assertThat(Interval.NONE.known()).isFalse();
        assertThat(new Interval(Double.NaN, 1).known()).isFalse();
        assertThat(new Interval(1, Double.NaN).known()).isFalse();
    }
}
