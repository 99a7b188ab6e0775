package kelvin.policy.temperature;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.InverseTemperature;

/**
 * Softmax at the temperature whose distribution diverges from the uniform one by a stated amount.
 *
 * <pre>
 *   KL(p‖uniform) = ln n − H(p) = target,   n = number of open actions
 * </pre>
 *
 * <p>Reachable: from 0 to ln(n/m), with m best actions. Exact also for tiny targets, where ln n − H would lose all digits. Beyond that, the nearest reachable distribution.
 *
 * @see TemperatureFor
 * @param target divergence, in nats; finite and &gt;= 0
 */
@Summary("softmax at the temperature that diverges from uniform by target, in nats")
@Stability(STABLE)
public record KlFromUniform(double target) implements SolvedTemperaturePolicy {
    public KlFromUniform {
        Require.notNegative("target", target);
    }

    @Override
    public double measure(TemperedSoftmax heat) {
        return heat.divergence();
    }

    @Override
    public double excess(TemperedSoftmax heat) {
        return target - heat.divergence();
    }

    @Override
    public double inverse(InverseTemperature gaps, int unit) {
        return gaps.ofDivergence(target);
    }

    @Override
    public KlFromUniform withTarget(double value) {
        return new KlFromUniform(value);
    }
}
