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
 * Finds the best of K actions with a fixed budget, the horizon: in K − 1 phases, each of which rejects the action with
 * the smallest mean.
 *
 * <pre>
 *   after phase k each remaining action has been played ⌈(T − K)/(c·(K + 1 − k))⌉ times,   c = 1/2 + Σ 1/i, i from 2 to K
 * </pre>
 *
 * <p>T = horizon, known and at least K; at K, for which that is 0, each is played once. For rewards in [0, 1] the wrong
 * action is left with a probability of at most K(K − 1)/2·exp(−(T − K)/(c·H)), H = max i/Δ², Δ the i-th smallest gap. What the phases leave of the budget goes to
 * the last action left. The order of play is random, and so are ties. Cost per step: nothing to speak of; per phase, a
 * sort of the means.
 *
 * @see <a href="https://hal.science/hal-00654404">Audibert, Bubeck and Munos (2010), Best arm identification in
 *     multi-armed bandits</a>
 */
@Summary("best arm with a fixed budget, the horizon: rejects the worst arm, phase after phase")
@Stability(STABLE)
public record SuccessiveRejects() implements LearnerSpec {
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
        long horizon = problem.knownHorizon();
        Require.that(horizon >= actions, "horizon", horizon, "at least the number of arms, " + actions);
        int[] kept = new int[actions - 1];
        Arrays.setAll(kept, phase -> actions - 1 - phase);
        return new Knockout(actions, rounds(actions, horizon), kept, random);
    }

    static long[] rounds(int actions, long horizon) {
        double c = 0.5;
        for (int i = 2; i <= actions; i++) {
            c += 1.0 / i;
        }
        double budget = (horizon - actions) / c;
        long[] rounds = new long[actions - 1];
        Arrays.setAll(rounds, phase -> Math.max(1, (long) Math.ceil(budget / (actions - phase))));
        return rounds;
    }
}
