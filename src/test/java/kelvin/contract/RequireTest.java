package kelvin.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code NaN} appears in every list of refusals: checks of the form "x < 0 is wrong" have let it through elsewhere. */
class RequireTest {
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -0.0, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void positiveRefuses(double x) {
        assertRefused(() -> Require.positive("τ", x), "τ = " + x + ", must be finite and > 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void notNegativeRefuses(double x) {
        assertRefused(() -> Require.notNegative("c", x), "c = " + x + ", must be finite and >= 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void finiteRefuses(double x) {
        assertRefused(() -> Require.finite("θ", x), "θ = " + x + ", must be finite");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -Double.MIN_VALUE, 1.0000000000000002, Double.POSITIVE_INFINITY})
    void probabilityRefuses(double x) {
        assertRefused(() -> Require.probability("ε", x), "ε = " + x + ", must be in [0, 1]");
    }

    @Test
    void atLeastRefusesLess() {
        assertRefused(() -> Require.atLeast("arms", 1, 0), "arms = 0, must be >= 1");
    }

    @Test
    void thatRefusesWhatDoesNotHold() {
        assertRefused(() -> Require.that(false, "n", 3, "even"), "n = 3, must be even");
    }

    @Test
    void theEdgesOfEveryRangeAreAllowed() {
        assertThatCode(() -> {
                    Require.positive("x", Double.MIN_VALUE);
                    Require.positive("x", Double.MAX_VALUE);
                    Require.notNegative("x", 0);
                    Require.finite("x", -Double.MAX_VALUE);
                    Require.probability("x", 0);
                    Require.probability("x", 1);
                    Require.atLeast("x", 1, 1);
                    Require.that(true, "x", 4, "even");
                })
                .doesNotThrowAnyException();
    }

    private static void assertRefused(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(InvalidValue.class).hasMessage(message);
    }
}
