package kelvin.model.network;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.model.Ridge;
import kelvin.random.Seed;

/**
 * Predicts rewards by ridge regression on the features that a network has learnt: the outputs of its last hidden layer, and the constant
 * 1. The network says in which terms to see, the regression how sure it is.
 *
 * <pre>
 *   z = (hᴸ(x), 1) by the network as of the last rebuild,   A = λI + Σ w·zzᵀ,   θ = A⁻¹·Σ w·r·z
 *   value = zᵀθ,   width = √(zᵀA⁻¹z),   draw = zᵀθ̃ with θ̃ ~ N(θ, scale²·A⁻¹)
 * </pre>
 *
 * <p>The network learns from every reward, and its features move. So the regression sees those of a copy that stands still, for which it
 * is exact, and each action's last {@code capacity} rewards are remembered: after every {@code interval} rewards the network learns
 * them again, {@code epochs} times in random order, the copy is renewed, and the regression is computed anew from what is remembered.
 * Between two rebuilds it also holds rewards that memory has lost since the first of them.
 *
 * <p>Where actions have no features of their own, each has coefficients of its own; where they have, all have the same, as they have the
 * same network. Widths tell how sure the regression is of its coefficients, not how far the features are from what they will be.
 *
 * <p>Cost, for W weights and n neurons in the last hidden layer: values W + K·n, widths and draws W + K·n²/2, a reward about 4W + 1.5·n²,
 * a rebuild W·(1 + 3·epochs) + 1.5·n² for every reward remembered. Where actions have features, values, widths and draws cost K·W. Memory:
 * two networks, n²/2 numbers for each regression, and d + k + 2 for each reward remembered. Allocates when rebuilding, and
 * while memory fills.
 *
 * @see <a href="https://arxiv.org/abs/1802.09127">Riquelme, Tucker and Snoek (2018), Deep Bayesian bandits showdown</a>
 * @param network the network; its own output only teaches it its features
 * @param regularisation λ, the precision of each coefficient before any reward, in units of the noise's; finite and &gt; 0
 * @param interval the number of rewards from one rebuild to the next, at least 1
 * @param epochs how many times the network learns all that is remembered before each rebuild, at least 0
 * @param capacity how many rewards of each action are remembered, at least 1
 */
@Summary("ridge regression on the last hidden layer of a network, which learns features for it")
@Stability(MAY_CHANGE)
public record NeuralLinear(
        Network network,
        @Default("1") double regularisation,
        @Default("100") int interval,
        @Default("1") int epochs,
        @Default("1000") int capacity)
        implements ModelSpec {
    public NeuralLinear {
        Require.positive("regularisation", regularisation);
        Require.atLeast("interval", 1, interval);
        Require.atLeast("epochs", 0, epochs);
        Require.atLeast("capacity", 1, capacity);
    }

    @Override
    public boolean widths() {
        return true;
    }

    @Override
    public boolean samples() {
        return true;
    }

    @Override
    public Rewards rewards() {
        return network.rewards();
    }

    /** Returns the regression on learnt features. */
    Ridge ridge(Features features) {
        return new Ridge(regularisation, features.perAction() > 0 ? Layout.SHARED : Layout.DISJOINT, 1);
    }

    /** Returns the features that the regression sees: the last hidden layer, or the input without one, and the constant. */
    Features learnt(Features features) {
        int layers = network.hidden().size();
        int width = 1 + (layers == 0 ? features.total() : network.hidden().get(layers - 1));
        return features.perAction() > 0 ? new Features(0, width) : new Features(width, 0);
    }

    @Override
    public double leastBytes(int actions, Features features) {
        return 2 * network.leastBytes(actions, features) + ridge(features).leastBytes(actions, learnt(features));
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        Require.that(
                (features.total() + 2L) * capacity <= Integer.MAX_VALUE - 8,
                "capacity",
                capacity,
                "few enough for one array of rewards with " + features.total() + " features");
        Require.memory("network", network, leastBytes(actions, features));
        return new NeuralLinearModel(this, actions, features, seed);
    }
}
