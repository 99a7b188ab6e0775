package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleBinaryOperator;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class PowTest {
    private static final double[] BASES = {
        0, 0.25, 1, 4, Double.MAX_VALUE, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN
    };
    private static final double[] EXPONENTS = {
        0, 0.5, 1, 1.5, 2, 3, 1e10, 0x1p52 + 1, 0x1p53, 1e300, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN
    };

    /** Returns the largest distance in ulp over bases below some number and exponents that keep the power finite. */
    private static double largest(
            DoubleBinaryOperator power, DoubleBinaryOperator base, DoubleBinaryOperator exponent, int size) {
        UniformRandomProvider random = Seed.of(1).generator();
        double largest = 0;
        for (int i = 0; i < size; i++) {
            double x = base.applyAsDouble(random.nextDouble(), i);
            double y = exponent.applyAsDouble(2 * random.nextDouble() - 1, x);
            largest = Math.max(largest, ExactFunctions.ulps(power.applyAsDouble(x, y), ExactFunctions.pow(x, y)));
        }
        return largest;
    }

    private static double allPowers(double share, double x) {
        return share * 708 / Math.abs(StrictMath.log(x));
    }

    @Test
    void isWithin52HundredthsOfAnUlpOfTheTruthForBasesOfAnySize() {
        assertThat(largest(Pow::of, (u, i) -> StrictMath.exp(1400 * u - 700), PowTest::allPowers, 2000))
                .isLessThan(0.52);
    }

    @Test
    void isAsAccurateForBasesNextToOne() {
        assertThat(largest(Pow::of, (u, i) -> 1 + Math.scalb(u - 0.5, -(int) i % 40), PowTest::allPowers, 2000))
                .isLessThan(0.52);
    }

    @Test
    void isAsAccurateForSmallExponents() {
        assertThat(largest(Pow::of, (u, i) -> 3 * u, (share, x) -> 4 * share, 2000))
                .isLessThan(0.52);
    }

    @Test
    void isAsAccurateWhereThePowerIsSubnormal() {
        assertThat(largest(Pow::of, (u, i) -> 0.1 + u / 2, (share, x) -> (726 + 18 * share) / -StrictMath.log(x), 2000))
                .isLessThan(0.52);
    }

    @Test
    void aLogarithmRoundedToOneDoubleWouldBeNoticed() {
        assertThat(largest((x, y) -> Exp.of(y * Log.of(x)), (u, i) -> 3 * u, PowTest::allPowers, 200))
                .isGreaterThan(10);
    }

    @Test
    void powersThatAreDoublesAreExact() {
        for (int i = 0; i <= 13; i++) {
            for (int base = 2; base <= 15; base++) {
                long power = 1;
                for (int j = 0; j < i; j++) {
                    power *= base;
                }
                assertThat(Pow.of(base, i)).isEqualTo(power);
                assertThat(Pow.of(power, 1)).isEqualTo(power);
                assertThat(Pow.of((double) power * power, 0.5)).isEqualTo(Math.sqrt((double) power * power));
            }
        }
        for (int e = -1074; e <= 1023; e++) {
            assertThat(Pow.of(2, e)).isEqualTo(Math.scalb(1.0, e));
            assertThat(Pow.of(Math.scalb(1.0, e), 1)).isEqualTo(Math.scalb(1.0, e));
        }
    }

    @Test
    void specialCasesAreThoseOfJava() {
        for (double x : BASES) {
            for (double y : EXPONENTS) {
                for (int signs = 0; signs < 4; signs++) {
                    double a = (signs & 1) == 0 ? x : -x;
                    double b = (signs & 2) == 0 ? y : -y;
                    assertThat(Pow.of(a, b))
                            .as("%s to the power of %s", a, b)
                            .isEqualTo(Double.valueOf(StrictMath.pow(a, b)));
                }
            }
        }
    }

    @Test
    void endsInInfinityAndInZero() {
        assertThat(Pow.of(2, Math.nextDown(1024))).isFinite();
        assertThat(Pow.of(2, 1024)).isInfinite();
        assertThat(Pow.of(Double.MAX_VALUE, 1)).isEqualTo(Double.MAX_VALUE);
        assertThat(Pow.of(2, -1075)).isZero();
        assertThat(Pow.of(2, Math.nextUp(-1075.0))).isEqualTo(Double.MIN_VALUE);
        assertThat(Pow.of(Math.nextUp(1.0), 1e300)).isInfinite();
        assertThat(Pow.of(Math.nextDown(1.0), 1e300)).isZero();
        assertThat(Pow.of(3, 1e-300)).isEqualTo(1);
    }
}
