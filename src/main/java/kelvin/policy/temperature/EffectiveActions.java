package kelvin.policy.temperature;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Exp;
import kelvin.numeric.InverseTemperature;
import kelvin.numeric.Log;

/**
 * Softmax at the temperature that explores as some number of equally likely actions would.
 *
 * <pre>
 *   e^H(p) = target,   H(p) = −Σ p[i]·ln p[i]
 * </pre>
 *
 * <p>Reachable: from m (best actions) to n (open actions). Beyond that, the nearest reachable distribution.
 *
 * @see TemperatureFor
 * @param target number of effective actions; finite and &gt;= 1, need not be whole
 */
@Summary("softmax at the temperature that explores as target equally likely actions would")
@Stability(STABLE)
public record EffectiveActions(double target) implements SolvedTemperaturePolicy {
    public EffectiveActions {
        Require.that(target >= 1 && target < Double.POSITIVE_INFINITY, "target", target, "finite and >= 1");
    }

    @Override
    public double measure(TemperedSoftmax heat) {
        return Exp.of(heat.entropy());
    }

    @Override
    public double excess(TemperedSoftmax heat) {
        return heat.entropy() - Log.of(target);
    }

    @Override
    public double inverse(InverseTemperature gaps, int unit) {
        return gaps.ofEntropy(Log.of(target));
    }

    @Override
    public EffectiveActions withTarget(double value) {
        return new EffectiveActions(value);
    }
}
