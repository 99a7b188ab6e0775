package kelvin.decision.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionKeyTest {
    private static final Seed SEED = Seed.of(11);
    private static final int CELLS = 64;
    private static final int PER_CELL = 512;

    /** The 0.9999 quantile of chi-squared with 63 degrees of freedom is 113.5. */
    private static final double CRITICAL = 113.5;

    private static long reference(Seed seed, String id) {
        BigInteger hash = BigInteger.valueOf(seed.high() + id.length());
        String padded = id + "\0".repeat((4 - id.length() % 4) % 4);
        for (int i = 0; i < padded.length(); i += 4) {
            BigInteger word = BigInteger.ZERO;
            for (char character : padded.substring(i, i + 4).toCharArray()) {
                word = word.shiftLeft(16).or(BigInteger.valueOf(character));
            }
            BigInteger product = BigInteger.valueOf(hash.longValue() ^ word.longValue())
                    .multiply(BigInteger.valueOf(seed.low() | 1));
            hash = BigInteger.valueOf(product.shiftRight(64).longValue() ^ product.longValue());
        }
        return hash.longValue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a\0", "\0\0\0\0", "ab", "abc", "abcd", "visit 17", "Größe", "\uffff\ud83d\ude00", "17"})
    void theHashIsTheOneDocumented(String id) {
        for (Seed seed : List.of(SEED, new Seed(0, 0), new Seed(-1, -1), new Seed(Long.MIN_VALUE, Long.MAX_VALUE))) {
            assertThat(DecisionKey.of(seed, id).hash()).isEqualTo(reference(seed, id));
            String longest = id.repeat(256 / id.length());
            assertThat(DecisionKey.of(seed, longest).hash()).isEqualTo(reference(seed, longest));
        }
    }

    @Test
    void theDrawIsTheStreamOfTheHash() {
        NumberedStreams streams = SEED.streams();
        streams.place(reference(SEED, "visit 17"), 0);
        assertThat(DecisionKey.of(SEED, "visit 17").draw().nextLong()).isEqualTo(streams.nextLong());
    }

    @Test
    void padsAreNoCharacters() {
        List<Long> hashes = new ArrayList<>();
        for (String id : List.of("a", "a\0", "a\0\0", "a\0\0\0", "\0a", "a\0\0\0\0")) {
            hashes.add(DecisionKey.of(SEED, id).hash());
        }
        assertThat(hashes).doesNotHaveDuplicates();
    }

    private static double chiSquared(ToDoubleFunction<String> uniform, String prefix, String suffix) {
        int[] counts = new int[CELLS];
        IntStream.range(0, CELLS * PER_CELL)
                .forEach(i -> counts[(int) (CELLS * uniform.applyAsDouble(prefix + i + suffix))]++);
        return IntStream.of(counts)
                .mapToDouble(count -> (count - PER_CELL) * (double) (count - PER_CELL) / PER_CELL)
                .sum();
    }

    private static double cell(long hash) {
        return (hash & (CELLS - 1)) / (double) CELLS;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/abc"})
    void likeIdsAreDrawnAndPlacedUniformly(String suffix) {
        for (String prefix : List.of("", "visit ", "request ")) {
            assertThat(chiSquared(id -> DecisionKey.of(SEED, id).draw().nextDouble(), prefix, suffix))
                    .isLessThan(CRITICAL);
            assertThat(chiSquared(id -> cell(DecisionKey.of(SEED, id).tag()), prefix, suffix))
                    .isLessThan(CRITICAL);
        }
    }

    @Test
    void aHashThatDropsTheUpperHalfIsNoticed() {
        ToLongFunction<String> lower = id -> (SEED.high() ^ id.hashCode() << 6) * (SEED.low() | 1);
        assertThat(chiSquared(id -> cell(lower.applyAsLong(id)), "visit ", "")).isGreaterThan(CRITICAL);
    }

    @Test
    void neighboursAreIndependent() {
        double[] draws = IntStream.range(0, 20_000)
                .mapToDouble(i -> DecisionKey.of(SEED, "visit " + i).draw().nextDouble() - 0.5)
                .toArray();
        double covariance = IntStream.range(1, draws.length)
                        .mapToDouble(i -> draws[i - 1] * draws[i])
                        .sum()
                / (draws.length - 1);
        assertThat(Math.abs(12 * covariance)).isLessThan(4 / Math.sqrt(draws.length));
        assertThat(new DecisionKey("a", SEED, 1).draw().nextLong())
                .isNotEqualTo(new DecisionKey("a", SEED, 2).draw().nextLong());
    }
}
