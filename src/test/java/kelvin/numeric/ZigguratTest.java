package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

/** Counts how seldom the library's samplers can ask Java for an exponential, whose last bit may differ between machines. */
class ZigguratTest {
    private static final int DRAWS = 1_000_000;

    /** Counts the numbers taken from it. */
    private static final class Counting implements UniformRandomProvider {
        private final UniformRandomProvider random = Seed.of(1).generator();
        private int count;

        @Override
        public long nextLong() {
            count++;
            return random.nextLong();
        }
    }

    /** Returns the share of draws that took more than one number: no other leaves the fast path, a table and a product. */
    private static double slow(Function<UniformRandomProvider, ContinuousSampler> kind) {
        Counting random = new Counting();
        ContinuousSampler sampler = kind.apply(random);
        int slow = 0;
        for (int i = 0; i < DRAWS; i++) {
            random.count = 0;
            sampler.sample();
            slow += random.count > 1 ? 1 : 0;
        }
        return slow / (double) DRAWS;
    }

    @Test
    void oneNormalDrawIn87LeavesTheFastPath() {
        assertThat(1 / slow(ZigguratSampler.NormalizedGaussian::of)).isBetween(84.0, 90.0);
    }

    @Test
    void oneExponentialDrawIn63LeavesTheFastPath() {
        assertThat(1 / slow(ZigguratSampler.Exponential::of)).isBetween(60.0, 66.0);
    }
}
