package mine;

import kelvin.bandit.arm.Arm;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Summary;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** Rewards at an exponentially distributed distance from their mean, on either side. */
@Summary("rewards with exponential tails on both sides of their mean")
public record Laplace(double mean, @Default("1") double scale) implements Arm {
    public Laplace {
        Require.finite("mean", mean);
        Require.positive("scale", scale);
    }

    @Override
    public Rewards rewards() {
        return Rewards.REAL; // what they may be: any number here
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        return () -> {
            double distance = -scale * Log.of(1 - random.nextDouble());
            return random.nextDouble() < 0.5 ? mean - distance : mean + distance;
        };
    }
}
