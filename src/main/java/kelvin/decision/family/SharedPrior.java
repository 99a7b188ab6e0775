package kelvin.decision.family;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * Setting of a family whose contexts share what they learn: a new context starts from an empirical Bayes prior of each arm, made of the
 * rewards of the other contexts in its shard.
 *
 * <p>For one arm, let K contexts have rewards of their own, n<sub>i</sub> of them with mean m<sub>i</sub>, N = Σ n<sub>i</sub>. The prior
 * is the normal one of means that vary between contexts, its variances estimated by moments:
 *
 * <pre>
 *   value  = Σ mᵢ / K                                       mean of the contexts' means
 *   σ²     = Σᵢ Σⱼ (rᵢⱼ − mᵢ)² / (N − K)                    variance of rewards within a context
 *   h      = Σ (1 / nᵢ) / K
 *   τ²     = max(0, Σ (mᵢ − value)² / (K − 1) − σ² h)       variance of the true means between contexts
 *   weight = σ² / (τ² + (τ² + σ² h) / K)                    in rewards, to the nearest whole number, at most maxWeight
 * </pre>
 *
 * <p>So a context's estimate after n rewards of mean m is (weight · value + n m) / (weight + n): the shrinkage of Efron and Morris
 * ("Data analysis using Stein's estimator and its generalizations", JASA 70, 1975) with the unweighted moment estimate of τ² of Hedges
 * and Olkin, which DerSimonian and Laird ("Meta-analysis in clinical trials", 1986) compare with theirs. Their weights n<sub>i</sub>
 * would favour the contexts in which an arm is good, since these choose it most often. The second term below the line is the variance of
 * the value itself: where contexts are alike (τ² = 0) with n rewards each, the weight is N; where they differ much, it approaches
 * σ² / τ², and a weight of 0 leaves a mere starting value, which the first reward replaces under sample averages. Where all rewards of
 * every context are equal (σ² = 0), the weight is N if the contexts are too, else 0.
 *
 * <p>An arm has no prior, and starts from the settings' initial value, as long as fewer than {@code minContexts} contexts have rewards of
 * it, or N − K is less than that, or a sum is not finite: so an initial value far below the others keeps new contexts from trying it. Rewards count as they were learned, default rewards
 * too, without the prior that a context started from: what is shared is not counted twice. Only arms that the settings give a new
 * context are shared. Means of arms that are chosen by their rewards are biased downwards a little, as any average under a bandit is.
 *
 * @param minContexts the least number of contexts that make a prior; at least 2
 * @param maxWeight the largest weight, in rewards, so that a context that is unlike the others is not held back for longer; at least 1
 */
@Stability(MAY_CHANGE)
public record SharedPrior(int minContexts, long maxWeight) {
    /** A prior of at least 5 contexts that counts as at most 20 rewards. */
    public static final SharedPrior DEFAULT = new SharedPrior(5, 20);

    public SharedPrior {
        Require.atLeast("minContexts", 2, minContexts);
        Require.atLeast("maxWeight", 1, maxWeight);
    }
}
