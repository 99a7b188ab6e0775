package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Optional;
import kelvin.contract.Guarantee;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.numeric.KlDivergence;

/**
 * One-parameter families of reward distributions, indexed by their mean, with their Kullback–Leibler divergences and
 * confidence bounds.
 *
 * <table>
 *   <caption>The divergence kl(p, q) of a member of mean q from one of mean p</caption>
 *   <tr><th scope="col">family</th><th scope="col">kl(p, q)</th><th scope="col">dispersion φ</th></tr>
 *   <tr><td>Bernoulli</td><td>p·ln(p/q) + (1 − p)·ln((1 − p)/(1 − q))</td><td>1</td></tr>
 *   <tr><td>Gaussian</td><td>(q − p)²/2</td><td>the variance</td></tr>
 *   <tr><td>Poisson</td><td>q − p + p·ln(p/q)</td><td>1</td></tr>
 *   <tr><td>exponential</td><td>p/q − 1 − ln(p/q)</td><td>1; for gamma rewards, 1/shape</td></tr>
 * </table>
 *
 * <p>Divergences are divided by the dispersion; one above the family's own makes a learner more careful.
 */
@Stability(STABLE)
public enum RewardFamily {
    /** Rewards in [0, 1]: right for 0 or 1, careful for those between. */
    BERNOULLI(Rewards.UNIT_INTERVAL) {
        @Override
        public double divergence(double p, double q) {
            return KlDivergence.poisson(p, q, q - p) + KlDivergence.poisson(1 - p, 1 - q, p - q);
        }

        @Override
        public double slope(double p, double q) {
            return (q - p) / (q * (1 - q));
        }

        @Override
        public double bound(double mean, double level) {
            return mean < 1 ? KlDivergence.bernoulliBound(mean, level) : 1;
        }
    },

    /** Normal rewards of a known variance. */
    GAUSSIAN(Rewards.REAL) {
        @Override
        public double divergence(double p, double q) {
            return (q - p) * (q - p) / 2;
        }

        @Override
        public double slope(double p, double q) {
            return q - p;
        }

        @Override
        public double bound(double mean, double level) {
            return mean + Math.sqrt(2 * level);
        }
    },

    /** Counts; other rewards of at least 0 are taken as they are. */
    POISSON(Rewards.NON_NEGATIVE) {
        @Override
        public double divergence(double p, double q) {
            return KlDivergence.poisson(p, q, q - p);
        }

        @Override
        public double slope(double p, double q) {
            return (q - p) / q;
        }

        @Override
        public double bound(double mean, double level) {
            return KlDivergence.poissonBound(mean, level);
        }
    },

    /** Exponential rewards, or gamma rewards of a known shape. A mean of 0 is taken for certain. */
    EXPONENTIAL(Rewards.NON_NEGATIVE) {
        @Override
        public double divergence(double p, double q) {
            return KlDivergence.exponential(p, q);
        }

        @Override
        public double slope(double p, double q) {
            return (q - p) / q / q;
        }

        @Override
        public double bound(double mean, double level) {
            return KlDivergence.exponentialBound(mean, level);
        }
    };

    private final Rewards rewards;

    RewardFamily(Rewards rewards) {
        this.rewards = rewards;
    }

    /** Returns the kind of rewards of this family. */
    public Rewards rewards() {
        return rewards;
    }

    /** Returns the rewards for which bounds by this family are proven, where {@link #rewards} does not say so. */
    public Optional<Guarantee> guarantee(double dispersion) {
        return this == GAUSSIAN ? Optional.of(Guarantee.bound(Math.sqrt(dispersion))) : Optional.empty();
    }

    /**
     * Returns kl(p, q), to a relative error of about 10⁻¹⁵; +∞ where a member of mean q cannot pay what one of mean p
     * does.
     */
    public abstract double divergence(double p, double q);

    /** Returns the derivative of kl(p, q) by q; above 0 where q is above p. */
    public abstract double slope(double p, double q);

    /** Returns the largest q with kl(mean, q) ≤ level, for a level above 0. */
    abstract double bound(double mean, double level);

    /** Returns the largest q with count·kl(mean, q) ≤ level·dispersion; the mean itself for a level of 0 or less. */
    public double upper(double mean, long count, double level, double dispersion) {
        return level > 0 ? bound(mean, level * dispersion / count) : mean;
    }
}
