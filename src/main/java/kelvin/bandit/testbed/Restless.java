package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * Arms that are now good, now bad: each a Markov chain of two states that moves on at every step, pulled or not.
 *
 * <pre>
 *   P(bad at t + 1 | good at t) = toBad,   P(good at t + 1 | bad at t) = toGood
 * </pre>
 *
 * <p>The chains start in their long-run shares, good with probability toGood/(toBad + toGood), and depend on the step
 * alone; a reward comes from the arm's present state. Regret is against the best state of each step, which no player
 * sees. Cost per step: one uniform number per arm.
 *
 * @param arms the number of arms, at least 1
 * @param good what an arm is in its good state
 * @param bad what it is in its bad state
 * @param toBad the probability of turning bad, in (0, 1]
 * @param toGood the probability of turning good, in (0, 1]
 * @see <a href="https://doi.org/10.2307/3214163">Whittle (1988), Restless bandits: activity allocation in a
 *     changing world</a>
 */
@Summary("arms that are now good, now bad: Markov chains that never rest")
@Stability(MAY_CHANGE)
public record Restless(int arms, Arm good, Arm bad, double toBad, double toGood) implements Testbed {
    public Restless {
        Require.atLeast("arms", 1, arms);
        Require.that(toBad > 0 && toBad <= 1, "toBad", toBad, "in (0, 1]");
        Require.that(toGood > 0 && toGood <= 1, "toGood", toGood, "in (0, 1]");
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
        return good.rewards().or(bad.rewards());
    }

    @Override
    public double subGaussianScale() {
        return Math.max(good.subGaussianScale(), bad.subGaussianScale());
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        UniformRandomProvider random = seed.child("states").generator();
        NumberedStreams streams = seed.child("rewards").streams();
        ContinuousSampler high = good.sampler(streams);
        ContinuousSampler low = bad.sampler(streams);
        boolean[] up = new boolean[arms];
        double[] means = new double[arms];
        for (int arm = 0; arm < arms; arm++) {
            up[arm] = random.nextDouble() * (toBad + toGood) < toGood;
            means[arm] = up[arm] ? good.mean() : bad.mean();
        }
        StreamBandit inner = new StreamBandit(means, streams, arm -> (up[arm] ? high : low).sample());
        return new MovingBandit(inner, means, (step, now) -> {
            for (int arm = 0; arm < arms && step > 1; arm++) {
                up[arm] ^= random.nextDouble() < (up[arm] ? toBad : toGood);
                now[arm] = up[arm] ? good.mean() : bad.mean();
            }
        });
    }
}
