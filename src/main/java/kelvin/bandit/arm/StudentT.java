package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.GammaSampler;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * Symmetric rewards with heavy tails: moments of order ν and above do not exist.
 *
 * <pre>
 *   r = m + s·t,   t ~ Student's t with ν degrees of freedom,   μ = m
 * </pre>
 *
 * <p>The variance is s²·ν/(ν − 2) where ν &gt; 2, else infinite; confidence bounds made for bounded rewards then fail.
 *
 * @param degreesOfFreedom ν; finite and &gt; 1, so that there is a mean
 * @param location m, in reward units; finite
 * @param scale s, in reward units; finite and &gt; 0
 */
@Summary("Student's t around a location: heavy tails on both sides")
@Stability(MAY_CHANGE)
public record StudentT(double degreesOfFreedom, double location, double scale) implements Arm {
    public StudentT {
        Require.that(
                degreesOfFreedom > 1 && Double.isFinite(degreesOfFreedom),
                "degreesOfFreedom",
                degreesOfFreedom,
                "finite and > 1");
        Require.finite("location", location);
        Require.positive("scale", scale);
    }

    @Override
    public double mean() {
        return location;
    }

    @Override
    public Rewards rewards() {
        return Rewards.REAL;
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        GammaSampler gammas = new GammaSampler(random);
        double half = degreesOfFreedom / 2;
        return () -> location + scale * (gammas.normal() * Math.sqrt(half / gammas.gamma(half)));
    }
}
