package kelvin.learner.nonstationary;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.List;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.BernoulliTrial;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.bayes.PosteriorSampling;
import kelvin.numeric.GammaSampler;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * f-discounted-sliding-window Thompson sampling: draws twice per action, once from all its rewards, fading, and once from its latest,
 * and combines the two. For rewards in [0, 1] in worlds that change.
 *
 * <pre>
 *   θ₁[i] ~ Beta(1 + S[i], 1 + F[i]),   S, F = successes and failures, each times γ at every step
 *   θ₂[i] ~ Beta(1 + s[i], 1 + f[i]),   s, f = successes and failures among the last w rewards of i
 *   choose argmax f(θ₁, θ₂),   f = min, mean or max
 * </pre>
 *
 * <p>A reward r strictly between 0 and 1 counts as a success with probability r. Cost per step: four gamma variables and one power per
 * action. It holds 8 bytes per action and reward of the window.
 *
 * @see <a href="https://doi.org/10.3390/e23030380">Cavenaghi, Sottocornola, Stella and Zanker (2021), Non stationary multi-armed
 *     bandit: empirical evaluation of a new concept drift-aware algorithm</a>
 * @param discount γ, in (0, 1]
 * @param window w, in rewards of one action; at least 1
 * @param aggregate f: min, mean or max
 */
@Summary("f-discounted-sliding-window Thompson sampling: one draw from discounted, one from recent rewards, combined")
@Stability(STABLE)
public record ThompsonDsw(
        double discount, int window, @Default("mean") Aggregate aggregate) implements LearnerSpec {
    public ThompsonDsw {
        Require.that(discount > 0 && discount <= 1, "discount", discount, "in (0, 1]");
        Require.atLeast("window", 1, window);
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new PosteriorSampling(
                new Twofold(problem.actions(), new BernoulliTrial(random)), problem.actions(), random);
    }

    private final class Twofold implements PosteriorSampling.Belief {
        private final DiscountedSums all;
        private final RecentRewards[] latest;
        private final long[] counts;
        private final BernoulliTrial tosses;
        private long now = 1;

        Twofold(int actions, BernoulliTrial tosses) {
            this.all = new DiscountedSums(actions, discount);
            this.latest = new RecentRewards[actions];
            this.counts = new long[actions];
            this.tosses = tosses;
            Arrays.setAll(latest, i -> new RecentRewards(1, window));
        }

        @Override
        public void advance(long step) {
            now = step;
        }

        @Override
        public double draw(int action, GammaSampler gammas) {
            double fading = all.since(action, now);
            double successes = fading * all.sum(action);
            double failures = fading * (all.weight(action) - all.sum(action));
            RecentRewards own = latest[action];
            return aggregate.of(
                    gammas.beta(1 + successes, 1 + failures),
                    gammas.beta(1 + own.sum(0), 1 + own.count(0) - own.sum(0)));
        }

        @Override
        public void learn(long step, int action, double reward) {
            double success = tosses.success(reward) ? 1 : 0;
            all.add(step, action, success);
            // Its own rewards, in the order in which they come, are the decisions of an action's window.
            latest[action].add(++counts[action], 0, success);
        }

        @Override
        public void state(StateFields fields) {
            fields.part("all", all);
            fields.parts("latest", List.of(latest));
            fields.counts("counts", counts);
            now = fields.whole("now", now);
            for (int i = 0; i < latest.length; i++) {
                latest[i].requireTrials();
                boolean trials = all.sum(i) >= 0 && all.sum(i) <= all.weight(i);
                Require.that(trials, "all.sums[" + i + "]", all.sum(i), "in [0, " + all.weight(i) + "]");
            }
        }
    }
}
