package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Predicts an action's reward by the mean of the k rewards that it paid where most alike was seen: k-nearest-neighbour regression, which
 * assumes no form of the dependence.
 *
 * <pre>
 *   value[a] = Σwr/Σw over the nearest rewards of a whose weights add up to k
 * </pre>
 *
 * <p>Rewards at the same distance share alike in what is left of k, so that no order matters; with fewer than k rewards all count, with
 * none the value is 0. A weight of 2 counts as the same reward twice. Features should be of similar size, and it takes many rewards
 * where they are many. Each action's last {@code capacity} rewards are remembered; that is the only way in which their order matters.
 * Knows no widths: k rewards are as many where they are far away. (MABWiser's {@code KNearest} takes the k nearest decisions, whichever
 * action they took, and averages each action's rewards among them; here every action has k neighbours of its own.)
 *
 * <p>Cost: O(K·n(d + k)) per prediction for n rewards remembered of each action, O(d + k) per reward; memory: n(d + k + 2) numbers per
 * action, allocated by doubling until {@code capacity} is reached.
 *
 * @see <a href="https://ojs.aaai.org/index.php/AAAI/article/view/11831">Guan and Jiang (2018), Nonparametric stochastic contextual
 *     bandits</a>
 * @param k the weight of the rewards that are averaged, at least 1
 * @param metric the distance between the features that describe an action
 * @param capacity how many rewards of each action are remembered, at least k
 */
@Summary("the mean of the k rewards of each action that were paid where most alike was seen")
@Stability(MAY_CHANGE)
public record Neighbours(
        @Default("5") int k,
        @Default("euclidean") Distance metric,
        @Default("1000") int capacity) implements ModelSpec {
    public Neighbours {
        Require.atLeast("k", 1, k);
        Require.atLeast("capacity", k, capacity);
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        Require.that(
                (features.total() + 2L) * capacity <= Integer.MAX_VALUE - 8,
                "capacity",
                capacity,
                "few enough for one array of rewards with " + features.total() + " features");
        return new NearestRewards(this, actions, features);
    }
}
