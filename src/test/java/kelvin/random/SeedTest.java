package kelvin.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {
    @Test
    void theSamePathGivesTheSameStreamInAnyOrder() {
        Seed root = Seed.of(1);
        long[] forwards = LongStream.range(0, 100)
                .map(r -> first(root.child(r).child("a")))
                .toArray();
        long[] backwards = LongStream.range(0, 100)
                .map(r -> first(Seed.of(1).child(99 - r).child("a")))
                .toArray();
        assertThat(LongStream.range(0, 100).map(r -> backwards[(int) (99 - r)])).containsExactly(box(forwards));
    }

    @Test
    void theSameStreamRunsTheSameWay() {
        UniformRandomProvider one = Seed.of(5).child("x").generator();
        UniformRandomProvider other = Seed.of(5).child("x").generator();
        for (int i = 0; i < 1000; i++) {
            assertThat(one.nextLong()).isEqualTo(other.nextLong());
        }
    }

    @Test
    void threadsDoNotMatter() {
        Seed root = Seed.of(2);
        long[] alone =
                LongStream.range(0, 10_000).map(r -> first(root.child(r))).toArray();
        long[] together = LongStream.range(0, 10_000)
                .parallel()
                .map(r -> first(root.child(r)))
                .toArray();
        assertThat(together).isEqualTo(alone);
    }

    /** Seeds drawn at random from a few hundred thousand, as published simulators do, repeat within a thousand runs. */
    @Test
    void aQuarterOfAMillionPathsShareNoStream() {
        Set<Seed> nodes = new HashSet<>(1 << 19);
        paths().forEach(nodes::add);
        assertThat(nodes).hasSize(250_000);
        assertThat(nodes.stream().mapToLong(SeedTest::first).distinct().count()).isEqualTo(250_000);
        assertThat(nodes.stream()
                        .mapToLong(node -> node.streams().nextLong())
                        .distinct()
                        .count())
                .isEqualTo(250_000);
    }

    /** 10 roots × 50 repetitions × 10 labels × 50 numbers. */
    private static Stream<Seed> paths() {
        return LongStream.range(0, 10)
                .mapToObj(Seed::of)
                .flatMap(root -> LongStream.range(0, 50).mapToObj(root::child))
                .flatMap(run -> LongStream.range(0, 10).mapToObj(i -> run.child("learner " + i)))
                .flatMap(label -> LongStream.range(0, 50).mapToObj(label::child));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "1, 0, 28", "1, 0, 60", "0, 1, 0", "0, 1, 60", "1, -42, 0", "1, -42, 60", "1, 1, 30"})
    void neighboursAreIndependent(long seedStep, long childStep, int shift) {
        LongUnaryOperator one = i -> first(Seed.of(i).child(42));
        LongUnaryOperator other = i -> first(Seed.of(i + seedStep).child(42 + childStep));
        assertThat(JointBits.pValue(one, other, shift)).isGreaterThan(JointBits.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 28, 60})
    void aNodeItsChildAndItsNumberedStreamsAreIndependent(int shift) {
        LongUnaryOperator node = i -> first(Seed.of(i));
        assertThat(JointBits.pValue(node, i -> first(Seed.of(i).child(0)), shift))
                .isGreaterThan(JointBits.REJECTED);
        assertThat(JointBits.pValue(node, i -> Seed.of(i).streams().nextLong(), shift))
                .isGreaterThan(JointBits.REJECTED);
    }

    /** The twin. A published simulator seeds repetition r of experiment s with r + 42·s: neighbours share all but 42 runs. */
    @ParameterizedTest
    @ValueSource(ints = {0, 28, 60})
    void addingSeedAndRepetitionWouldBeRejected(int shift) {
        LongUnaryOperator one = i -> new SplitMix64(42 * i + 42).nextLong();
        LongUnaryOperator other = i -> new SplitMix64(42 * (i + 1)).nextLong();
        assertThat(JointBits.pValue(one, other, shift)).isLessThan(JointBits.REJECTED);
    }

    @Test
    void numbersAndNamesAreDifferentLabels() {
        assertThat(Seed.of(1).child(3)).isNotEqualTo(Seed.of(1).child("3"));
        assertThat(Seed.of(1).child(0)).isNotEqualTo(Seed.of(1).child(""));
    }

    @Test
    void similarNamesAreDifferentLabels() {
        Seed root = Seed.of(1);
        Stream<Seed> seeds = Stream.of(
                root,
                root.child(""),
                root.child("\0"),
                root.child("a"),
                root.child("a\0"),
                root.child("\0a"),
                root.child("abcd"),
                root.child("abcde"),
                root.child("abcd").child("e"),
                root.child("e").child("abcd"),
                root.child("ε-greedy 0.1"),
                root.child("ε-greedy 0.10"));
        assertThat(seeds).doesNotHaveDuplicates();
    }

    @Test
    void extremeNumbersAreGoodRoots() {
        Seed[] roots = Stream.of(0L, -1L, 1L, Long.MIN_VALUE, Long.MAX_VALUE)
                .map(Seed::of)
                .toArray(Seed[]::new);
        assertThat(Arrays.stream(roots).mapToLong(SeedTest::first).distinct().count())
                .isEqualTo(roots.length);
    }

    private static long first(Seed seed) {
        return seed.generator().nextLong();
    }

    private static Long[] box(long[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Long[]::new);
    }
}
