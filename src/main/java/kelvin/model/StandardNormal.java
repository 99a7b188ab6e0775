package kelvin.model;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/** Draws standard normal variates from whichever generator is given; allocates only when that is another one than last time. */
final class StandardNormal {
    private @Nullable UniformRandomProvider source;
    private ZigguratSampler.@Nullable NormalizedGaussian sampler;

    /** Draws one. */
    double sample(UniformRandomProvider random) {
        if (sampler == null || random != source) {
            source = random;
            sampler = ZigguratSampler.NormalizedGaussian.of(random);
        }
        return sampler.sample();
    }
}
