package kelvin.learner.slate;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Estimates;
import kelvin.learner.index.Index;
import kelvin.numeric.ArgMax;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * CombUCB1 for slates of m actions: the m largest upper confidence bounds. For rewards in [0, 1].
 *
 * <pre>
 *   mean[a] + √(ξ ln(t − 1)/n[a]),   t = step, n[a] = rewards of a seen
 * </pre>
 *
 * <p>Actions never seen come first, in random order; ties are broken at random. The largest bound is shown first, which in a
 * cascade of clicks, where only the first actions are seen, makes it CascadeUCB1. Cost per step: one logarithm, a square root
 * per action, and m looks at all actions.
 *
 * @param m how many actions are shown, at least 1
 * @param exploration ξ; finite and &ge; 0; both papers have 1.5
 * @see <a href="https://proceedings.mlr.press/v38/kveton15.html">Kveton, Wen, Ashkan and Szepesvári (2015), Tight regret bounds
 *     for stochastic combinatorial semi-bandits</a>
 * @see <a href="https://proceedings.mlr.press/v37/kveton15.html">Kveton, Szepesvári, Wen and Ashkan (2015), Cascading bandits:
 *     learning to rank in the cascade model</a>
 */
@Summary("shows the m arms with the largest mean + √(exploration·ln t/n), the largest first; rewards in [0, 1]")
@Stability(STABLE)
public record CombUcb1(int m, @Default("1.5") double exploration) implements SlateSpec {
    public CombUcb1 {
        Require.atLeast("m", 1, m);
        Require.notNegative("exploration", exploration);
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public SlateSizes slates(int actions) {
        return new SlateSizes(m, m);
    }

    @Override
    public SlateLearner create(BanditTask problem, UniformRandomProvider random) {
        Require.that(m <= problem.actions(), "m", m, "at most " + problem.actions() + ", the number of actions");
        return new Player(this, problem.actions(), random);
    }

    private static final class Player implements SlateLearner {
        private final CombUcb1 spec;
        private final Estimates seen;
        private final double[] bounds;
        private final UniformRandomProvider random;

        Player(CombUcb1 spec, int actions, UniformRandomProvider random) {
            this.spec = spec;
            this.seen = Estimates.sampleAverages(actions);
            this.bounds = new double[actions];
            this.random = random;
        }

        @Override
        public void select(long step, Slate slate) {
            write(step, bounds);
            for (int place = 0; place < spec.m; place++) {
                int best = ArgMax.of(bounds, random);
                slate.add(best);
                bounds[best] = Double.NEGATIVE_INFINITY;
            }
        }

        private void write(long step, double[] out) {
            double scale = spec.exploration * Log.of(step - 1);
            for (int i = 0; i < out.length; i++) {
                long n = seen.count(i);
                out[i] = n == 0 ? Index.UNKNOWN : seen.value(i) + Math.sqrt(scale / n);
            }
        }

        /** Writes 1 above the m-th largest bound; those equal to it share what places are left. */
        @Override
        public boolean inclusion(long step, double[] out) {
            write(step, out);
            double[] sorted = out.clone();
            Arrays.sort(sorted);
            double edge = sorted[sorted.length - spec.m];
            int above = 0;
            int tied = 0;
            for (double bound : out) {
                above += bound > edge ? 1 : 0;
                tied += bound == edge ? 1 : 0;
            }
            for (int i = 0; i < out.length; i++) {
                out[i] = out[i] > edge ? 1 : out[i] == edge ? (double) (spec.m - above) / tied : 0;
            }
            return true;
        }

        @Override
        public void observe(long step, Slate slate) {
            for (int place = 0; place < slate.seen(); place++) {
                seen.update(slate.action(place), slate.reward(place));
            }
        }

        @Override
        public void state(StateFields fields) {
            seen.state(fields);
        }
    }
}
