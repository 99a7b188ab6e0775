package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Optional;
import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;
import kelvin.bandit.DelegatingTestbed;
import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * A testbed whose rewards and means are multiplied by a factor.
 *
 * <pre>
 *   reward = factor·r,   μ = factor·mean of r
 * </pre>
 *
 * <p>Whoever chooses by probabilities that keep their meaning at any scale chooses the same as without; a constant
 * temperature does not. Costs one multiplication per reward.
 *
 * @param testbed what pays, for one action at a step
 * @param factor the worth of its unit; finite and &gt; 0
 */
@Summary("the same world paid in another unit: every reward times a factor")
@Stability(MAY_CHANGE)
public record Scaled(Testbed testbed, double factor) implements DelegatingTestbed {
    public Scaled {
        DelegatingTestbed.requireSingleActions("testbed", testbed);
        Require.positive("factor", factor);
    }

    @Override
    public Rewards rewards() {
        Rewards paid = testbed.rewards();
        if (factor == 1 || paid == Rewards.REAL) {
            return paid;
        }
        return factor < 1 && Rewards.UNIT_INTERVAL.include(paid) ? Rewards.UNIT_INTERVAL : Rewards.NON_NEGATIVE;
    }

    @Override
    public Optional<String> armOutside(Rewards kind) {
        return factor == 1 ? testbed.armOutside(kind) : Optional.empty();
    }

    @Override
    public double subGaussianScale() {
        return factor * testbed.subGaussianScale();
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        return new ScaledBandit(testbed.open(seed, horizon), factor);
    }

    private record ScaledBandit(Bandit inner, double factor) implements DelegatingBandit {
        @Override
        public double mean(int arm) {
            return factor * inner.mean(arm);
        }

        @Override
        public double pull(int arm) {
            return factor * inner.pull(arm);
        }

        @Override
        public double benchmark() {
            return factor * inner.benchmark();
        }
    }
}
