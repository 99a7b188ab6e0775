package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Information-directed sampling with Beta posteriors: mixes two actions such that the squared expected regret is least per information
 * gained about which action is best. For rewards in [0, 1].
 *
 * <pre>
 *   Δ[i] = E[max θ] − E[θ[i]]                                 expected regret
 *   g[i] = Σⱼ P(j best)·KL(E[θ[i] | j best], E[θ[i]])         information of a reward of 0 or 1, in nats
 *   choose i or j with the probabilities q, 1 − q that minimise (q·Δ[i] + (1 − q)·Δ[j])²/(q·g[i] + (1 − q)·g[j])
 * </pre>
 *
 * <p>All expectations are sums over the middles of equal parts of [0, 1]. Beta(1, 1) priors; a reward r strictly between 0 and 1
 * counts as a success with probability r. Where nothing can be learnt any more it is greedy. Cost per step: n²·points products where the
 * posteriors have weight, n² divergences, and points exponentials after each reward; it holds 3·n·points numbers.
 *
 * @see <a href="https://doi.org/10.1287/opre.2017.1663">Russo and Van Roy (2018), Learning to optimize via information-directed
 *     sampling</a>
 * @param points the number of parts of [0, 1], at least 10
 */
@Summary(
        "information-directed sampling with Beta posteriors: least squared expected regret per bit learnt about the best arm")
@Stability(STABLE)
public record InformationDirected(@Default("1000") int points) implements LearnerSpec {
    public InformationDirected {
        Require.atLeast("points", 10, points);
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
        return new InformationPlayer(problem.actions(), points, random);
    }
}
