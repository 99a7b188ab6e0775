package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BernsteinTest {
    private static Interval interval(double width, double... numbers) {
        Bernstein bound = new Bernstein();
        DoubleStream.of(numbers).forEach(bound::add);
        return bound.interval(width, 0.05);
    }

    @Test
    void intervalsFollowTheirFormula() {
        Interval interval = interval(2, 0, 0, 1, 1);
        double log = Math.log(80);
        double margin = Math.sqrt(2.0 / 3 * log / 4) + 14 * log / 9;
        assertThat(interval.high() - 0.5).isCloseTo(margin, within(1e-12));
        assertThat(0.5 - interval.low()).isCloseTo(margin, within(1e-12));
    }

    @Test
    void oneNumberSaysNothing() {
        assertThat(interval(1, 1).width()).isInfinite();
    }
}
