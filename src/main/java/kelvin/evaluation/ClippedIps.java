package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * Inverse propensity scoring with weights clipped at a limit: less variance for a bias towards 0.
 *
 * <pre>
 *   (1/n) Σ min(w, limit)·r
 * </pre>
 *
 * <p>The bias is within −m times the range of rewards, where m = (1/n) Σ max(0, w − limit) is the weight that was cut off. Intervals
 * include it, so they hold for the truth and contain those of {@link Ips}.
 *
 * @see <a href="https://doi.org/10.1198/106186008X320456">Ionides (2008), Truncated importance sampling</a>
 * @param limit the largest weight used; finite and &gt; 0
 */
@Stability(MAY_CHANGE)
public record ClippedIps(double limit) implements Estimator {
    public ClippedIps {
        Require.positive("limit", limit);
    }

    @Override
    public String label() {
        return "clipped IPS";
    }

    @Override
    public double numerator(WeightedDecision decision) {
        return Math.min(decision.weight(), limit) * decision.reward();
    }

    @Override
    public Interval bias(WeightedDecision decision, Interval rewards) {
        double cut = Math.max(0, decision.weight() - limit);
        return new Ips().bias(decision, rewards).plus(rewards.times(-cut));
    }

    @Override
    public Interval bounds(Interval rewards, double largest) {
        return new Ips().bounds(rewards, largest);
    }
}
