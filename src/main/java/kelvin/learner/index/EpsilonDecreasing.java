package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Optional;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.InitialPulls;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * εₙ-greedy: plays the largest mean, but any open action with a probability that falls with the step.
 *
 * <pre>
 *   ε(step) = min(1, c·K/(d²·step)),   K = actions
 * </pre>
 *
 * <p>Its regret is logarithmic for rewards in [0, 1] if d is at most the gap between the two best means, and c is large
 * enough; c &gt; 5 is. Untried actions come first, in random order; ties are broken at random. Closed actions count in
 * K. Cost per step: one random number and one comparison per action.
 *
 * @param exploration c; finite and ≥ 0
 * @param gap d, in reward units; finite and &gt; 0
 * @see <a href="https://doi.org/10.1023/A:1013689704352">Auer, Cesa-Bianchi and Fischer (2002), Finite-time analysis of
 *     the multiarmed bandit problem, figure 3</a>
 */
@Summary("the largest mean, but any arm with probability exploration·arms/(gap²·step)")
@Stability(STABLE)
public record EpsilonDecreasing(double exploration, double gap) implements LearnerSpec {
    public EpsilonDecreasing {
        Require.notNegative("exploration", exploration);
        Require.positive("gap", gap);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public SufficientHistory sufficientHistory() {
        return SufficientHistory.SUMS;
    }

    @Override
    public Optional<Guarantee> guarantee() {
        return Optional.of(Guarantee.bound(Rewards.UNIT_INTERVAL));
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        int actions = problem.actions();
        double start = exploration * actions / (gap * gap);
        return new IndexPlayer(
                actions,
                MeanIndex.ofMeans(actions),
                new InitialPulls(actions, random),
                step -> Math.min(1, start / step),
                random);
    }
}
