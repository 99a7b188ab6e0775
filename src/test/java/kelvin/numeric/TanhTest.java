package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class TanhTest {
    private static double largest(DoubleStream... arguments) {
        return ExactFunctions.largest(Tanh::of, ExactFunctions::tanh, arguments);
    }

    @Test
    void isWithin52HundredthsOfAnUlpOfTheTruth() {
        UniformRandomProvider random = Seed.of(1).generator();
        DoubleStream nearZero = random.doubles(2000, -0.2, 0.2);
        DoubleStream moderate = random.doubles(2000, -2, 2);
        DoubleStream wide = random.doubles(2000, -20, 20);
        assertThat(largest(nearZero, moderate, wide)).isLessThan(0.52);
    }

    @Test
    void isAsAccurateAtPowersOfTwo() {
        DoubleStream powers = IntStream.rangeClosed(-1074, 6).mapToDouble(e -> Math.scalb(1.0, e));
        assertThat(largest(powers.flatMap(x -> DoubleStream.of(x, -x)))).isLessThan(0.52);
    }

    @Test
    void aQuotientOfRoundedNumbersWouldBeNoticed() {
        DoubleStream moderate = Seed.of(2).generator().doubles(500, 0.2, 1);
        assertThat(ExactFunctions.largest(x -> Expm1.of(2 * x) / (Expm1.of(2 * x) + 2), ExactFunctions::tanh, moderate))
                .isGreaterThan(0.8);
    }

    @Test
    void edges() {
        assertThat(Tanh.of(0)).isEqualTo(0.0);
        assertThat(Tanh.of(-0.0)).isEqualTo(-0.0);
        assertThat(Tanh.of(19)).isLessThan(1);
        assertThat(Tanh.of(19.1)).isEqualTo(1);
        assertThat(Tanh.of(Double.MAX_VALUE)).isEqualTo(1);
        assertThat(Tanh.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Tanh.of(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Tanh.of(Double.NaN)).isNaN();
        assertThat(Tanh.of(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    }
}
