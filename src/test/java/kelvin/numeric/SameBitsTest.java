package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests of results: equal on every machine and Java version, interpreted or compiled. */
class SameBitsTest {
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of(
            "exp", Exp::of,
            "expm1", Expm1::of,
            "log", Log::of,
            "log1p", Log1p::of,
            "pow", x -> Pow.of(Math.abs(x), 1.7) + Pow.of(1.0000001, x),
            "sin", Trigonometric::sin,
            "cos", Trigonometric::cos,
            "tanh", Tanh::of,
            "sigmoid", Sigmoid::of,
            "losses", SameBitsTest::losses);

    private static double losses(double x) {
        double[] logits = {x, 1, -0.5 * x};
        double loss = CrossEntropy.of(logits, 2) + LogLoss.of(x, 0.25);
        CrossEntropy.gradient(logits, 2, logits);
        return loss + logits[0] + 3 * logits[1] + LogLoss.derivative(x, 0.75) + LogLoss.curvature(x);
    }

    /** Returns a digest of the bits of a function at moderate numbers and at doubles of any size. */
    private static String digest(String name, int size) {
        DoubleUnaryOperator function = Objects.requireNonNull(FUNCTIONS.get(name));
        UniformRandomProvider random = Seed.of(7).generator();
        long digest = 0;
        for (int i = 0; i < size; i++) {
            long bits = random.nextLong();
            double x = (i & 1) == 0 ? Double.longBitsToDouble(bits) : (bits >> 11) * 0x1p-48;
            digest = 31 * digest + Double.doubleToLongBits(function.applyAsDouble(x));
        }
        return Long.toHexString(digest);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    exp, 17b69a928715e0c2
                    expm1, f40401cea51852ad
                    log, 5daffd42f69b8e92
                    log1p, 79d45b5c61ecbb5d
                    pow, 4e4ca7f88a8ef410
                    sin, aef4d3e8da1b71
                    cos, ecded36831984d7a
                    tanh, cd91fa291ab43df
                    sigmoid, 1e541e006cf7e2d4
                    losses, f16eb57be13beda2
                    """)
    void ofTenThousandNumbers(String name, String digest) {
        assertThat(digest(name, 10_000)).isEqualTo(digest);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource(textBlock = """
                    exp, 8bb766c4e9b3ba47
                    expm1, 1e39eef6391ae337
                    log, fa74d74e3ef9088
                    log1p, 8803ffd05bc4544d
                    pow, 3c98348d3a667545
                    sin, 8be5238a229c45e2
                    cos, efb1977bd939a86f
                    tanh, ae6104f2ee7cae66
                    sigmoid, 8d46fe8b4d5c1e24
                    losses, bc7b9e1e30d13016
                    """)
    void ofFiveMillionNumbers(String name, String digest) {
        assertThat(digest(name, 5_000_000)).isEqualTo(digest);
    }
}
