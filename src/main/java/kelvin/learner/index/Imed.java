package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import java.util.Optional;
import kelvin.contract.Default;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Estimates;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.RewardFamily;
import kelvin.learner.SufficientHistory;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Indexed minimum empirical divergence (IMED): plays the action that needs the least evidence to be taken for the best.
 *
 * <pre>
 *   min n[a]·kl(mean[a], max mean)/φ + ln n[a],   n[a] = plays of a
 * </pre>
 *
 * <p>As good as {@link KlUcb} in theory and in practice, without an equation to solve. Sums that differ by less than
 * 10⁻¹² are ties. The largest mean is that of the open actions. Untried actions come first, in random order; ties are
 * broken at random. Cost per step: three logarithms per action.
 *
 * @param family what rewards are like
 * @param dispersion φ, of which {@link RewardFamily} says what it is; finite and &gt; 0
 * @see <a href="https://jmlr.org/papers/v16/honda15a.html">Honda and Takemura (2015), Non-asymptotic analysis of a new
 *     bandit algorithm for semi-bounded rewards</a>
 */
@Summary("the least n·kl(mean, best mean) + ln n: the arm that needs the least evidence to be the best")
@Stability(STABLE)
public record Imed(
        @Default("bernoulli") RewardFamily family,
        @Default("1") double dispersion) implements LearnerSpec {
    /** Rounding to 10⁻¹² keeps ties such as 1·kl(0, 9/10) = ln 10, which the last bits would break. */
    private static final double RESOLUTION = 0x1p40;

    public Imed {
        Require.positive("dispersion", dispersion);
    }

    @Override
    public Rewards rewards() {
        return family.rewards();
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
        return family.guarantee(dispersion);
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new IndexPlayer(problem.actions(), (step, seen, open) -> largestMean(seen, open), this::index, random);
    }

    /** Returns the largest mean of an open action that has given a reward; −∞ if there is none. */
    static double largestMean(Estimates seen, BitSet open) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            best = seen.count(i) > 0 ? Math.max(best, seen.value(i)) : best;
        }
        return best;
    }

    private double index(int action, Estimates seen, double best) {
        long n = seen.count(action);
        double evidence = n * family.divergence(seen.value(action), best) / dispersion + Log.of(n);
        return -Math.rint(evidence * RESOLUTION) / RESOLUTION;
    }
}
