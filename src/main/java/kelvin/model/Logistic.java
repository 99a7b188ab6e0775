package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Bayesian logistic regression of rewards in [0, 1] on features: an independent sigmoid gate for each action, learnt online by Laplace's
 * approximation.
 *
 * <pre>
 *   value = p = σ(xᵀw),   H = λI at first
 *   learning:   H ← H + weight·p(1 − p)·xxᵀ,   then   w ← w + weight·H⁻¹x(r − p)
 *   width = p(1 − p)·√(xᵀH⁻¹x),   draw = σ(xᵀw̃) with w̃ ~ N(w, scale²·H⁻¹)
 * </pre>
 *
 * <p>Each reward is one Newton step from the present w, and this is {@code Ridge} on the working response xᵀw + (r − p)/(p(1 − p)) with
 * the weight p(1 − p): the same triangular factor, never an inverse. The {@link Layout} says which actions share w; a draw is joint. The
 * order of rewards matters, and so does whether a weight comes at once or in parts. Features should be no larger than some tens: where p
 * has come near 0 or 1 and λ is small, H is small too, and a reward to the contrary makes a step that goes far beyond.
 *
 * <p>Widths are in units of rewards, by the slope of σ at w, and so they vanish where p is near 0 or 1; draws do not rely on that. Cost
 * and memory are those of {@code Ridge} without forgetting.
 *
 * @see <a href="https://papers.nips.cc/paper/4321-an-empirical-evaluation-of-thompson-sampling">Chapelle and Li (2011), An empirical
 *     evaluation of Thompson sampling</a>
 * @param regularisation λ, the precision of each coefficient before any reward; finite and &gt; 0. {@link Model#learn} refuses features
 *     that {@code Ridge} would refuse at the weight p(1 − p)
 * @param layout which coefficients actions share
 */
@Summary("a sigmoid gate for each action, learnt online by Laplace's approximation; knows how sure it is")
@Stability(MAY_CHANGE)
public record Logistic(
        @Default("1") double regularisation,
        @Default("disjoint") Layout layout) implements ModelSpec {
    public Logistic {
        Require.positive("regularisation", regularisation);
    }

    /**
     * A model whose actions share nothing.
     *
     * @param regularisation λ
     */
    public Logistic(double regularisation) {
        this(regularisation, Layout.DISJOINT);
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
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
        return logits().leastBytes(actions, features);
    }

    private Ridge logits() {
        return new Ridge(regularisation, layout, 1);
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        Require.memory("features", features + " of " + actions + " actions", leastBytes(actions, features));
        return new LogisticModel(new RidgeModel(logits(), actions, features));
    }
}
