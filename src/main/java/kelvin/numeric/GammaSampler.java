package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Draws from gamma, beta and normal distributions of any shape, without an object per shape.
 *
 * <p>Marsaglia and Tsang (2000), A simple method for generating gamma variables: d·v with v = (1 + x/√(9d))³, d = shape − ⅓ and x
 * normal, accepted with probability exp(x²/2 + d − d·v + d·ln v). A shape below 1 is one more, times a uniform number to the power
 * 1/shape.
 *
 * <p>Variates have the same bits on every machine but for this: one normal draw in 87 leaves the fast path of the library's ziggurat, where
 * {@code Math.exp} decides on acceptance; another last bit there turns it with a probability of some 2⁻⁵².
 */
@Stability(MAY_CHANGE)
public final class GammaSampler {
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;

    /**
     * Creates a sampler.
     *
     * @param random the source of all variates
     */
    public GammaSampler(UniformRandomProvider random) {
        this.random = random;
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /**
     * Draws a standard normal variate.
     *
     * @return a number of mean 0 and standard deviation 1
     */
    public double normal() {
        return normal.sample();
    }

    /**
     * Draws a gamma variate of scale 1.
     *
     * @param shape &gt; 0
     * @return a number of mean {@code shape}; 0 where a small shape makes it smaller than any double
     */
    public double gamma(double shape) {
        return shape >= 1 ? large(shape) : Exp.of(logGamma(shape));
    }

    /**
     * Draws a beta variate X/(X + Y) from two gammas, on logarithms where a shape below 1 could make both vanish.
     *
     * @param a the first parameter, &gt; 0
     * @param b the second parameter, &gt; 0
     * @return a number in [0, 1], of mean a/(a + b)
     */
    public double beta(double a, double b) {
        if (a >= 1 && b >= 1) {
            double x = large(a);
            return x / (x + large(b));
        }
        return 1 / (1 + Exp.of(logGamma(b) - logGamma(a)));
    }

    private double logGamma(double shape) {
        return shape >= 1 ? Log.of(large(shape)) : Log.of(large(shape + 1)) + Log.of(1 - random.nextDouble()) / shape;
    }

    private double large(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal.sample();
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                double u = 1 - random.nextDouble();
                double square = x * x;
                if (u < 1 - 0.0331 * square * square || Log.of(u) < square / 2 + d * (1 - v + Log.of(v))) {
                    return d * v;
                }
            }
        }
    }
}
