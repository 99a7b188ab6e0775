package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ExpTest {
    @Test
    void theOracleKnowsE() {
        assertThat(ExactFunctions.exp(1).toString()).startsWith("2.718281828459045235360287471352662497");
    }

    @Test
    void isWithin52HundredthsOfAnUlpOfTheTruth() {
        UniformRandomProvider random = Seed.of(1).generator();
        DoubleStream wide = random.doubles(2000, -708, 709.78);
        DoubleStream narrow = random.doubles(2000, -3, 3);
        DoubleStream tiny = IntStream.rangeClosed(-1074, -1).mapToDouble(e -> -Math.scalb(1.1, e));
        assertThat(ExactFunctions.largest(Exp::of, ExactFunctions::exp, wide, narrow, tiny))
                .isLessThan(0.52);
    }

    @Test
    void subnormalResultsAreRoundedOnce() {
        DoubleStream deep = Seed.of(2).generator().doubles(1000, -745.13, -708);
        assertThat(ExactFunctions.largest(Exp::of, ExactFunctions::exp, deep)).isLessThan(0.52);
    }

    @Test
    void neverLeavesStrictMathByMoreThanOneUlpOnADenseGrid() {
        double worst = 0;
        for (double x = -708; x < 709.7; x += 0.0007) {
            double strict = StrictMath.exp(x);
            worst = Math.max(worst, Math.abs(Exp.of(x) - strict) / Math.ulp(strict));
        }
        assertThat(worst).isLessThanOrEqualTo(1);
    }

    @Test
    void manyAtOnceHaveTheSameBits() {
        UniformRandomProvider random = Seed.of(3).generator();
        double[] edges = {
            0, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 709.79, -745.13, -745.2
        };
        for (int size : new int[] {0, 1, 63, 64, 65, 128, 1000, 20_000}) {
            double[] numbers = random.doubles(size, -760, 720).toArray();
            System.arraycopy(edges, 0, numbers, size / 2, Math.min(edges.length, size / 2));
            double[] wanted = DoubleStream.of(numbers).map(Exp::of).toArray();
            Exp.all(numbers);
            assertThat(numbers).containsExactly(wanted);
        }
    }

    @Test
    void edges() {
        assertThat(Exp.of(0)).isEqualTo(1);
        assertThat(Exp.of(-0.0)).isEqualTo(1);
        assertThat(Exp.of(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exp.of(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Exp.of(Double.NaN)).isNaN();
        assertThat(Exp.of(709.782712893384)).isEqualTo(StrictMath.exp(709.782712893384));
        assertThat(Exp.of(Math.nextUp(709.782712893384))).isInfinite();
        assertThat(Exp.of(-745.1332191019411)).isEqualTo(Double.MIN_VALUE);
        assertThat(Exp.of(Math.nextDown(-745.1332191019412))).isZero();
        assertThat(Exp.of(-1e308)).isZero();
    }

    @Test
    void neverFallsAsItsArgumentRises() {
        double falls = 0;
        double previous = 0;
        for (double x = -1; x < 1; x += 1e-6) {
            falls = Math.max(falls, previous - Exp.of(x));
            previous = Exp.of(x);
        }
        assertThat(falls).isZero();
    }
}
