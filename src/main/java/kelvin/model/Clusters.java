package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.stream.IntStream;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Sorts contexts into k clusters by their shared features, and has a model of its own for each: what a context's cluster predicts is
 * predicted.
 *
 * <pre>
 *   j = the cluster whose centre c_j is nearest to x (Euclidean; the first if tied),   value = that of model j
 *   learning:   n_j ← n_j + weight,   c_j ← c_j + weight·(x − c_j)/n_j,   model j ← (x, a, r)
 * </pre>
 *
 * <p>Sequential k-means: as long as there are fewer than k centres, a context where none lies becomes one; asking moves none. Features
 * should be of similar size. The order of rewards matters, for it decides where centres lie; with {@code Means} inside, each cluster
 * is a bandit without contexts. Widths, samples and the kind of rewards are those of the model inside. Cost: O(k·d) more than the
 * model inside; memory: k times its.
 *
 * @see <a href="https://projecteuclid.org/euclid.bsmsp/1200512992">MacQueen (1967), Some methods for classification and analysis of
 *     multivariate observations</a>
 * @param k the number of clusters, at least 1
 * @param model the description of the model of each cluster
 */
@Summary("sorts contexts into k clusters, with a model of its own for each")
@Stability(MAY_CHANGE)
public record Clusters(int k, @Default("{Means: {}}") ModelSpec model) implements ModelSpec {
    public Clusters {
        Require.atLeast("k", 1, k);
    }

    @Override
    public double leastBytes(int actions, Features features) {
        return k * (Bag.MEMBER_BYTES + model.leastBytes(actions, features));
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        Require.memory("k", k, leastBytes(actions, features));
        Require.that(
                features.shared() > 0, "features", "none that all actions share", "at least one to sort contexts by");
        Model[] models = IntStream.range(0, k)
                .mapToObj(j -> model.create(actions, features, seed.child(j)))
                .toArray(Model[]::new);
        return new ClusteredModels(features, model.rewards(), models);
    }

    @Override
    public Rewards rewards() {
        return model.rewards();
    }

    @Override
    public boolean widths() {
        return model.widths();
    }

    @Override
    public boolean samples() {
        return model.samples();
    }
}
