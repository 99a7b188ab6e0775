package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentsTest {
    private static Moments of(double... numbers) {
        Moments moments = new Moments(1);
        for (double number : numbers) {
            moments.add(new double[] {number});
        }
        return moments;
    }

    @Test
    void meanAndStandardErrorOfAHandExample() {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squared deviations 32, standard error √(32/7/8)
        Moments moments = of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(moments.count()).isEqualTo(8);
        assertThat(moments.means()[0]).isEqualTo(5);
        assertThat(moments.standardErrors()[0]).isCloseTo(Math.sqrt(32.0 / 56), within(1e-15));
    }

    @Test
    void mergingIsLikeAddingEverything() {
        Moments merged = of(2, 4, 4);
        merged.merge(of(4, 5, 5, 7, 9));
        merged.merge(of());
        assertThat(merged.count()).isEqualTo(8);
        assertThat(merged.means()[0]).isCloseTo(5, within(1e-15));
        assertThat(merged.standardErrors()[0]).isCloseTo(Math.sqrt(32.0 / 56), within(1e-15));
    }

    @Test
    void mergingIntoAnEmptyOneKeepsTheOther() {
        Moments merged = of();
        merged.merge(of(1, 3));
        assertThat(merged.means()[0]).isEqualTo(2);
        assertThat(merged.standardErrors()[0]).isCloseTo(1, within(1e-15));
        Moments nothing = of();
        nothing.merge(of());
        assertThat(nothing.means()[0]).isZero();
    }

    @Test
    void aLargeOffsetDoesNotHideASmallSpread() {
        Moments moments = of(1e9, 1e9 + 1, 1e9 + 2);
        assertThat(moments.standardErrors()[0]).isCloseTo(1 / Math.sqrt(3), within(1e-9));
    }

    @Test
    void aClearedOneBeginsAgain() {
        Moments moments = of(2, 4, 9);
        assertThat(moments.squares()).containsExactly(26);
        moments.clear();
        assertThat(moments.count()).isZero();
        moments.add(new double[] {1});
        moments.add(new double[] {3});
        assertThat(moments.means()).containsExactly(2);
        assertThat(moments.squares()).containsExactly(2);
        moments.clear();
        assertThat(moments.means()).containsExactly(0);
        assertThat(moments.squares()).containsExactly(0);
    }

    @Test
    void oneRowHasNoStandardError() {
        assertThat(of(3).standardErrors()[0]).isNaN();
    }

    @Test
    void squaresBeyondAllDoublesLeaveTheStandardErrorUnknown() {
        assertThat(of(1e300, -1e300).standardErrors()[0]).isNaN();
    }

    @Test
    void theMeanOfNumbersOfAnySizeHasAStandardError() {
        assertThat(Moments.of(new double[] {0, 2e300})).isEqualTo(new Moments.Mean(1e300, 1e300, 2));
        assertThat(Moments.of(new double[] {0, 2e-300})).isEqualTo(new Moments.Mean(1e-300, 1e-300, 2));
        assertThat(Moments.of(new double[] {0, 0})).isEqualTo(new Moments.Mean(0, 0, 2));
        assertThat(Moments.of(new double[] {3}).standardError()).isNaN();
    }

    @Test
    void placesAreIndependent() {
        Moments moments = new Moments(2);
        moments.add(new double[] {1, 10});
        moments.add(new double[] {3, 10});
        assertThat(moments.means()).containsExactly(2, 10);
        assertThat(moments.standardErrors()).containsExactly(1, 0);
    }
}
