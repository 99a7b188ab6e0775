package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.BernoulliTrial;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Top-two Thompson sampling with Beta posteriors: finds the best action by playing the two that may be it. For rewards
 * in [0, 1].
 *
 * <pre>
 *   θ[i] ~ Beta(1 + S[i], 1 + F[i]),   S, F = successes and failures
 *   I = argmax θ;   with probability β choose I, else draw θ anew until J = argmax θ is another, and choose J
 * </pre>
 *
 * <p>Once the leader is all but certain another one hardly ever leads: after so many {@code attempts} the second best
 * of the last draw is chosen. A reward r strictly between 0 and 1 counts as a success with probability r. The action
 * recommended is the one with the largest posterior mean. There is no closed form of its choices. Cost per step: a draw per action, and where the leader is not
 * chosen a density or two per other action and a few more draws: draws that the leader is all but certain to lead are counted,
 * not made.
 *
 * @param leading β, the probability of choosing the leader; in (0, 1)
 * @param attempts how often another leader is looked for; at least 1
 * @see <a href="https://proceedings.mlr.press/v49/russo16.html">Russo (2016), Simple Bayesian algorithms for best arm
 *     identification</a>
 */
@Summary("best arm by Thompson sampling that gives half of the plays to the second best; rewards in [0, 1]")
@Stability(STABLE)
public record TopTwoBeta(
        @Default("0.5") double leading, @Default("100") int attempts) implements LearnerSpec {
    public TopTwoBeta {
        Require.that(leading > 0 && leading < 1, "leading", leading, "in (0, 1)");
        Require.atLeast("attempts", 1, attempts);
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public boolean recommends() {
        return true;
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        BetaBelief belief = new BetaBelief(problem.actions(), 1, 1, new BernoulliTrial(random));
        return new TopTwo(problem.actions(), belief, leading, attempts, random);
    }
}
