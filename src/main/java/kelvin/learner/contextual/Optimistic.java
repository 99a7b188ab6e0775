package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
import java.util.Optional;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Context;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.random.Seed;

/**
 * The outlook that adds a bonus for uncertainty: an upper confidence bound of each prediction.
 *
 * <pre>
 *   view[a] = value[a] + bonus·width[a]
 * </pre>
 *
 * <p>Under {@code Greedy} on a {@code Ridge} model this is LinUCB. A bound beyond the doubles counts as the largest double, so that
 * actions of which next to nothing is known tie. Cost per decision: the model's values and widths.
 *
 * @see <a href="https://arxiv.org/abs/1003.0146">Li, Chu, Langford and Schapire (2010), A contextual-bandit approach to personalized
 *     news article recommendation</a>
 * @param bonus α, in units of the width; finite and ≥ 0
 */
@Summary("predictions plus a bonus for uncertainty: upper confidence bounds")
@Stability(MAY_CHANGE)
public record Optimistic(@Default("1") double bonus) implements Outlook {
    /** The words for a model without widths. */
    static final String LACK = "does not know how sure its predictions are";

    public Optimistic {
        Require.notNegative("bonus", bonus);
    }

    @Override
    public Optional<String> obstacle(ModelSpec model) {
        return model.widths() ? Optional.empty() : Optional.of(LACK);
    }

    @Override
    public Views on(Model model, Seed seed) {
        return new Bounds(model, bonus, new double[model.actions()]);
    }

    private record Bounds(Model model, double bonus, double[] widths) implements Views {
        @Override
        public void write(int view, long step, Context context, BitSet open, double[] out) {
            model.values(context, out);
            model.widths(context, widths);
            for (int a = 0; a < out.length; a++) {
                out[a] = Math.min(out[a] + bonus * widths[a], Double.MAX_VALUE);
            }
        }
    }
}
