package kelvin.policy;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Named;

/**
 * Arrays of action values of all scales, with ties, closed actions and zeros of either sign, and the nasty ones by hand. How many are
 * drawn is the property {@code value.arrays}: a few, unless the build asks for two hundred.
 */
public final class ValueArrays {
    private static final double CLOSED = Double.NEGATIVE_INFINITY;
    private static final long SEEDS = Long.getLong("value.arrays", 5);

    private ValueArrays() {}

    static Stream<Named<double[]>> all() {
        return Stream.concat(LongStream.range(0, SEEDS).mapToObj(ValueArrays::seeded), nasty());
    }

    /** Holds every array to a promise; where it is broken, the message names the array. */
    public static void each(Consumer<double[]> promise) {
        each(Integer.MAX_VALUE, promise);
    }

    /** Those of at most so many actions. */
    public static void each(int most, Consumer<double[]> promise) {
        all().filter(array -> array.getPayload().length <= most).forEach(array -> {
            try {
                promise.accept(array.getPayload());
            } catch (AssertionError e) {
                throw new AssertionError(array.getName() + ": " + e.getMessage(), e);
            }
        });
    }

    /** A step through all actions of few, or some twenty of many, where each takes a pass over all. */
    static int stride(double[] actions) {
        return 1 + actions.length / 20;
    }

    /** The same values, each zero with the other sign. */
    public static double[] withOtherZeros(double[] values) {
        return Arrays.stream(values).map(value -> value == 0 ? -value : value).toArray();
    }

    private static Named<double[]> seeded(long seed) {
        UniformRandomProvider random = Seed.of(seed).generator();
        boolean oneScale = random.nextInt(3) > 0;
        double scale = scale(random);
        double[] values = new double[random.nextInt(1, 21)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (oneScale ? scale : scale(random)) * random.nextDouble(-1, 1);
            if (i > 0 && random.nextInt(5) == 0) {
                values[i] = values[random.nextInt(i)];
            }
            if (i > 0 && random.nextInt(7) == 0) {
                values[i] = CLOSED;
            }
        }
        for (int i = 0; seed % 4 == 0 && i < values.length; i++) {
            values[i] = random.nextInt(3) == 0 ? random.nextInt(2) == 0 ? 0.0 : -0.0 : values[i];
        }
        return Named.of("seed " + seed + ": " + Arrays.toString(values), values);
    }

    private static double scale(UniformRandomProvider random) {
        return Math.pow(10, random.nextInt(-300, 301));
    }

    private static Stream<Named<double[]>> nasty() {
        return Stream.of(
                Named.of("one action", new double[] {-3}),
                Named.of("one action at the top", new double[] {Double.MAX_VALUE}),
                Named.of("one action at the bottom", new double[] {-Double.MAX_VALUE}),
                Named.of("all equal", new double[] {0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3}),
                Named.of("both zeros", new double[] {0.0, -0.0, -0.0, 0.0}),
                Named.of("zero and its negative", new double[] {0.0, -0.0}),
                Named.of("zeros amid others", new double[] {-0.0, 1, 0.0, CLOSED, -1, -0.0, 0.0}),
                Named.of("no difference fits a double", new double[] {1e308, -1e308, 0, Double.MAX_VALUE}),
                Named.of("all negative", new double[] {-1, -2, -3}),
                Named.of("far below zero", new double[] {-1e9, -1e9 - 1, -2e9}),
                Named.of("subnormal", new double[] {Double.MIN_VALUE, -Double.MIN_VALUE, 0, 3 * Double.MIN_VALUE}),
                Named.of("one unit in the last place", new double[] {1, Math.nextUp(1.0), Math.nextDown(1.0)}),
                Named.of("hardly any weight, first", new double[] {-745, 0, 0}),
                Named.of("hardly any weight, last", new double[] {0, 0, 0.1, 0.2, -744.5}),
                Named.of("one open among closed", new double[] {CLOSED, CLOSED, 2, CLOSED}),
                Named.of("closed at both ends", new double[] {CLOSED, 1, CLOSED, 2, CLOSED}),
                Named.of(
                        "a hundred",
                        IntStream.range(0, 100).mapToDouble(Math::sin).toArray()));
    }
}
