package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kelvin.policy.temperature.ExpectedLoss;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;

/** The part of {@link PolicyContract} that relates one decision to another: shifted, scaled, or another row of a batch. */
interface LawContract extends SelectionContract {
    /** Returns true if only differences of values matter: false where they are compared with a threshold. */
    default boolean onlyDifferencesMatter() {
        return true;
    }

    /** Bit for bit, since values and shift are such that their sums are exact. */
    @Test
    default void aConstantAddedToAllValuesChangesNothing() {
        if (onlyDifferencesMatter()) {
            LongStream.rangeClosed(1, 20).forEach(this::assertNotShifted);
        }
    }

    private void assertNotShifted(long seed) {
        UniformRandomProvider random = Seed.of(seed).generator();
        double[] values = IntStream.range(0, random.nextInt(1, 12))
                .mapToDouble(
                        i -> i > 0 && random.nextInt(6) == 0 ? Double.NEGATIVE_INFINITY : random.nextInt(2000) / 256.0)
                .toArray();
        double[] shifted = Arrays.stream(values).map(q -> q - 1024).toArray();
        variants()
                .forEach(policy -> assertThat(policy.probabilities(shifted))
                        .as("%s, seed %s", policy, seed)
                        .isEqualTo(policy.probabilities(values)));
    }

    /** They are one value, though sorting and searching by {@link Double#compare} sets them apart. */
    @Test
    default void theSignOfAZeroDoesNotMatter() {
        ValueArrays.each(values -> {
            double[] others = ValueArrays.withOtherZeros(values);
            variants().forEach(policy -> {
                assertThat(policy.probabilities(others)).as("%s", policy).isEqualTo(policy.probabilities(values));
                for (int seed = 0; seed < 3; seed++) {
                    assertThat(policy.select(others, Seed.of(seed).generator()))
                            .isEqualTo(policy.select(values, Seed.of(seed).generator()));
                }
            });
        });
    }

    @Test
    default void outMayBeTheValues() {
        ValueArrays.each(values -> {
            variants().forEach(policy -> {
                double[] both = values.clone();
                policy.probabilities(both, both);
                assertThat(both).isEqualTo(policy.probabilities(values));
            });
        });
    }

    /**
     * Bit for bit, for powers of two, wherever scaled values, numbers and differences are doubles. Elsewhere, values were first scaled
     * to [0, 1], so that the gap between them did not count.
     */
    @Test
    default void valuesAndUnitsScaleTogether() {
        ValueArrays.all().forEach(array -> {
            assertScales(array.getName(), array.getPayload(), 0x1p-3);
            assertScales(array.getName(), array.getPayload(), 0x1p3);
        });
    }

    private void assertScales(String name, double[] values, double factor) {
        double[] scaled = Arrays.stream(values).map(q -> q * factor).toArray();
        boolean exact = IntStream.range(0, values.length).allMatch(i -> scaled[i] / factor == values[i]);
        if (exact && rangeFits(values)) {
            variants()
                    .forEach(policy -> scaled(policy, "", policy, factor)
                            .ifPresent(other -> assertThat(other.probabilities(scaled))
                                    .as("%s, times %s, %s", policy, factor, name)
                                    .isEqualTo(policy.probabilities(values))));
        }
    }

    /** Where it does not, differences are rounded in another way once they fit. */
    private static boolean rangeFits(double[] values) {
        return Double.isFinite(Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).filter(Double::isFinite).min().orElseThrow());
    }

    /** The policy with all numbers in reward units multiplied, its components' included; nothing if one is no double then. */
    private static Optional<Policy> scaled(Policy whole, String path, Object part, double factor) {
        Optional<Policy> scaled = Optional.of(whole);
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            Object value = value(component, part);
            String name = path + component.getName();
            double by = unit(component.getName(), part, factor);
            if (value instanceof Policy inner) {
                scaled = scaled.flatMap(policy -> scaled(policy, name + ".", inner, factor));
            } else if (by != 1 && value instanceof Double number) {
                boolean exact = number * by / by == number && Double.isFinite(number * by);
                scaled = exact ? scaled.map(policy -> policy.with(name, number * by)) : Optional.empty();
            }
        }
        return scaled;
    }

    private static double unit(String name, Object part, double factor) {
        return switch (name) {
            case "temperature", "threshold", "budget" -> factor;
            case "omega", "sharpness" -> 1 / factor;
            case "target" -> part instanceof ExpectedLoss ? factor : 1;
            default -> 1;
        };
    }

    private static Object value(RecordComponent component, Object part) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Elsewhere, a batch was summed over all of its rows at once. */
    @Test
    default void aBatchIsRowByRow() {
        double[][] rows = ValueArrays.all().limit(40).map(Named::getPayload).toArray(double[][]::new);
        double[][] both = Stream.of(rows).map(double[]::clone).toArray(double[][]::new);
        policy().probabilities(both, both);
        for (int row = 0; row < rows.length; row++) {
            assertThat(both[row]).as("row %s", row).isEqualTo(policy().probabilities(rows[row]));
        }
    }

    @Test
    default void theRowThatIsWrongIsNamed() {
        double[][] rows = {{0, 1}, {0, Double.NaN}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().probabilities(rows, new double[2][2]))
                .withMessageContaining("row 1: values[1] = NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().probabilities(rows, new double[3][2]))
                .withMessageContaining("out.length = 3, must be values.length = 2");
    }
}
