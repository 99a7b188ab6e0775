package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.function.DoubleUnaryOperator;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * An arm that pays 1 or nothing.
 *
 * <pre>
 *   P(r = 1) = p,   P(r = 0) = 1 − p,   μ = p
 * </pre>
 *
 * @param p the probability of reward 1, in [0, 1]
 */
@Summary("pays 1 with probability p, else 0")
@Stability(MAY_CHANGE)
public record Bernoulli(double p) implements MovableArm {
    public Bernoulli {
        Require.probability("p", p);
    }

    @Override
    public double mean() {
        return p;
    }

    @Override
    public Rewards rewards() {
        return Rewards.BINARY;
    }

    @Override
    public double lowest() {
        return 0;
    }

    @Override
    public double highest() {
        return 1;
    }

    @Override
    public double divergence(double mean, double other) {
        if (!(other >= 0 && other <= 1)) {
            return Double.POSITIVE_INFINITY;
        }
        return part(mean, other) + part(1 - mean, 1 - other);
    }

    private static double part(double p, double q) {
        return p == 0 ? 0 : p * Log.of(p / q);
    }

    @Override
    public DoubleUnaryOperator mover(UniformRandomProvider random) {
        return mean -> random.nextDouble() < mean ? 1 : 0;
    }
}
