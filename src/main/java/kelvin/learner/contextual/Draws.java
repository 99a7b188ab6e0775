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
 * The outlook of Thompson sampling whose choices have a probability: several joint draws of all predictions, one of which, picked
 * uniformly at random, decides.
 *
 * <pre>
 *   p[a] = Σ π(a | draw j)/draws,   draw j = f(context; θ̃ⱼ) from (seed, step, j) and the model as it is at the decision
 * </pre>
 *
 * <p>Under {@code Greedy} p is the share of the draws in which the action is the best, ties split. The probability is that of the
 * choice given the draws, exactly. Actions that are the best of no draw have probability 0 at that decision, and what they would have
 * paid cannot be estimated from its log: where propensities are to be used, put a {@code Floor} or {@code UniformMix} around the
 * policy. Cost per decision: all the draws.
 *
 * @see Sampled
 * @param scale what standard deviations are multiplied by; finite and ≥ 0
 * @param draws m, at least 1
 */
@Summary("several joint draws from what the model believes, one of which decides: Thompson sampling with propensities")
@Stability(MAY_CHANGE)
public record Draws(
        @Default("1") double scale, @Default("32") int draws) implements Outlook {
    public Draws {
        Require.notNegative("scale", scale);
        Require.atLeast("draws", 1, draws);
    }

    @Override
    public Optional<String> obstacle(ModelSpec model) {
        return model.samples() ? Optional.empty() : Optional.of(Sampled.LACK);
    }

    @Override
    public Views on(Model model, Seed seed) {
        Require.memory("draws", draws, (double) Double.BYTES * draws * model.actions());
        return new BeliefDraws(model, seed.streams(), scale, draws, true);
    }
}
