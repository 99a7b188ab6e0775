package kelvin.learner.nonstationary;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.RewardFamily;
import kelvin.learner.index.Index;
import kelvin.learner.index.IndexPlayer;
import kelvin.learner.index.KlUcb;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * KL-UCB that looks for changes with a generalised likelihood ratio test and starts anew when it finds one.
 *
 * <pre>
 *   change in a when, for some s &lt; n,   s·kl(m₁, m) + (n − s)·kl(m₂, m) &gt; ln(3 n√n/δ)
 *   index of a: max {q : n·kl(m, q) ≤ ln(t − τ)}
 * </pre>
 *
 * <p>m, m₁ and m₂ are the means of all n rewards of a since the latest restart τ of a, of the first s and of the rest.
 * Of every ⌊K/α⌋ steps since the latest restart K go to the actions in turn, whatever their indices. A change restarts
 * all actions, or with {@code local} only its own. Where changes come every L steps or so, δ = 1/√L and α = √(ln L/L)
 * (local: δ/√K, α·√K) are right up to constants.
 *
 * <p>Untried and restarted actions come first; ties are broken at random; rewards are in [0, 1], tested in the order in
 * which they come. Remembers the rewards since the restart, 8 bytes each, at most 12 while an array grows. Cost per
 * step: that of {@link KlUcb}, and n/{@code every} tests of four logarithms each on the average.
 *
 * @param errorProbability δ, of a false alarm per action; in (0, 1)
 * @param exploration α, the fraction of forced steps; in [0, 1)
 * @param local whether a change in one action leaves the others alone
 * @param every after how many rewards of an action to test it, and at every how many of them to look for the change; 1
 *     is the source's definition, 10 much faster
 * @see <a href="https://jmlr.org/papers/v23/20-1384.html">Besson, Kaufmann, Maillard and Seznec (2022), Efficient
 *     change-point detection for tackling piecewise-stationary bandits</a>
 */
@Summary("KL-UCB that starts anew when a likelihood ratio test finds a change; rewards in [0, 1]")
@Stability(STABLE)
public record GlrKlUcb(
        double errorProbability,
        double exploration,
        @Default("false") boolean local,
        @Default("1") int every) implements LearnerSpec {
    public GlrKlUcb {
        Require.that(errorProbability > 0 && errorProbability < 1, "errorProbability", errorProbability, "in (0, 1)");
        Require.that(exploration >= 0 && exploration < 1, "exploration", exploration, "in [0, 1)");
        Require.atLeast("every", 1, every);
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
        return new IndexPlayer(problem.actions(), new Tests(this, problem.actions()), random);
    }

    private static final class Tests implements Index {
        private final GlrKlUcb spec;
        /** The prefix sums of each action's rewards since its restart. */
        private final double[][] sums;

        private final int[] counts;
        private final long[] starts;
        private final double period;
        private long restart;

        Tests(GlrKlUcb spec, int actions) {
            this.spec = spec;
            this.sums = new double[actions][8];
            this.counts = new int[actions];
            this.starts = new long[actions];
            this.period = Math.floor(actions / spec.exploration);
        }

        @Override
        public void observe(long step, int action, double reward) {
            int n = ++counts[action];
            if (n == sums[action].length) {
                sums[action] = Arrays.copyOf(sums[action], n * 3 / 2);
            }
            sums[action][n] = sums[action][n - 1] + reward;
            if (n % spec.every == 0 && changed(sums[action], n)) {
                restart(step, action);
            }
        }

        private boolean changed(double[] sum, int n) {
            double mean = sum[n] / n;
            double threshold = StrictMath.log(3 * n * Math.sqrt(n) / spec.errorProbability);
            for (int s = spec.every; s < n; s += spec.every) {
                double first = s * RewardFamily.BERNOULLI.divergence(sum[s] / s, mean);
                double rest = Math.min(1, (sum[n] - sum[s]) / (n - s));
                if (first + (n - s) * RewardFamily.BERNOULLI.divergence(rest, mean) > threshold) {
                    return true;
                }
            }
            return false;
        }

        private void restart(long step, int action) {
            restart = step;
            for (int i = 0; i < counts.length; i++) {
                if (i == action || !spec.local) {
                    counts[i] = 0;
                    starts[i] = step;
                }
            }
        }

        @Override
        public void write(long step, BitSet open, double[] out) {
            for (int i = 0; i < out.length; i++) {
                int n = counts[i];
                double level = StrictMath.log(Math.max(1, step - 1 - starts[i]));
                out[i] = n > 0 ? RewardFamily.BERNOULLI.upper(sums[i][n] / n, n, level, 1) : UNKNOWN;
            }
            double turn = (step - 1 - restart) % period;
            if (turn < out.length && spec.exploration > 0) {
                out[(int) turn] = UNKNOWN;
            }
        }
    }
}
