package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class LogTest {
    private static double largest(DoubleStream... arguments) {
        return ExactFunctions.largest(Log::of, ExactFunctions::log, arguments);
    }

    @Test
    void theOracleKnowsTheLogarithmOfTwo() {
        assertThat(ExactFunctions.log(2).toString()).startsWith("0.693147180559945309417232121458176568075500134360");
    }

    @Test
    void isWithin51HundredthsOfAnUlpOfTheTruth() {
        UniformRandomProvider random = Seed.of(1).generator();
        DoubleStream wide = random.doubles(1000, -708, 709.7).map(StrictMath::exp);
        DoubleStream moderate = random.doubles(1000, 0.3, 4);
        DoubleStream nearOne = random.doubles(1000, 0.99, 1.01);
        assertThat(largest(wide, moderate, nearOne)).isLessThan(0.51);
    }

    @Test
    void isAsAccurateNextToOneAtPowersOfTwoAndAtSubnormalNumbers() {
        DoubleStream nextToOne = IntStream.rangeClosed(1, 52)
                .mapToDouble(e -> Math.scalb(1.0, -e))
                .flatMap(d -> DoubleStream.of(1 + d, 1 - d));
        DoubleStream powers = IntStream.rangeClosed(-1074, 1023).mapToDouble(e -> Math.scalb(1.0, e));
        DoubleStream subnormal = IntStream.rangeClosed(1, 200).mapToDouble(i -> i * i * i * Double.MIN_VALUE);
        assertThat(largest(nextToOne, powers, subnormal)).isLessThan(0.51);
    }

    @Test
    void isAsAccurateAtBothEndsOfEachRangeOfTheTable() {
        DoubleStream ends = IntStream.rangeClosed(0, 128)
                .mapToDouble(i -> Double.longBitsToDouble(LogTable.START + ((long) i << 45)))
                .flatMap(x -> DoubleStream.of(Math.nextDown(x), x));
        assertThat(largest(ends)).isLessThan(0.51);
    }

    @Test
    void theTableHoldsTheLogarithmsOfItsPoints() {
        for (int i = 0; i < 128; i++) {
            double inverse = LogTable.TERMS[3 * i];
            double high = LogTable.TERMS[3 * i + 1];
            double low = LogTable.TERMS[3 * i + 2];
            assertThat(inverse * 0x1p10).isEqualTo(Math.rint(inverse * 0x1p10));
            assertThat(high * 0x1p42).isEqualTo(Math.rint(high * 0x1p42));
            assertThat(ExactFunctions.rest(ExactFunctions.log(inverse).negate(), high, low))
                    .isLessThan(1e-28);
        }
        assertThat(LogTable.LN2_HIGH * 0x1p42).isEqualTo(Math.rint(LogTable.LN2_HIGH * 0x1p42));
        assertThat(ExactFunctions.rest(ExactFunctions.log(2), LogTable.LN2_HIGH, LogTable.LN2_LOW))
                .isLessThan(1e-28);
    }

    @Test
    void aSeriesWithoutItsLastTermWouldBeNoticed() {
        DoubleStream nearOne = Seed.of(2).generator().doubles(2000, 1.0025, 1.0026);
        double off =
                ExactFunctions.largest(x -> Log.of(x) + StrictMath.pow(x - 1, 6) / 6, ExactFunctions::log, nearOne);
        assertThat(off).isGreaterThan(0.6);
    }

    @Test
    void edges() {
        assertThat(Log.of(1)).isEqualTo(0.0);
        assertThat(Log.of(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Log.of(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Log.of(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Log.of(-Double.MIN_VALUE)).isNaN();
        assertThat(Log.of(-1)).isNaN();
        assertThat(Log.of(Double.NEGATIVE_INFINITY)).isNaN();
        assertThat(Log.of(Double.NaN)).isNaN();
        assertThat(Log.of(Double.MAX_VALUE)).isEqualTo(709.782712893384);
        assertThat(Log.of(Double.MIN_VALUE)).isEqualTo(-744.4400719213812);
    }

    @Test
    void neverFallsAsItsArgumentRises() {
        double previous = Log.of(0.5);
        double falls = 0;
        for (double x = 0.5; x < 2; x += 1e-6) {
            falls = Math.max(falls, previous - Log.of(x));
            previous = Log.of(x);
        }
        assertThat(falls).isZero();
    }
}
