package kelvin.learner.nonstationary;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.InitialPulls;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.index.Index;
import kelvin.learner.index.IndexPlayer;
import kelvin.numeric.Log;
import kelvin.schedule.Constant;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * UCB that watches each action for a change with a two-sided CUSUM test, and forgets an action that changed.
 *
 * <pre>
 *   any open action with probability α, else the largest mean[a] + √(ξ ln Σⱼ n[j]/n[a])
 *   up ← max(0, up + r − m − ε),   down ← max(0, down + m − r − ε),   change when either exceeds h
 * </pre>
 *
 * <p>m is the mean of an action's first M rewards since it was forgotten, after which its test begins; n and mean count
 * from there too. Untried and forgotten actions come first; ties are broken at random. Rewards are in [0, 1], tested in
 * the order in which they come. Where changes come every L steps or so, h = ln L and α = √(ln L/L) are right up to
 * constants. Cost per step: a square root per action and one logarithm.
 *
 * @param samples M, rewards from which a test learns the mean; at least 1
 * @param tolerance ε, the change that goes unnoticed, in reward units; finite and ≥ 0
 * @param threshold h, in reward units; finite and &gt; 0
 * @param exploration α, in [0, 1]
 * @param width ξ; finite and ≥ 0
 * @see <a href="https://arxiv.org/abs/1711.03539">Liu, Lee and Shroff (2018), A change-detection based framework for
 *     piecewise-stationary multi-armed bandit problem</a>
 */
@Summary("UCB that forgets an arm when a CUSUM test says it has changed; rewards in [0, 1]")
@Stability(STABLE)
public record CusumUcb(
        @Default("100") int samples,
        @Default("0.1") double tolerance,
        double threshold,
        double exploration,
        @Default("1") double width)
        implements LearnerSpec {
    public CusumUcb {
        Require.atLeast("samples", 1, samples);
        Require.notNegative("tolerance", tolerance);
        Require.positive("threshold", threshold);
        Require.probability("exploration", exploration);
        Require.notNegative("width", width);
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
        int actions = problem.actions();
        Index tests = new Tests(this, actions);
        return new IndexPlayer(actions, tests, new InitialPulls(actions, random), new Constant(exploration), random);
    }

    private static final class Tests implements Index {
        private final CusumUcb spec;
        private final double[] sums;
        private final long[] counts;
        private final double[] references;
        private final double[] up;
        private final double[] down;

        Tests(CusumUcb spec, int actions) {
            this.spec = spec;
            this.sums = new double[actions];
            this.counts = new long[actions];
            this.references = new double[actions];
            this.up = new double[actions];
            this.down = new double[actions];
        }

        @Override
        public void observe(long step, int action, double reward) {
            sums[action] += reward;
            counts[action]++;
            if (counts[action] <= spec.samples) {
                references[action] = sums[action] / counts[action];
            } else if (changed(action, reward - references[action])) {
                forget(action);
            }
        }

        private boolean changed(int action, double difference) {
            up[action] = Math.max(0, up[action] + difference - spec.tolerance);
            down[action] = Math.max(0, down[action] - difference - spec.tolerance);
            return Math.max(up[action], down[action]) > spec.threshold;
        }

        private void forget(int action) {
            sums[action] = 0;
            counts[action] = 0;
            up[action] = 0;
            down[action] = 0;
        }

        @Override
        public void write(long step, BitSet open, double[] out) {
            long total = 0;
            for (long count : counts) {
                total += count;
            }
            double level = spec.width * Log.of(Math.max(1, total));
            for (int i = 0; i < out.length; i++) {
                out[i] = counts[i] > 0 ? sums[i] / counts[i] + Math.sqrt(level / counts[i]) : UNKNOWN;
            }
        }

        @Override
        public void state(StateFields fields) {
            fields.reals("sums", sums);
            fields.counts("counts", counts);
            fields.reals("references", references);
            fields.reals("up", up);
            fields.reals("down", down);
        }
    }
}
