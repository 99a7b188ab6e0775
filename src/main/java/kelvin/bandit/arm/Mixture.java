package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * One of several arms at random, anew for every reward.
 *
 * <pre>
 *   r ~ arm i with probability w[i]/Σw,   μ = Σ w[i]·μ[i]/Σw
 * </pre>
 *
 * @param arms the arms, at least one
 * @param weights w, one per arm; finite and ≥ 0, not all 0, their sum finite
 */
@Summary("one of several arms at random, anew for every reward")
@Stability(MAY_CHANGE)
public record Mixture(List<Arm> arms, List<Double> weights) implements Arm {
    public Mixture {
        arms = List.copyOf(arms);
        weights = List.copyOf(weights);
        Require.that(!arms.isEmpty(), "arms", arms, "at least one arm");
        Require.that(weights.size() == arms.size(), "weights", weights, "one per arm (" + arms.size() + ")");
        weights.forEach(weight -> Require.notNegative("weights", weight));
        double sum = sum(weights);
        Require.that(sum > 0 && sum < Double.POSITIVE_INFINITY, "weights", weights, "of a finite sum above 0");
    }

    @Override
    public double mean() {
        double sum = sum(weights);
        double mean = 0;
        for (int i = 0; i < arms.size(); i++) {
            mean += weights.get(i) / sum * arms.get(i).mean();
        }
        return mean;
    }

    @Override
    public Rewards rewards() {
        return arms.stream().map(Arm::rewards).reduce(Rewards::or).orElseThrow();
    }

    /**
     * Returns the scale of the noise of the arms and, by Hoeffding's lemma, of which one it is: their squares add up.
     */
    @Override
    public double subGaussianScale() {
        double noise = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Arm arm : arms) {
            noise = Math.max(noise, arm.subGaussianScale());
            least = Math.min(least, arm.mean());
            most = Math.max(most, arm.mean());
        }
        double half = most / 2 - least / 2;
        double larger = Math.max(noise, half);
        double ratio = larger > 0 && larger < Double.POSITIVE_INFINITY ? Math.min(noise, half) / larger : 0;
        return Math.min(rewards().subGaussianScale(), larger * Math.sqrt(1 + ratio * ratio));
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        ContinuousSampler[] samplers =
                arms.stream().map(arm -> arm.sampler(random)).toArray(ContinuousSampler[]::new);
        SharedStateDiscreteSampler which = AliasMethodDiscreteSampler.of(
                random, weights.stream().mapToDouble(w -> w).toArray());
        return () -> samplers[which.sample()].sample();
    }

    private static double sum(List<Double> weights) {
        return weights.stream().mapToDouble(weight -> weight).sum();
    }
}
