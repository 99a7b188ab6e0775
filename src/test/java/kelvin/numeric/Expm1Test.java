package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class Expm1Test {
    private static double largest(DoubleStream... arguments) {
        return ExactFunctions.largest(Expm1::of, ExactFunctions::expm1, arguments);
    }

    @Test
    void isWithin55HundredthsOfAnUlpOfTheTruth() {
        UniformRandomProvider random = Seed.of(1).generator();
        DoubleStream nearZero = random.doubles(3000, -0.4, 0.4);
        DoubleStream moderate = random.doubles(2000, -40, 40);
        DoubleStream large = random.doubles(1000, 40, 709.7);
        assertThat(largest(nearZero, moderate, large)).isLessThan(0.55);
    }

    @Test
    void isAsAccurateAtPowersOfTwo() {
        DoubleStream powers = IntStream.rangeClosed(-1074, 9)
                .mapToDouble(e -> Math.scalb(1.0, e))
                .flatMap(x -> DoubleStream.of(x, -x));
        assertThat(largest(powers)).isLessThan(0.55);
    }

    @Test
    void aDifferenceTakenAfterRoundingWouldBeNoticed() {
        DoubleStream nearZero = Seed.of(2).generator().doubles(200, 0.1, 0.2);
        assertThat(ExactFunctions.largest(x -> Exp.of(x) - 1, ExactFunctions::expm1, nearZero))
                .isGreaterThan(1);
    }

    @Test
    void edges() {
        assertThat(Expm1.of(0)).isEqualTo(0.0);
        assertThat(Expm1.of(-0.0)).isEqualTo(-0.0);
        assertThat(Expm1.of(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Expm1.of(-708)).isEqualTo(-1);
        assertThat(Expm1.of(-708.5)).isEqualTo(-1);
        assertThat(Expm1.of(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Expm1.of(709.782712893384)).isEqualTo(StrictMath.exp(709.782712893384));
        assertThat(Expm1.of(709.79)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Expm1.of(Double.NaN)).isNaN();
        assertThat(Expm1.of(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    }
}
