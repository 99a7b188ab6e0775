package kelvin.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MixingTest {
    static Stream<LongUnaryOperator> mixers() {
        return Stream.of(Mixing::mix, Mixing::otherMix);
    }

    @Test
    void mixIsTheFinaliserOfSplitMix64() {
        SplitMix64 reference = new SplitMix64(42L);
        for (int i = 1; i <= 100; i++) {
            assertThat(Mixing.mix(42 + i * Mixing.GOLDEN)).isEqualTo(reference.nextLong());
        }
    }

    /** The values of fmix64 in Appleby's MurmurHash3 at 1 and 2. */
    @Test
    void otherMixIsTheFinaliserOfMurmurHash3() {
        assertThat(Mixing.otherMix(1)).isEqualTo(0xb456bcfc34c2cb2cL);
        assertThat(Mixing.otherMix(2)).isEqualTo(0x3abf2a20650683e7L);
    }

    @ParameterizedTest
    @MethodSource("mixers")
    void anyChangedBitFlipsHalfTheOutput(LongUnaryOperator mixer) {
        for (int bit = 0; bit < 64; bit++) {
            assertThat(meanFlips(mixer, 1L << bit)).as("bit %d", bit).isCloseTo(32, within(0.5));
        }
    }

    @Test
    void aMultiplicationAloneWouldNotPass() {
        assertThat(meanFlips(z -> z * Mixing.GOLDEN, 1L << 63)).isEqualTo(1);
    }

    /** The standard error of the mean of 4000 binomials(64, ½) is 0.063. */
    private static double meanFlips(LongUnaryOperator mixer, long change) {
        return LongStream.range(0, 4000)
                .map(i -> i * Mixing.GOLDEN)
                .mapToInt(z -> Long.bitCount(mixer.applyAsLong(z) ^ mixer.applyAsLong(z ^ change)))
                .average()
                .orElseThrow();
    }
}
