package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class Log1pTest {
    private static double largest(DoubleStream... arguments) {
        return ExactFunctions.largest(Log1p::of, ExactFunctions::log1p, arguments);
    }

    @Test
    void isWithin51HundredthsOfAnUlpOfTheTruth() {
        UniformRandomProvider random = Seed.of(1).generator();
        DoubleStream moderate = random.doubles(2000, -1, 2);
        DoubleStream nearZero = random.doubles(2000, -0.01, 0.01);
        DoubleStream wide = random.doubles(2000, -80, 709).map(StrictMath::exp);
        assertThat(largest(moderate, nearZero, wide)).isLessThan(0.51);
    }

    @Test
    void isAsAccurateAtPowersOfTwoAndNextToMinusOne() {
        DoubleStream powers = IntStream.rangeClosed(-1074, 1023)
                .mapToDouble(e -> Math.scalb(1.0, e))
                .flatMap(x -> x < 1 ? DoubleStream.of(x, -x) : DoubleStream.of(x));
        DoubleStream nextToMinusOne = IntStream.rangeClosed(1, 53).mapToDouble(e -> Math.scalb(1.0, -e) - 1);
        assertThat(largest(powers, nextToMinusOne)).isLessThan(0.51);
    }

    @Test
    void theLogarithmOfTheRoundedSumWouldBeNoticed() {
        DoubleStream nearZero = Seed.of(2).generator().doubles(200, 0.1, 0.2);
        assertThat(ExactFunctions.largest(x -> Log.of(1 + x), ExactFunctions::log1p, nearZero))
                .isGreaterThan(1);
    }

    @Test
    void edges() {
        assertThat(Log1p.of(0)).isEqualTo(0.0);
        assertThat(Log1p.of(-0.0)).isEqualTo(-0.0);
        assertThat(Log1p.of(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Log1p.of(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Log1p.of(Math.nextDown(-1))).isNaN();
        assertThat(Log1p.of(Double.NEGATIVE_INFINITY)).isNaN();
        assertThat(Log1p.of(Double.NaN)).isNaN();
        assertThat(Log1p.of(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Log1p.of(Double.MAX_VALUE)).isEqualTo(709.782712893384);
    }
}
