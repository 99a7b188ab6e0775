package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Optional;
import kelvin.bandit.Bandit;
import kelvin.bandit.LowerBounds;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * The same arms in every repetition; only their rewards differ.
 *
 * @param arms the arms, at least one
 */
@Summary("the same arms in every repetition")
@Stability(MAY_CHANGE)
public record FixedTestbed(List<Arm> arms) implements Testbed {
    public FixedTestbed {
        arms = List.copyOf(arms);
        Require.that(!arms.isEmpty(), "arms", arms, "at least one arm");
    }

    @Override
    public int size() {
        return arms.size();
    }

    @Override
    public boolean meansVary() {
        return false;
    }

    @Override
    public Rewards rewards() {
        return arms.stream().map(Arm::rewards).reduce(Rewards::or).orElseThrow();
    }

    @Override
    public Optional<String> armOutside(Rewards kind) {
        return Arm.firstOutside(kind, arms);
    }

    @Override
    public LowerBounds lowerBounds() {
        return LowerBounds.of(arms, arms.stream().mapToDouble(Arm::mean).toArray());
    }

    @Override
    public double subGaussianScale() {
        return arms.stream().mapToDouble(Arm::subGaussianScale).max().orElseThrow();
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        NumberedStreams streams = seed.child("rewards").streams();
        double[] means = arms.stream().mapToDouble(Arm::mean).toArray();
        ContinuousSampler[] samplers =
                arms.stream().map(arm -> arm.sampler(streams)).toArray(ContinuousSampler[]::new);
        return new StreamBandit(means, streams, arm -> samplers[arm].sample());
    }
}
