package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0, -0.0",
        "1, 1.0",
        "-2.5, -2.5",
        "0.001, 0.001",
        "0.000999, 9.99E-4",
        "9999999, 9999999.0",
        "1e7, 1.0E7",
        "12345678, 1.2345678E7",
        "1e23, 1.0E23",
        "2e23, 2.0E23",
        "4.9e-324, 4.9E-324",
        "9.9e-324, 9.9E-324",
        "2e-323, 2.0E-323",
        "2.2250738585072014e-308, 2.2250738585072014E-308",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "2.2250738585072011e-308, 2.225073858507201E-308",
        "1.5806959416852265E17, 1.5806959416852266E17",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void numbersAreWrittenAsJava19WritesThem(double x, String text) {
        assertThat(ShortestDecimal.text(x)).isEqualTo(text);
    }

    @Test
    void aMillionTextsAreThoseOfJava25() {
        assertThat(digest(1_000_000)).isEqualTo("7fcd1c71985408050945305d728afd912d14bdd2777d3432963658acf7caacd9");
    }

    @Test
    @Tag("long")
    void tenMillionTextsAreThoseOfJava25() {
        assertThat(digest(10_000_000)).isEqualTo("324248cabc60e4ad1f7438c8d3b508b68b82e828e815ef5a4fd22ca0b75d3dce");
    }

    /** The sums were made by Double.toString on JDK 25.0.3, whose texts went through the same digest. */
    private static String digest(int count) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            StringBuilder text = new StringBuilder();
            numbers(count).forEach(x -> {
                text.setLength(0);
                ShortestDecimal.append(text, x).append('\n');
                digest.update(text.toString().getBytes(StandardCharsets.US_ASCII));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Of three numbers one has any bits, one is of everyday size and one has two decimals. */
    private static DoubleStream numbers(int count) {
        SplittableRandom random = new SplittableRandom(19);
        return DoubleStream.generate(() -> 0).limit(count / 3).flatMap(zero -> {
            double everyday = random.nextDouble() * 1000;
            return DoubleStream.of(
                    Double.longBitsToDouble(random.nextLong()), everyday, Math.rint(everyday * 100) / 100);
        });
    }

    @Test
    void textsAreReadBackAndNoDecimalWithADigitLessIs() {
        numbers(60_000).filter(Double::isFinite).forEach(x -> {
            String text = ShortestDecimal.text(x);
            assertThat(Double.parseDouble(text)).isEqualTo(x);
            int digits = new BigDecimal(text).stripTrailingZeros().precision();
            if (digits > 2) {
                for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
                    BigDecimal shorter = new BigDecimal(x).round(new MathContext(digits - 1, mode));
                    assertThat(shorter.doubleValue()).isNotEqualTo(x);
                }
            }
        });
    }

    @Test
    void powersOfTwoAndTheirNeighboursAreReadBack() {
        for (int exponent = -1074; exponent < 1024; exponent++) {
            double power = Math.scalb(1.0, exponent);
            for (double x : new double[] {Math.nextDown(power), power, Math.nextUp(power)}) {
                assertThat(Double.parseDouble(ShortestDecimal.text(x))).isEqualTo(x);
            }
        }
    }
}
