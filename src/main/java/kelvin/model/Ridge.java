package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Bayesian linear regression (ridge regression) of rewards on features, exact after every reward.
 *
 * <pre>
 *   A = λI + Σ wγ^age·xxᵀ,   θ = A⁻¹·Σ wγ^age·r·x,   value = xᵀθ,   width = √(xᵀA⁻¹x),   draw = xᵀθ̃ with θ̃ ~ N(θ, scale²·A⁻¹)
 * </pre>
 *
 * <p>The {@link Layout} says which actions share θ; in {@code hybrid}, all coefficients are estimated jointly, as in LinUCB with hybrid
 * models. A draw is joint: actions that share coefficients share what was drawn of them. Without features, all values are 0.
 *
 * <p>Without forgetting, θ is the same in whatever order rewards arrive, up to rounding: 10⁻¹² of its length where A's condition number
 * is at most 10³, beyond that 2⁻⁴⁶ times the condition number, and far less on most data. It comes from a triangular factor of A that is
 * updated by rotations, never from an inverse or from A itself.
 *
 * <p>With forgetting, a reward's weight falls by γ with every decision that rewards are known of: its age is the number of decisions
 * from its own to the latest one, whichever action either took. λ does not decay, so uncertainty returns to that of the start.
 *
 * <p>Cost, in multiplications and additions, for n = d + k features: values K·n; widths and draws K·n²/2; a reward 1.5·n². In
 * {@code hybrid} values cost as much as widths, and draws in {@code shared} n²/2 + K·n. With forgetting λ has to be replenished
 * in every factor: each reward of a later decision costs n³/3 for every action; choose it for small n, or {@code shared}. Memory:
 * n²/2 numbers per action.
 *
 * @see <a href="https://arxiv.org/abs/1003.0146">Li, Chu, Langford and Schapire (2010), A contextual-bandit approach to personalized
 *     news article recommendation</a>
 * @param regularisation λ, the precision of each coefficient before any reward, in units of the noise's; finite and &gt; 0.
 *     {@link Model#learn} refuses features with w·|x|² or w·|x|²/λ beyond 2¹⁰⁰⁸ (10³⁰³)
 * @param layout which coefficients actions share
 * @param forgetting γ, what is left of a reward's weight after one more decision; in (0, 1], 1 keeps everything
 */
@Summary("linear regression on what is seen, exact; knows how sure it is")
@Stability(MAY_CHANGE)
public record Ridge(
        @Default("1") double regularisation,
        @Default("disjoint") Layout layout,
        @Default("1") double forgetting) implements ModelSpec {
    /** For each coefficient also its variance, target and solution are kept, and the two words of an array's header. */
    private static final int BESIDE_THE_TRIANGLE = 5;

    public Ridge {
        Require.positive("regularisation", regularisation);
        Require.that(forgetting > 0 && forgetting <= 1, "forgetting", forgetting, "> 0 and <= 1");
    }

    /**
     * A model whose actions share nothing and that forgets nothing.
     *
     * @param regularisation λ
     */
    public Ridge(double regularisation) {
        this(regularisation, Layout.DISJOINT, 1);
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
    public double leastBytes(int actions, Features features) {
        double own = layout.own(actions, features);
        double shared = features.total() - own;
        double perAction = own * (shared + (own - 1) / 2 + BESIDE_THE_TRIANGLE);
        double common = shared * ((shared - 1) / 2 + BESIDE_THE_TRIANGLE);
        return Double.BYTES * (actions * perAction + common);
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        Require.memory("features", features + " of " + actions + " actions", leastBytes(actions, features));
        return new RidgeModel(this, actions, features);
    }
}
