package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Draws standard normal variates between two bounds by rejection (Robert 1995), with the same bits on every machine. Not thread-safe.
 *
 * <p>Proposes normal variates where the bounds are far apart around 0, uniform ones where they are close, and in a tail exponential
 * ones from its near end; exponentials decide on acceptance only. Cost: at most some three proposals per variate on average.
 */
@Stability(MAY_CHANGE)
public final class TruncatedNormalSampler {
    /** The distance of bounds around 0, and of bounds in a tail times its rate, from which on uniform proposals are rare. */
    private static final double FAR = 2.5;

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;
    private final ZigguratSampler exponential;
    private final double low;
    private final double high;
    private final boolean mirrored;

    /**
     * Creates a sampler.
     *
     * @param random the source of all variates
     * @param low the lower bound, finite
     * @param high the upper bound, finite and above low
     */
    public TruncatedNormalSampler(UniformRandomProvider random, double low, double high) {
        this.random = random;
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
        this.exponential = ZigguratSampler.Exponential.of(random);
        this.mirrored = high < 0;
        this.low = mirrored ? -high : low;
        this.high = mirrored ? -low : high;
    }

    /**
     * Draws a variate.
     *
     * @return a number in [low, high]
     */
    public double sample() {
        double x = low > 0 ? tail() : high - low > FAR ? wide() : uniform(0);
        return mirrored ? -x : x;
    }

    private double wide() {
        double x;
        do {
            x = normal.sample();
        } while (x < low || x > high);
        return x;
    }

    private double uniform(double nearest) {
        double x;
        do {
            x = low + (high - low) * random.nextDouble();
        } while (random.nextDouble() > Exp.of((nearest - x) * (nearest + x) / 2));
        return x;
    }

    private double tail() {
        double rate = low < 1e8 ? (low + Math.sqrt(low * low + 4)) / 2 : low;
        if ((high - low) * rate < FAR) {
            return uniform(low);
        }
        double x;
        double off;
        do {
            x = low + exponential.sample() / rate;
            off = x - rate;
        } while (x > high || random.nextDouble() > Exp.of(-off * off / 2));
        return x;
    }
}
