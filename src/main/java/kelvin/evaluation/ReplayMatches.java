package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * Replay: the mean reward of those decisions whose logged action agrees with one drawn from the target. Unbiased where
 * the log took every action of the target with the same propensity, as uniform logging does, and not otherwise.
 *
 * <pre>
 *   Σ r·1(match) / Σ 1(match)
 * </pre>
 *
 * @see <a href="https://arxiv.org/abs/1003.5956">Li, Chu, Langford and Wang (2011), Unbiased offline evaluation of
 *     contextual-bandit-based news article recommendation algorithms</a>
 */
@Stability(MAY_CHANGE)
public record ReplayMatches() implements Estimator {
    @Override
    public String label() {
        return "replay";
    }

    @Override
    public double numerator(WeightedDecision decision) {
        return decision.matched() ? decision.reward() : 0;
    }

    @Override
    public double denominator(WeightedDecision decision) {
        return decision.matched() ? 1 : 0;
    }

    @Override
    public Interval bias(WeightedDecision decision, Interval rewards) {
        return new SelfNormalisedIps().bias(decision, rewards);
    }

    @Override
    public @Nullable String objection(Support support) {
        return support.even() ? null : "the log did not choose uniformly";
    }

    @Override
    public Interval bounds(Interval rewards, double largest) {
        return rewards;
    }
}
