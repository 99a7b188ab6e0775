package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws Poisson and binomial variates, with the same bits on every machine. Not thread-safe.
 *
 * <p>Poisson variates of a mean below 10 by search along the distribution function, of larger ones by transformed rejection (Hörmann 1993),
 * where logarithms decide on acceptance only. Binomial variates by splitting the trials at an order statistic (Devroye 1986, X.4.2): a beta
 * variate tells on which side of p it lies. Cost: O(1) for Poisson, O(log n) beta variates for binomial.
 */
@Stability(MAY_CHANGE)
public final class CountSampler {
    /** The smallest mean of transformed rejection. */
    private static final double MIN_FOR_REJECTION = 10;
    /** The number of trials that are made one by one. */
    private static final int MAX_SINGLE_TRIALS = 20;

    private static final double HALF_LOG_TWO_PI = 0x1.d67f1c864beb5p-1;

    private final UniformRandomProvider random;
    private final GammaSampler gammas;

    /**
     * Creates a sampler.
     *
     * @param random the source of all variates
     */
    public CountSampler(UniformRandomProvider random) {
        this.random = random;
        this.gammas = new GammaSampler(random);
    }

    /**
     * Draws a Poisson variate.
     *
     * @param mean &gt; 0, at most 10¹⁵
     * @return a whole number, ≥ 0
     */
    public double poisson(double mean) {
        return mean < MIN_FOR_REJECTION ? search(mean) : rejection(mean);
    }

    /**
     * Draws a binomial variate.
     *
     * @param trials n, ≥ 0
     * @param p the probability of success in each trial, in [0, 1]
     * @return a whole number, in [0, n]
     */
    public int binomial(int trials, double p) {
        int successes = 0;
        int left = trials;
        double chance = p;
        while (left > MAX_SINGLE_TRIALS && chance > 0 && chance < 1) {
            int rank = left / 2 + 1;
            double middle = gammas.beta(rank, left + 1 - rank);
            if (middle <= chance) {
                successes += rank;
                left -= rank;
                chance = (chance - middle) / (1 - middle);
            } else {
                left = rank - 1;
                chance /= middle;
            }
        }
        for (int i = 0; i < left; i++) {
            successes += random.nextDouble() < chance ? 1 : 0;
        }
        return successes;
    }

    private double search(double mean) {
        double left = random.nextDouble();
        double p = Exp.of(-mean);
        int k = 0;
        while (left >= p && p > 0) {
            left -= p;
            k++;
            p *= mean / k;
        }
        return k;
    }

    private double rejection(double mean) {
        double width = 0.931 + 2.53 * Math.sqrt(mean);
        double height = -0.059 + 0.02483 * width;
        double inverse = 1.1239 + 1.1328 / (width - 3.4);
        double sure = 0.9277 - 3.6224 / (width - 2);
        double logMean = Log.of(mean);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = 1 - random.nextDouble();
            double edge = 0.5 - Math.abs(u);
            double k = Math.floor((2 * height / edge + width) * u + mean + 0.43);
            if (edge >= 0.07 && v <= sure) {
                return k;
            }
            if (k >= 0
                    && (edge >= 0.013 || v <= edge)
                    && Log.of(v * inverse / (height / (edge * edge) + width)) <= k * logMean - mean - logFactorial(k)) {
                return k;
            }
        }
    }

    /** Returns ln k!, by Stirling's series from 10 on. */
    private static double logFactorial(double k) {
        double product = 1;
        double n = k + 1;
        while (n < 10) {
            product *= n;
            n++;
        }
        double square = 1 / (n * n);
        return (n - 0.5) * Log.of(n)
                - n
                + HALF_LOG_TWO_PI
                + (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680)))) / n
                - Log.of(product);
    }
}
