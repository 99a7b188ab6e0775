package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BernsteinTest {
    @Test
    void intervalsFollowTheirFormula() {
        Interval interval = Bernstein.interval(new double[] {0, 0, 1, 1}, 2, 0.05);
        double log = Math.log(80);
        double margin = Math.sqrt(2.0 / 3 * log / 4) + 14 * log / 9;
        assertThat(interval.high() - 0.5).isCloseTo(margin, within(1e-12));
        assertThat(0.5 - interval.low()).isCloseTo(margin, within(1e-12));
    }

    @Test
    void oneNumberSaysNothing() {
        assertThat(Bernstein.interval(new double[] {1}, 1, 0.05).width()).isInfinite();
    }
}
