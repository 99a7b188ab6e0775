package kelvin.learner.adversarial;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.policy.Softmax;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Exp3: exponential weights over estimated total rewards, mixed with uniform exploration. For rewards in [0, 1] that an adversary may
 * have chosen.
 *
 * <pre>
 *   p[i] = (1 − γ)·w[i]/Σw + γ/K,   w[a] ← w[a]·exp(γ·r/(p[a]·K)),   w starts at 1
 * </pre>
 *
 * <p>With γ = min(1, √(K ln K/((e − 1)·T))) the regret against the best fixed action over T steps is at most 2√(e − 1)·√(T·K ln K).
 * A fixed γ is right for one horizon; {@link Exp3Anytime} needs none. Weights are kept as logarithms and never overflow. While
 * actions are closed the mixture is over the open ones. Cost per step: one softmax.
 *
 * @param exploration γ, the share of uniform exploration and the learning rate at once; in (0, 1]
 * @see <a href="https://doi.org/10.1137/S0097539701398375">Auer, Cesa-Bianchi, Freund and Schapire (2002), The nonstochastic
 *     multiarmed bandit problem</a>
 */
@Summary("exponential weights over importance-weighted rewards, mixed with uniform exploration; for adversaries")
@Stability(STABLE)
public record Exp3(double exploration) implements LearnerSpec {
    public Exp3 {
        Require.that(exploration > 0 && exploration <= 1, "exploration", exploration, "in (0, 1]");
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public SufficientHistory sufficientHistory() {
        return SufficientHistory.HISTORY;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new ImportanceWeighted(
                new UniformExploration(weights(problem.actions(), exploration), exploration),
                problem.actions(),
                random);
    }

    /** Returns the rule behind the mixture; its sums times γ/K are the logarithms of the weights. */
    static CumulativeScores weights(int actions, double exploration) {
        Softmax softmax = new Softmax(actions / exploration);
        return new CumulativeScores(
                actions, (step, sums, out) -> softmax.probabilities(sums, out), (step, reward, p) -> reward / p);
    }
}
