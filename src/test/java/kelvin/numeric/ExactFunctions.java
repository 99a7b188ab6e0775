package kelvin.numeric;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The elementary functions to 55 digits or more, and the distance of a double from them. */
final class ExactFunctions {
    private static final MathContext DIGITS = new MathContext(70);
    /** Digits of π: 309 before the point of the largest double, 70 behind the point of a small remainder. */
    private static final MathContext PI_DIGITS = new MathContext(420);

    private static final BigDecimal HALF_PI = halfPi();

    private ExactFunctions() {}

    /** Returns eˣ: the Taylor series of x/1024, squared ten times. */
    static BigDecimal exp(BigDecimal x) {
        BigDecimal sum = ONE.add(expm1Small(x.divide(BigDecimal.valueOf(1024), DIGITS)));
        for (int i = 0; i < 10; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    static BigDecimal exp(double x) {
        return exp(new BigDecimal(x));
    }

    static BigDecimal expm1(double x) {
        BigDecimal exact = new BigDecimal(x);
        return Math.abs(x) < 0.01 ? expm1Small(exact) : exp(exact).subtract(ONE);
    }

    static BigDecimal log(double x) {
        return log(new BigDecimal(x), StrictMath.log(x));
    }

    static BigDecimal log1p(double x) {
        BigDecimal exact = new BigDecimal(x);
        return Math.abs(x) < 1e-10 ? log1pSmall(exact) : log(ONE.add(exact), StrictMath.log1p(x));
    }

    static BigDecimal pow(double x, double y) {
        return exp(log(x).multiply(new BigDecimal(y), DIGITS));
    }

    static BigDecimal tanh(double x) {
        BigDecimal e = expm1(2 * x);
        return e.divide(e.add(BigDecimal.valueOf(2)), DIGITS);
    }

    static BigDecimal sin(double x) {
        return sineOfTurns(x, 0);
    }

    static BigDecimal cos(double x) {
        return sineOfTurns(x, 1);
    }

    /** Returns the distance of a result from the truth, in units of the last place of the double nearest to the truth. */
    static double ulps(double result, BigDecimal truth) {
        BigDecimal ulp = new BigDecimal(Math.ulp(truth.doubleValue()));
        return new BigDecimal(result).subtract(truth).divide(ulp, DIGITS).abs().doubleValue();
    }

    /** Returns the distance of a number in two parts from the truth. */
    static double rest(BigDecimal truth, double high, double low) {
        return truth.subtract(new BigDecimal(high))
                .subtract(new BigDecimal(low))
                .abs()
                .doubleValue();
    }

    /** Returns the first bits of 2/π behind the point, as a whole number. */
    static BigInteger inverseOfHalfPi(int bits) {
        return new BigDecimal(BigInteger.ONE.shiftLeft(bits))
                .divide(HALF_PI, PI_DIGITS)
                .toBigInteger();
    }

    /** Returns the largest distance over some arguments. */
    static double largest(DoubleUnaryOperator function, DoubleFunction<BigDecimal> truth, DoubleStream... arguments) {
        return Stream.of(arguments)
                .flatMapToDouble(some -> some)
                .map(x -> ulps(function.applyAsDouble(x), truth.apply(x)))
                .max()
                .orElseThrow();
    }

    /** Returns ln x from a start that is right to 12 digits. */
    private static BigDecimal log(BigDecimal x, double start) {
        BigDecimal y = new BigDecimal(start);
        BigDecimal rest = x.multiply(exp(y.negate()), DIGITS).subtract(ONE);
        return y.add(log1pSmall(rest));
    }

    private static BigDecimal expm1Small(BigDecimal x) {
        BigDecimal sum = ZERO;
        BigDecimal term = ONE;
        for (int i = 1; i < 45; i++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    private static BigDecimal log1pSmall(BigDecimal x) {
        BigDecimal sum = ZERO;
        BigDecimal power = ONE;
        for (int i = 1; i < 8; i++) {
            power = power.multiply(x, DIGITS).negate();
            sum = sum.subtract(power.divide(BigDecimal.valueOf(i), DIGITS), DIGITS);
        }
        return sum;
    }

    private static BigDecimal sineOfTurns(double x, int quarters) {
        BigDecimal exact = new BigDecimal(x);
        BigDecimal turns = exact.divide(HALF_PI, PI_DIGITS).setScale(0, RoundingMode.HALF_EVEN);
        BigDecimal r = exact.subtract(turns.multiply(HALF_PI)).round(DIGITS);
        int quadrant = (turns.toBigInteger().intValue() + quarters) & 3;
        BigDecimal size = series(r, (quadrant & 1) == 0 ? 1 : 0);
        return quadrant < 2 ? size : size.negate();
    }

    /** Returns the series of the sine for a first power of 1, of the cosine for 0. */
    private static BigDecimal series(BigDecimal r, int first) {
        BigDecimal square = r.multiply(r, DIGITS).negate();
        BigDecimal term = first == 1 ? r : ONE;
        BigDecimal sum = term;
        for (int i = first; i < 60; i += 2) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf((i + 1L) * (i + 2)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    /** Returns π/2 by Machin's formula, 8·arctan(1/5) − 2·arctan(1/239). */
    private static BigDecimal halfPi() {
        return arctangentOfInverse(5)
                .multiply(BigDecimal.valueOf(8))
                .subtract(arctangentOfInverse(239).multiply(BigDecimal.valueOf(2)));
    }

    private static BigDecimal arctangentOfInverse(long n) {
        BigDecimal power = ONE.divide(BigDecimal.valueOf(n), PI_DIGITS);
        BigDecimal sum = ZERO;
        for (int i = 1; power.precision() - power.scale() > -PI_DIGITS.getPrecision(); i += 2) {
            BigDecimal term = power.divide(BigDecimal.valueOf(i), PI_DIGITS);
            sum = i % 4 == 1 ? sum.add(term) : sum.subtract(term);
            power = power.divide(BigDecimal.valueOf(n * n), PI_DIGITS);
        }
        return sum;
    }
}
