package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Optional;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.random.Seed;

/**
 * The outlook that draws the predictions of all actions once, jointly, from what the model believes: Thompson sampling.
 *
 * <pre>
 *   view = f(context; θ̃),   θ̃ ~ the model's belief, standard deviations times scale
 * </pre>
 *
 * <p>Under {@code Greedy} on a {@code Ridge} model this is linear Thompson sampling, on a bag of models bootstrap Thompson sampling.
 * Choices have no probability in closed form; {@link Draws} gives them one. Cost per decision: one draw.
 *
 * @see <a href="https://arxiv.org/abs/1209.3352">Agrawal and Goyal (2013), Thompson sampling for contextual bandits with linear
 *     payoffs</a>
 * @param scale what standard deviations are multiplied by; finite and ≥ 0
 */
@Summary("one joint draw of all predictions from what the model believes: Thompson sampling")
@Stability(MAY_CHANGE)
public record Sampled(@Default("1") double scale) implements Outlook {
    /** The words for a model without beliefs. */
    static final String LACK = "does not draw predictions from what it believes";

    public Sampled {
        Require.notNegative("scale", scale);
    }

    @Override
    public Optional<String> obstacle(ModelSpec model) {
        return model.samples() ? Optional.empty() : Optional.of(LACK);
    }

    @Override
    public Views on(Model model, Seed seed) {
        return new BeliefDraws(model, seed.streams(), scale, 1, false);
    }
}
