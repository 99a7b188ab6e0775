package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.InitialPulls;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * ε-first: explores uniformly for a fraction of the horizon, then always plays the largest mean.
 *
 * <pre>
 *   any open action while step ≤ ⌈ε·T⌉, then the largest mean reward;   T = horizon
 * </pre>
 *
 * <p>Means keep learning. An action that exploration missed is tried first; ties are broken at random. Needs a known
 * horizon. Cost per step: one random number, then one comparison per action.
 *
 * @param epsilon ε, in [0, 1]
 * @see <a href="https://doi.org/10.1007/11564096_42">Vermorel and Mohri (2005), Multi-armed bandit algorithms and
 *     empirical evaluation</a>
 */
@Summary("any arm for a fraction epsilon of the horizon, then the largest mean")
@Stability(STABLE)
public record EpsilonFirst(double epsilon) implements LearnerSpec {
    public EpsilonFirst {
        Require.probability("epsilon", epsilon);
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
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        int actions = problem.actions();
        double last = Math.ceil(epsilon * problem.knownHorizon());
        return new IndexPlayer(
                actions, MeanIndex.ofMeans(actions), new InitialPulls(0, random), step -> step <= last ? 1 : 0, random);
    }
}
