package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Gaussian arms whose means are drawn anew for every repetition; with standard deviations of 1, the 10-armed testbed.
 *
 * <pre>
 *   μ[a] ~ N(meanMean, meanStdDev²),   r ~ N(μ[a], rewardStdDev²)
 * </pre>
 *
 * @param arms the number of arms, at least 1
 * @param meanMean the mean of the means, in reward units; finite
 * @param meanStdDev the standard deviation of the means; finite and ≥ 0
 * @param rewardStdDev the standard deviation of the rewards; finite and ≥ 0
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), section 2.3</a>
 */
@Summary("Gaussian arms, their means drawn anew for every repetition")
@Stability(MAY_CHANGE)
public record GaussianTestbed(int arms, @Default("0") double meanMean, double meanStdDev, double rewardStdDev)
        implements Testbed {
    public GaussianTestbed {
        Require.atLeast("arms", 1, arms);
        Require.finite("meanMean", meanMean);
        Require.notNegative("meanStdDev", meanStdDev);
        Require.notNegative("rewardStdDev", rewardStdDev);
    }

    @Override
    public int size() {
        return arms;
    }

    @Override
    public boolean meansVary() {
        return true;
    }

    @Override
    public Rewards rewards() {
        return Rewards.REAL;
    }

    @Override
    public double subGaussianScale() {
        return rewardStdDev;
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        ZigguratSampler.NormalizedGaussian prior =
                ZigguratSampler.NormalizedGaussian.of(seed.child("means").generator());
        double[] means = new double[arms];
        for (int i = 0; i < arms; i++) {
            means[i] = meanMean + meanStdDev * prior.sample();
        }
        NumberedStreams streams = seed.child("rewards").streams();
        ZigguratSampler.NormalizedGaussian noise = ZigguratSampler.NormalizedGaussian.of(streams);
        return new StreamBandit(means, streams, arm -> means[arm] + rewardStdDev * noise.sample());
    }
}
