package kelvin.policy.temperature;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.InverseTemperature;

/**
 * Softmax at the temperature at which the expected loss against the best estimate is a stated amount.
 *
 * <pre>
 *   max q − Σ p[i]·q[i] = target
 * </pre>
 *
 * <p>Reachable: from 0 to max q − mean q over the open actions. Beyond that, the nearest reachable distribution.
 *
 * @see TemperatureFor
 * @param target loss per decision, in reward units; finite and &gt;= 0
 */
@Summary("softmax at the temperature that gives away target of the value per decision, in reward units")
@Stability(STABLE)
public record ExpectedLoss(double target) implements SolvedTemperaturePolicy {
    public ExpectedLoss {
        Require.notNegative("target", target);
    }

    @Override
    public double measure(TemperedSoftmax heat) {
        return heat.loss();
    }

    /** Returns the excess in temperatures, where neither side can be too small or too large for a double. */
    @Override
    public double excess(TemperedSoftmax heat) {
        return heat.meanDepth() - heat.depth(target / heat.unit());
    }

    @Override
    public double inverse(InverseTemperature gaps, int unit) {
        return gaps.ofMean(Math.scalb(target, -unit));
    }

    @Override
    public ExpectedLoss withTarget(double value) {
        return new ExpectedLoss(value);
    }
}
