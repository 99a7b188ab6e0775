package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
import java.util.Optional;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Context;
import kelvin.model.Ensemble;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.random.Seed;

/**
 * The outlook that asks one member of an ensemble, picked uniformly at random, so that choices are averaged over the members.
 *
 * <pre>
 *   p[a] = Σ π(a | values of member j)/m
 * </pre>
 *
 * <p>Under {@code Greedy} p is the share of the members that find the action best, ties split: exploration by bagging. An action that
 * no member finds best has probability 0. Cost per decision: the predictions of all members.
 *
 * @see <a href="https://arxiv.org/abs/1402.0555">Agarwal, Hsu, Kale, Langford, Li and Schapire (2014), Taming the monster: a fast and
 *     simple algorithm for contextual bandits</a>
 */
@Summary("the predictions of one member of an ensemble, picked at random: exploration by bagging")
@Stability(MAY_CHANGE)
public record Averaged() implements Outlook {
    @Override
    public Optional<String> obstacle(ModelSpec model) {
        return model.ensemble() ? Optional.empty() : Optional.of("is not made of several");
    }

    /**
     * {@inheritDoc}
     *
     * @throws ClassCastException if the model is no ensemble
     */
    @Override
    public Views on(Model model, Seed seed) {
        return new Members((Ensemble) model);
    }

    private record Members(Ensemble model) implements Views {
        @Override
        public int count() {
            return model.members();
        }

        @Override
        public void write(int view, long step, Context context, BitSet open, double[] out) {
            model.values(view, context, out);
        }
    }
}
