package kelvin.learner.identification;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.Optional;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Finds the best of K actions with a fixed budget, the horizon: splits it equally over ⌈log₂ K⌉ phases, each of which
 * drops the worse half of the actions.
 *
 * <pre>
 *   in a phase with s actions left each is played ⌊T/(s·⌈log₂ K⌉)⌋ times; the ⌈s/2⌉ with the largest means stay
 * </pre>
 *
 * <p>T = horizon, known and at least K·⌈log₂ K⌉. Means are of all rewards so far, where the source forgets those of
 * earlier phases; its bound holds for both: for rewards in [0, 1] the wrong action is left with a probability of at
 * most 3·log₂ K·exp(−T/(8·H·log₂ K)), H = max i/Δ², Δ the i-th smallest gap. What the phases leave of the budget goes
 * to the last action left. The order of play is random, and so are ties. Cost per step: nothing to speak of; per phase,
 * a sort of the means.
 *
 * @see <a href="https://proceedings.mlr.press/v28/karnin13.html">Karnin, Koren and Somekh (2013), Almost optimal
 *     exploration in multi-armed bandits</a>
 */
@Summary("best arm with a fixed budget, the horizon: drops the worse half of the arms, phase after phase")
@Stability(STABLE)
public record SequentialHalving() implements LearnerSpec {
    @Override
    public boolean recommends() {
        return true;
    }

    @Override
    public Optional<Guarantee> guarantee() {
        return Optional.of(Guarantee.bound(0.5));
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        int actions = problem.actions();
        int phases = Integer.SIZE - Integer.numberOfLeadingZeros(actions - 1);
        long horizon = problem.knownHorizon();
        long least = (long) actions * phases;
        Require.that(horizon >= least, "horizon", horizon, "at least " + least + " for " + actions + " arms");
        long[] rounds = new long[phases];
        int[] kept = new int[phases];
        Arrays.setAll(kept, phase -> ((actions - 1) >> (phase + 1)) + 1);
        long played = 0;
        for (int phase = 0; phase < phases; phase++) {
            int left = phase == 0 ? actions : kept[phase - 1];
            played += horizon / ((long) left * phases);
            rounds[phase] = played;
        }
        return new Knockout(actions, rounds, kept, random);
    }
}
