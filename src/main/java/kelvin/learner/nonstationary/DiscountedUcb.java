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
 * UCB for changing worlds, in which a reward weighs less with every step that has passed since.
 *
 * <pre>
 *   mean[a] + 2b·√(ξ ln Σⱼ n[j]/n[a]),   n[a] = Σ γ^age over the plays of a, mean[a] = their rewards' mean with those weights
 * </pre>
 *
 * <p>The latest play has age 0; a reward that comes late has the weight of its age. Where changes come every L steps or
 * so, γ = 1 − 1/(4b√L) is proven good. Untried actions come first, in random order; ties are broken at random. Cost per
 * step: a square root per action, a power per action not chosen for more than 4096 steps, and one logarithm.
 *
 * @param discount γ, in (0, 1)
 * @param exploration ξ; finite and &gt; 0
 * @param bound b, a bound on rewards, in reward units; finite and &gt; 0
 * @see <a href="https://doi.org/10.1007/978-3-642-24412-4_16">Garivier and Moulines (2011), On upper-confidence bound
 *     policies for switching bandit problems</a>
 */
@Summary("UCB that forgets: a reward weighs discount times less with every step")
@Stability(STABLE)
public record DiscountedUcb(
        double discount,
        @Default("0.6") double exploration,
        @Default("1") double bound) implements LearnerSpec {
    public DiscountedUcb {
        Require.that(discount > 0 && discount < 1, "discount", discount, "in (0, 1)");
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
        return new IndexPlayer(
                problem.actions(), new Faded(this, new DiscountedSums(problem.actions(), discount)), random);
    }

    private record Faded(DiscountedUcb spec, DiscountedSums seen) implements Index {
        @Override
        public void observe(long step, int action, double reward) {
            seen.add(step, action, reward);
        }

        @Override
        public boolean means(double[] out) {
            Arrays.setAll(out, i -> seen.sum(i) / seen.weight(i));
            return true;
        }

        @Override
        public void write(long step, BitSet open, double[] out) {
            double total = 0;
            for (int i = 0; i < out.length; i++) {
                out[i] = seen.since(i, step) * seen.weight(i);
                total += out[i];
            }
            double log = Math.max(0, Log.of(total));
            double scale = 2 * spec.bound * Math.sqrt(spec.exploration * log);
            for (int i = 0; i < out.length; i++) {
                double n = out[i];
                out[i] = n > Double.MIN_NORMAL ? seen.sum(i) / seen.weight(i) + scale / Math.sqrt(n) : UNKNOWN;
            }
        }

        @Override
        public void state(StateFields fields) {
            seen.state(fields);
        }
    }
}
