package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrigonometricTest {
    /** The double that comes nearest to a multiple of π/2. */
    private static final double NEAREST = Math.scalb(6_381_956_970_095_103.0, 797);

    private static double largest(double[] angles) {
        return Math.max(
                ExactFunctions.largest(Trigonometric::sin, ExactFunctions::sin, DoubleStream.of(angles)),
                ExactFunctions.largest(Trigonometric::cos, ExactFunctions::cos, DoubleStream.of(angles)));
    }

    @Test
    void theOracleKnowsTheSineOfAHugeAngle() {
        assertThat(ExactFunctions.sin(1e22).toString()).startsWith("-0.852200849767188801772705893753029368261");
        assertThat(ExactFunctions.cos(NEAREST).abs().doubleValue()).isBetween(4.6e-19, 4.7e-19);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.8, 4, 1000, 0x1p20, 1e9, 1e22, 1e300, Double.MAX_VALUE})
    void areWithin53HundredthsOfAnUlpOfTheTruth(double most) {
        assertThat(largest(Seed.of(1)
                        .generator()
                        .doubles(500, -1, 1)
                        .map(u -> u * most)
                        .toArray()))
                .isLessThan(0.53);
    }

    @Test
    void areAsAccurateNextToMultiplesOfAQuarterTurn() {
        double[] angles = Seed.of(2)
                .generator()
                .ints(1000, -1_000_000, 1_000_000)
                .mapToDouble(n -> n * (Math.PI / 2))
                .toArray();
        assertThat(largest(angles)).isLessThan(0.53);
        assertThat(largest(new double[] {NEAREST, -NEAREST})).isLessThan(0.53);
    }

    @Test
    void areAsAccurateAtPowersOfTwo() {
        double[] powers = IntStream.rangeClosed(-1074, 1023)
                .mapToDouble(e -> Math.scalb(1.0, e))
                .toArray();
        assertThat(largest(powers)).isLessThan(0.53);
    }

    @Test
    void areAsAccurateWhereOneFormulaTakesOver() {
        double[] seams = DoubleStream.of(0x1p-27, 16.5 / 64, 0.785, Math.PI / 4, 3 * Math.PI / 4, 0x1p20)
                .flatMap(x -> DoubleStream.of(Math.nextDown(x), x, Math.nextUp(x)))
                .toArray();
        assertThat(largest(seams)).isLessThan(0.53);
    }

    @Test
    void aQuarterTurnRoundedToOneDoubleWouldBeNoticed() {
        DoubleStream angles = Seed.of(3).generator().doubles(500, 0, 100);
        double off = ExactFunctions.largest(
                x -> Trigonometric.sin(x - 2 * Math.PI * Math.floor(x / (2 * Math.PI))), ExactFunctions::sin, angles);
        assertThat(off).isGreaterThan(10);
    }

    @Test
    void theTableHoldsSinesAndCosines() {
        for (int j = 0; j < SineTable.TERMS.length / 4; j++) {
            double c = j * SineTable.STEP;
            assertThat(ExactFunctions.rest(ExactFunctions.sin(c), SineTable.TERMS[4 * j], SineTable.TERMS[4 * j + 1]))
                    .isLessThan(0x1p-106);
            assertThat(ExactFunctions.rest(
                            ExactFunctions.cos(c), SineTable.TERMS[4 * j + 2], SineTable.TERMS[4 * j + 3]))
                    .isLessThan(0x1p-106);
        }
    }

    @Test
    void theInverseOfAQuarterTurnIsRightToItsLastBit() {
        BigInteger bits = BigInteger.ZERO;
        for (long word : QuarterTurns.INVERSE) {
            bits = bits.shiftLeft(64).add(new BigInteger(Long.toUnsignedString(word)));
        }
        assertThat(bits).isEqualTo(ExactFunctions.inverseOfHalfPi(64 * (QuarterTurns.INVERSE.length - 1)));
    }

    @Test
    void edges() {
        assertThat(Trigonometric.sin(0)).isEqualTo(0.0);
        assertThat(Trigonometric.sin(-0.0)).isEqualTo(-0.0);
        assertThat(Trigonometric.cos(0)).isEqualTo(1);
        assertThat(Trigonometric.cos(-0.0)).isEqualTo(1);
        for (double x : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(Trigonometric.sin(x)).isNaN();
            assertThat(Trigonometric.cos(x)).isNaN();
        }
        assertThat(Trigonometric.sin(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void theSineIsOddAndTheCosineEven() {
        for (double x :
                Seed.of(4).generator().doubles(2000, 0, 60).map(StrictMath::exp).toArray()) {
            assertThat(Trigonometric.sin(-x)).isEqualTo(-Trigonometric.sin(x));
            assertThat(Trigonometric.cos(-x)).isEqualTo(Trigonometric.cos(x));
        }
    }
}
