package kelvin.learner.nonstationary;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import kelvin.contract.Default;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.learner.index.Index;
import kelvin.learner.index.IndexPlayer;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * UCB for changing worlds, from the plays of the latest steps alone.
 *
 * <pre>
 *   mean[a] + b·√(ξ ln min(t, w)/n[a]),   mean and n of a in the latest w steps, t = plays so far
 * </pre>
 *
 * <p>An action not played in the window comes first. A reward counts in the step of its decision, however late it
 * comes. Where changes come every L steps or so, w = 2b√(L ln T) is proven good, T = horizon. Untried actions come
 * first, in random order; ties are broken at random. Cost per step: a square root per action and one logarithm; 20
 * bytes per step of the window.
 *
 * @param window w, in steps; at least 1
 * @param exploration ξ; finite and &gt; 0
 * @param bound b, a bound on rewards, in reward units; finite and &gt; 0
 * @see <a href="https://doi.org/10.1007/978-3-642-24412-4_16">Garivier and Moulines (2011), On upper-confidence bound
 *     policies for switching bandit problems</a>
 */
@Summary("UCB from the plays of the latest window steps alone")
@Stability(STABLE)
public record SlidingWindowUcb(
        int window,
        @Default("0.6") double exploration,
        @Default("1") double bound) implements LearnerSpec {
    public SlidingWindowUcb {
        Require.atLeast("window", 1, window);
        Require.positive("exploration", exploration);
        Require.positive("bound", bound);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public SufficientHistory sufficientHistory() {
        return SufficientHistory.HISTORY;
    }

    @Override
    public Optional<Guarantee> guarantee() {
        return Optional.of(Guarantee.bound(bound / 2));
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        int size = (int) Math.min(window, problem.horizon());
        return new IndexPlayer(
                problem.actions(), new Windowed(this, new RecentRewards(problem.actions(), size)), random);
    }

    private record Windowed(SlidingWindowUcb spec, RecentRewards seen) implements Index {
        @Override
        public void observe(long step, int action, double reward) {
            seen.add(step, action, reward);
        }

        @Override
        public boolean means(double[] out) {
            Arrays.setAll(out, i -> seen.sum(i) / seen.count(i));
            return true;
        }

        @Override
        public void write(long step, BitSet open, double[] out) {
            seen.advance(step);
            double log = Log.of(Math.min(step - 1, spec.window));
            for (int i = 0; i < out.length; i++) {
                long n = seen.count(i);
                double width = spec.bound * Math.sqrt(spec.exploration * log / n);
                out[i] = n > 0 ? seen.sum(i) / n + width : UNKNOWN;
            }
        }

        @Override
        public void state(StateFields fields) {
            seen.state(fields);
        }
    }
}
