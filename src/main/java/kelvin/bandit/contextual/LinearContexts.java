package kelvin.bandit.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Gaussian;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Arms whose means are linear functions of the context.
 *
 * <pre>
 *   r ~ N(η[a], noise²),   η[a] = θ[a]·(x, z[a])   disjoint,     θ·(x, z[a])   shared,     θ[a]·x + β·z[a]   hybrid
 *   θ, β ~ N(weights, weightStdDev²), and + N(0, drift²) after each step;   x = (1, x₂ … x_d) and z[a] = (z₁ … zₖ) drawn anew at every step
 * </pre>
 *
 * <p>With a weightStdDev of 0 the weights are the same in every repetition, else they are drawn anew for each. Regret is against the
 * best arm of each context and, with a drift, step. Cost per step: d + K·k draws and K·(d + k) products.
 *
 * @param arms K, the number of arms, at least 1
 * @param shared d, the number of features that all arms share, the constant included; at least 0
 * @param perAction k, the number of features of each arm, at least 0
 * @param layout which weights the arms share
 * @param weights the means of the weights: K rows of d + k numbers where disjoint; one row where shared; K rows of d numbers and then
 *     the k of β where hybrid; nothing for zeros
 * @param weightStdDev the standard deviation of the weights between repetitions; finite and ≥ 0
 * @param drift the standard deviation of what is added to each weight after every step; finite and ≥ 0
 * @param constant whether the first shared feature is 1 at every step
 * @param feature the distribution of each other feature, independent of the rest
 * @param noise the standard deviation of rewards, finite and ≥ 0
 */
@Summary("arms whose means are linear functions of what is seen before each decision")
@Stability(MAY_CHANGE)
public record LinearContexts(
        int arms,
        @Default("0") int shared,
        @Default("0") int perAction,
        @Default("disjoint") Layout layout,
        @Default("[]") List<List<Double>> weights,
        @Default("0") double weightStdDev,
        @Default("0") double drift,
        @Default("true") boolean constant,
        @Default("{Gaussian: {mean: 0, stdDev: 1}}") Arm feature,
        double noise)
        implements Testbed {
    public LinearContexts {
        weights = weights.stream().map(List::copyOf).toList();
        Require.notNegative("drift", drift);
        Require.notNegative("noise", noise);
        new LinearWeights(arms, new Features(shared, perAction), layout, weights, weightStdDev);
    }

    @Override
    public int size() {
        return arms;
    }

    @Override
    public boolean meansVary() {
        return weightStdDev > 0;
    }

    @Override
    public Rewards rewards() {
        return Rewards.REAL;
    }

    @Override
    public double subGaussianScale() {
        return noise;
    }

    @Override
    public Features features() {
        return new Features(shared, perAction);
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        LinearPredictor predictor =
                new LinearWeights(arms, features(), layout, weights, weightStdDev).draw(seed.child("weights"));
        FeatureSource source = new FeatureSource(constant, feature, seed.child("contexts"));
        ZigguratSampler.NormalizedGaussian steps =
                ZigguratSampler.NormalizedGaussian.of(seed.child("drift").generator());
        Context context = new Context(arms, features());
        source.average(context);
        double[] means = new double[arms];
        predictor.predict(context, means);
        return ContextBandit.of(new Gaussian(0, noise), means, context, seed, (step, now) -> {
            if (step > 1 && drift > 0) {
                predictor.move(drift, steps);
            }
            source.draw(context);
            predictor.predict(context, now);
        });
    }
}
