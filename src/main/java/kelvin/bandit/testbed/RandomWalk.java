package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.MovableArm;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Means that start equal and then wander, each on its own; where the kind of arm has a range, they are reflected at
 * its ends.
 *
 * <pre>
 *   μ[a](1) = μ of start,   μ[a](t + 1) = μ[a](t) + N(0, stepStdDev²), reflected
 * </pre>
 *
 * <p>The walk depends on the step alone, so every learner meets the same; regret is against the best arm of each
 * step. Cost per step: one normal number per arm.
 *
 * @param arms the number of arms, at least 1
 * @param start what every arm is at step 1
 * @param stepStdDev the standard deviation of one step, in reward units; finite and ≥ 0
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), exercise 2.5</a>
 * @see "Slivkins and Upfal (2008), Adapting to a changing environment: the Brownian restless bandits, COLT"
 */
@Summary("arms that start alike and whose means wander")
@Stability(MAY_CHANGE)
public record RandomWalk(int arms, MovableArm start, double stepStdDev) implements Testbed {
    public RandomWalk {
        Require.atLeast("arms", 1, arms);
        Require.notNegative("stepStdDev", stepStdDev);
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
        return start.rewards();
    }

    @Override
    public double subGaussianScale() {
        return start.subGaussianScale();
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        ContinuousSampler normal =
                ZigguratSampler.NormalizedGaussian.of(seed.child("walk").generator());
        double[] means = new double[arms];
        Arrays.fill(means, start.mean());
        return MovingBandit.of(start, means, seed, (step, now) -> {
            for (int arm = 0; arm < arms && step > 1; arm++) {
                now[arm] = reflect(now[arm] + stepStdDev * normal.sample());
            }
        });
    }

    /** Reflects a number at both ends of the range, however far out. */
    private double reflect(double mean) {
        double low = start.lowest();
        return low == Double.NEGATIVE_INFINITY
                ? mean
                : low + Math.abs(Math.IEEEremainder(mean - low, 2 * (start.highest() - low)));
    }
}
