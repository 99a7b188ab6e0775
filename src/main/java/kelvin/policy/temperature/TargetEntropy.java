package kelvin.policy.temperature;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.InverseTemperature;

/**
 * Softmax at the temperature that gives the decision a stated entropy.
 *
 * <pre>
 *   H(p) = −Σ p[i]·ln p[i] = target
 * </pre>
 *
 * <p>Reachable: from ln m (m best actions) to ln n (n open actions). Beyond that, the nearest reachable distribution.
 *
 * @see TemperatureFor
 * @param target H, in nats; finite and &gt;= 0
 */
@Summary("softmax at the temperature that gives entropy target, in nats")
@Stability(STABLE)
public record TargetEntropy(double target) implements SolvedTemperaturePolicy {
    public TargetEntropy {
        Require.notNegative("target", target);
    }

    @Override
    public double measure(TemperedSoftmax heat) {
        return heat.entropy();
    }

    @Override
    public double excess(TemperedSoftmax heat) {
        return heat.entropy() - target;
    }

    @Override
    public double inverse(InverseTemperature gaps, int unit) {
        return gaps.ofEntropy(target);
    }

    @Override
    public TargetEntropy withTarget(double value) {
        return new TargetEntropy(value);
    }
}
