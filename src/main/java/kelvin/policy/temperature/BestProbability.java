package kelvin.policy.temperature;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.InverseTemperature;

/**
 * Softmax at the temperature at which a best action is chosen with a stated probability.
 *
 * <pre>
 *   P(q[i] = max q) = target
 * </pre>
 *
 * <p>Reachable: from m/n (m best among n open actions) to 1; best actions share the probability equally. Beyond that, the nearest reachable distribution.
 *
 * @see TemperatureFor
 * @param target P(best), ties taken together; in (0, 1]
 */
@Summary("softmax at the temperature that takes a best action with probability target")
@Stability(STABLE)
public record BestProbability(double target) implements SolvedTemperaturePolicy {
    public BestProbability {
        Require.that(target > 0 && target <= 1, "target", target, "in (0, 1]");
    }

    @Override
    public double measure(TemperedSoftmax heat) {
        return heat.bestProbability();
    }

    /** Returns the excess by the others' weight, which keeps its digits where the probability is near 1. */
    @Override
    public double excess(TemperedSoftmax heat) {
        return heat.others() - heat.ties() * ((1 - target) / target);
    }

    @Override
    public double inverse(InverseTemperature gaps, int unit) {
        return gaps.ofBest(target);
    }

    @Override
    public BestProbability withTarget(double value) {
        return new BestProbability(value);
    }
}
