package kelvin.learner.nonstationary;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.RewardFamily;
import kelvin.learner.index.Index;
import kelvin.learner.index.IndexPlayer;
import kelvin.learner.index.KlUcb;
import kelvin.learner.index.LargestBound;
import kelvin.numeric.Log;
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
 * which they come. Remembers the rewards since the restart, 8 bytes each, at most 12 while an array grows, and as much again for
 * the most played action. Cost per step: that of {@link KlUcb}, one logarithm, and a few additions per {@code every} rewards since the
 * restart, but only where the test could fail at all: some fifteen rewards pass before it can come near its threshold again.
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

    private static final class Tests implements Index, LargestBound.Evidence {
        private final GlrKlUcb spec;
        private final ChangeTest[] tests;
        private final long[] starts;
        private final double period;
        private final LargestBound bounds;
        private long restart;

        Tests(GlrKlUcb spec, int actions) {
            EntropyTable table = new EntropyTable();
            this.spec = spec;
            this.tests = new ChangeTest[actions];
            this.starts = new long[actions];
            this.period = Math.floor(actions / spec.exploration);
            this.bounds = new LargestBound(actions, this);
            Arrays.setAll(tests, i -> new ChangeTest(spec.errorProbability, spec.every, table));
        }

        @Override
        public void observe(long step, int action, double reward) {
            bounds.changed(action);
            if (tests[action].changed(reward)) {
                restart = step;
                for (int i = 0; i < tests.length; i++) {
                    if (i == action || !spec.local) {
                        tests[i].restart();
                        starts[i] = step;
                        bounds.changed(i);
                    }
                }
            }
        }

        @Override
        public void write(long step, BitSet open, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = bound(i, level(step, starts[i]));
            }
            force(step, out);
        }

        @Override
        public void writeLargest(long step, BitSet open, double[] out) {
            double level = level(step, starts[0]);
            for (int i = 0; i < out.length; i++) {
                bounds.levels()[i] = starts[i] == starts[0] ? level : level(step, starts[i]);
            }
            bounds.write(open, out);
            force(step, out);
        }

        private static double level(long step, long start) {
            return Log.of(Math.max(1, step - 1 - start));
        }

        private void force(long step, double[] out) {
            double turn = (step - 1 - restart) % period;
            if (turn < out.length && spec.exploration > 0) {
                out[(int) turn] = UNKNOWN;
            }
        }

        @Override
        public double bound(int action, double level) {
            int n = tests[action].count();
            return n > 0 ? RewardFamily.BERNOULLI.upper(tests[action].mean(), n, level, 1) : UNKNOWN;
        }

        @Override
        public double against(int action, double x) {
            return tests[action].count() * RewardFamily.BERNOULLI.divergence(tests[action].mean(), x);
        }

        @Override
        public double slope(int action, double x, double against) {
            return tests[action].count() * RewardFamily.BERNOULLI.slope(tests[action].mean(), x);
        }

        @Override
        public void state(StateFields fields) {
            fields.parts("tests", List.of(tests));
            fields.wholes("starts", starts);
            restart = fields.whole("restart", restart);
        }
    }
}
