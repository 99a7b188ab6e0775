package kelvin.cli;

import kelvin.bandit.Arm;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** A user's own arm, named in YAML by its full class name; it may pay what no run can use. */
public record Payout(double mean, boolean broken) implements Arm {
    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        return () -> broken ? Double.NaN : mean;
    }
}
