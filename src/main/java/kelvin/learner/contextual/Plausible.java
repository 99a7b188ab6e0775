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
 * The outlook that closes every action that another one beats even with uncertainty in its favour.
 *
 * <pre>
 *   view[a] = value[a]  where value[a] + bonus·width[a] ≥ max value[i] − bonus·width[i] over the open actions i,   −∞ elsewhere
 * </pre>
 *
 * <p>The action with the largest lower bound always survives, and so does every action whose width is beyond the doubles. With
 * {@code Uniform} this is RegCB by elimination; {@code InverseGap} then counts the survivors alone. Cost per decision: the model's
 * values and widths.
 *
 * @see <a href="https://arxiv.org/abs/1803.01088">Foster, Agarwal, Dudík, Luo and Schapire (2018), Practical contextual bandits with
 *     regression oracles</a>
 * @param bonus b, in units of the width; finite and ≥ 0. With 0 the best predictions alone survive
 */
@Summary("predictions of the arms that may still be the best, by their confidence bounds; closes the others")
@Stability(MAY_CHANGE)
public record Plausible(@Default("1") double bonus) implements Outlook {
    public Plausible {
        Require.notNegative("bonus", bonus);
    }

    @Override
    public Optional<String> obstacle(ModelSpec model) {
        return model.widths() ? Optional.empty() : Optional.of(Optimistic.LACK);
    }

    @Override
    public Views on(Model model, Seed seed) {
        return new Survivors(model, bonus, new double[model.actions()]);
    }

    private record Survivors(Model model, double bonus, double[] widths) implements Views {
        @Override
        public void write(int view, long step, Context context, BitSet open, double[] out) {
            model.values(context, out);
            model.widths(context, widths);
            double bound = Double.NEGATIVE_INFINITY;
            for (int a = open.nextSetBit(0); a >= 0; a = open.nextSetBit(a + 1)) {
                bound = Math.max(bound, out[a] - bonus * widths[a]);
            }
            for (int a = 0; a < out.length; a++) {
                out[a] = out[a] + bonus * widths[a] < bound ? Double.NEGATIVE_INFINITY : out[a];
            }
        }
    }
}
