package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.audit.AuditResult;
import kelvin.audit.PropensityAudit;
import kelvin.random.Seed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every policy. A policy's test implements this and supplies the policy, and variants at its extremes. */
public interface PolicyContract extends LawContract {
    @Test
    default void probabilitiesAreADistribution() {
        ValueArrays.each(values -> {
            variants().forEach(policy -> {
                double[] p = policy.probabilities(values);
                BigDecimal sum = Arrays.stream(p).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(p).hasSameSizeAs(values);
                assertThat(Arrays.stream(p)).allMatch(x -> x >= 0);
                assertThat(sum.subtract(BigDecimal.ONE).abs().doubleValue()).isLessThanOrEqualTo(p.length * 0x1p-52);
            });
        });
    }

    /** Elsewhere, weights that overflowed were replaced by 0: the best action lost all its probability. */
    @Test
    default void aLargerValueIsNeverLessLikely() {
        ValueArrays.each(values -> {
            int[] order = IntStream.range(0, values.length)
                    .boxed()
                    .sorted((i, j) -> Double.compare(values[i], values[j]))
                    .mapToInt(i -> i)
                    .toArray();
            impartial().forEach(policy -> {
                double[] p = policy.probabilities(values);
                for (int i = 1; i < order.length; i++) {
                    assertThat(p[order[i]]).isGreaterThanOrEqualTo(p[order[i - 1]] * (1 - 0x1p-50));
                }
            });
        });
    }

    @Test
    default void theOrderOfActionsDoesNotMatter() {
        ValueArrays.each(values -> {
            impartial().forEach(policy -> {
                double[] p = policy.probabilities(values);
                double[] turned = policy.probabilities(reversed(values));
                for (int i = 0; i < p.length; i++) {
                    assertThat(turned[p.length - 1 - i]).isCloseTo(p[i], roundings(p[i]));
                }
            });
        });
    }

    /** Elsewhere, the first of several best actions took everything. */
    @Test
    default void equalValuesAreEquallyLikely() {
        ValueArrays.each(values -> {
            impartial().forEach(policy -> {
                double[] p = policy.probabilities(values);
                for (int i = 0; i < p.length; i++) {
                    for (int j = 0; j < i; j++) {
                        if (values[i] == values[j]) {
                            assertThat(p[i]).isEqualTo(p[j]);
                        }
                    }
                }
            });
        });
    }

    /** Elsewhere, closed actions were closed after normalising, so that nothing was left or the rest did not sum to 1. */
    @Test
    default void closedActionsMightAsWellNotBeThere() {
        ValueArrays.each(values -> {
            double[] open = Arrays.stream(values).filter(Double::isFinite).toArray();
            impartial().forEach(policy -> {
                double[] p = policy.probabilities(values);
                double[] alone = policy.probabilities(open);
                int next = 0;
                for (int i = 0; i < p.length; i++) {
                    double expected = Double.isFinite(values[i]) ? alone[next++] : 0;
                    assertThat(p[i]).isCloseTo(expected, roundings(expected));
                }
            });
        });
    }

    /** Elsewhere, closing an action wrote −∞ into the caller's table of values. */
    @Test
    default void valuesAreNeverWritten() {
        ValueArrays.each(values -> {
            double[] before = values.clone();
            variants().forEach(policy -> {
                policy.probabilities(values);
                policy.probabilities(values, new double[values.length]);
                policy.select(values, () -> 1L << 62);
                policy.logProbability(values, values.length - 1);
            });
            assertThat(values).isEqualTo(before);
        });
    }

    // ---- errors

    static Stream<Arguments> mistakes() {
        double nan = Double.NaN;
        double inf = Double.POSITIVE_INFINITY;
        return Stream.of(
                Arguments.of(new double[] {0, nan, 1}, "values[1] = NaN"),
                Arguments.of(new double[] {nan}, "values[0] = NaN"),
                Arguments.of(new double[] {-inf, -inf, nan}, "values[2] = NaN"),
                Arguments.of(new double[] {0, 1, inf}, "values[2] = Infinity"),
                Arguments.of(new double[] {inf, nan}, "values[0] = Infinity"),
                Arguments.of(new double[] {-inf, -inf}, "-Infinity"),
                Arguments.of(new double[] {-inf}, "-Infinity"),
                Arguments.of(new double[0], "empty"));
    }

    /** Elsewhere, such values became a uniform distribution, a division of 0 by 0, or action 0, without a word. */
    @ParameterizedTest
    @MethodSource("kelvin.policy.PolicyContract#mistakes")
    default void badValuesAreRefusedAndNothingIsWritten(double[] values, String named) {
        double[] out = new double[values.length];
        Arrays.fill(out, 7);
        assertRefused(() -> policy().probabilities(values, out), named);
        assertRefused(() -> policy().probabilities(values), named);
        assertRefused(() -> policy().select(values, () -> 0), named);
        assertRefused(() -> policy().logProbability(values, 0), named);
        assertThat(Arrays.stream(out)).allMatch(x -> x == 7);
    }

    @Test
    default void anOutputOfAnotherLengthIsRefusedAndNotWritten() {
        double[] out = {7, 7, 7};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().probabilities(new double[] {1, 2}, out))
                .withMessageContainingAll("out", "3", "2");
        assertThat(out).containsOnly(7);
    }

    private static void assertRefused(ThrowingCallable call, String named) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values")
                .hasMessageContaining(named);
    }

    @Tag("statistical")
    @Test
    default void anAuditFindsNothingToObject() {
        AuditResult verdict = new PropensityAudit(costly() ? 20_000 : 100_000, REJECTED)
                .of(
                        policy(),
                        new double[] {0.3, -0.2, 0.9, 0.0, -0.0},
                        Seed.of(6).generator());
        assertThat(verdict.rejected()).as(verdict.text()).isFalse();
    }

    // ---- logarithms

    @Test
    default void logProbabilityIsTheLogarithm() {
        ValueArrays.each(values -> {
            variants().forEach(policy -> {
                double[] p = policy.probabilities(values);
                for (int i = 0; i < p.length; i += ValueArrays.stride(p)) {
                    double log = policy.logProbability(values, i);
                    if (p[i] >= Double.MIN_NORMAL) {
                        assertThat(log).isCloseTo(StrictMath.log(p[i]), within(1e-15 * (4 - 2 * log)));
                    } else {
                        assertThat(log).isLessThan(-708);
                    }
                    if (values[i] == Double.NEGATIVE_INFINITY) {
                        assertThat(log).isEqualTo(Double.NEGATIVE_INFINITY);
                    }
                }
            });
        });
    }

    @Test
    default void logProbabilityNear0KeepsItsDigits() {
        ValueArrays.each(values -> {
            variants().forEach(policy -> {
                double[] others = policy.probabilities(values);
                for (int i = 0; i < others.length; i++) {
                    if (others[i] > 0.5) {
                        others[i] = 0;
                        double expected =
                                StrictMath.log1p(-Arrays.stream(others).sum());
                        assertThat(policy.logProbability(values, i)).isCloseTo(expected, within(-1e-12 * expected));
                    }
                }
            });
        });
    }

    @Test
    default void allLogarithmsAtOnceAreThoseOfEach() {
        ValueArrays.each(values -> {
            variants().forEach(policy -> {
                double[] out = values.clone();
                policy.logProbabilities(out, out);
                for (int i = 0; i < out.length; i += ValueArrays.stride(out)) {
                    assertThat(out[i]).isEqualTo(policy.logProbability(values, i));
                }
            });
        });
    }

    @Test
    default void aDistributionHoldsBoth() {
        ValueArrays.each(values -> {
            Distribution distribution = policy().distribution(values);
            double[] p = policy().probabilities(values);
            for (int i = 0; i < p.length; i++) {
                assertThat(distribution.probability(i)).isEqualTo(p[i]);
                assertThat(distribution.logProbability(i)).isEqualTo(policy().logProbability(values, i));
            }
            assertThat(distribution.entropy()).isBetween(0.0, StrictMath.log(p.length) + 1e-14);
        });
    }

    @Test
    default void thereIsNoLogarithmOfAnActionThatIsNotThere() {
        assertThatThrownBy(() -> policy().logProbability(new double[] {1, 2}, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    // ---- the policy as a value

    @Test
    default void aPolicyIsItsOwnConstantSchedule() {
        Policy policy = policy();
        assertThat(policy.at(1)).isSameAs(policy);
        assertThat(policy.at(Long.MAX_VALUE)).isSameAs(policy);
    }

    /** Policies of other authors may leave it to experiment files to copy their records. */
    @Test
    default void eachNumberCanBeReplaced() throws ReflectiveOperationException {
        Policy changed = policy();
        Class<?> replacing =
                changed.getClass().getMethod("with", String.class, double.class).getDeclaringClass();
        if (replacing == Policy.class && !changed.getClass().getName().startsWith("kelvin.")) {
            return;
        }
        for (RecordComponent component : policy().getClass().getRecordComponents()) {
            if (component.getType().isPrimitive()) {
                double number = replacement(component.getName());
                changed = changed.with(component.getName(), number);
                assertThat(((Number) component.getAccessor().invoke(changed)).doubleValue())
                        .isEqualTo(number);
            }
        }
    }

    /** Returns values that the parameter of this name can be set to. */
    default double replacement(String parameter) {
        return 0.125;
    }

    @Test
    default void aNumberThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().with("nonsense", 1))
                .withMessageContaining("nonsense");
    }

    private static double[] reversed(double[] values) {
        return IntStream.rangeClosed(1, values.length)
                .mapToDouble(i -> values[values.length - i])
                .toArray();
    }

    /** Two roundings apart, or two subnormal units. */
    private static Offset<Double> roundings(double p) {
        return within(Math.max(p * 0x1p-51, 2 * Double.MIN_VALUE));
    }
}
