package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import java.util.Optional;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.numeric.ArgMax;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Boltzmann exploration with a temperature for each action, which falls as the action becomes known.
 *
 * <pre>
 *   argmax mean[a] + C/√n[a]·G[a],   n[a] = rewards of a,   G[a] standard Gumbel, drawn anew at every step
 * </pre>
 *
 * <p>With one temperature for all, the same rule is softmax, whose single temperature explores known and unknown actions alike.
 * Untried actions come first, in random order; an action that was chosen but whose reward has not come back yet counts as
 * untried. Choice probabilities are integrals,
 * {@code probabilities} computes them to 10⁻¹⁵ by quadrature, at a cost of 170·n²·√(max n/min n) exponentials. Cost per step: one exponential variate, one logarithm and a square root per
 * action.
 *
 * @param scale C, in reward units; finite and &gt; 0. Its regret is proven to grow as
 *     ln² T for σ-sub-Gaussian rewards, with a factor of exp(σ²/(2C²))
 * @see <a href="https://arxiv.org/abs/1705.10257">Cesa-Bianchi, Gentile, Lugosi and Neu (2017), Boltzmann exploration done
 *     right</a>
 */
@Summary("the largest mean + scale/√n·Gumbel noise: a temperature per arm; untried arms first")
@Stability(STABLE)
public record BoltzmannGumbel(double scale) implements LearnerSpec {
    public BoltzmannGumbel {
        Require.positive("scale", scale);
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
        return Optional.of(Guarantee.bound(Guarantee.ANY_SCALE));
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new Player(scale, problem.actions(), random);
    }

    private static final class Player implements Learner {
        private final double scale;
        private final UniformRandomProvider random;
        private final ZigguratSampler.Exponential exponential;
        private final InitialPulls untried;
        private final Estimates means;
        private final double[] noisy;
        private final double[] scales;
        private final BitSet open = new BitSet();

        Player(double scale, int actions, UniformRandomProvider random) {
            this.scale = scale;
            this.random = random;
            this.exponential = ZigguratSampler.Exponential.of(random);
            this.untried = new InitialPulls(actions, random);
            this.means = Estimates.sampleAverages(actions);
            this.noisy = new double[actions];
            this.scales = new double[actions];
            this.open.set(0, actions);
        }

        @Override
        public int select(long step) {
            if (untried.any()) {
                return untried.draw();
            }
            for (int i = 0; i < noisy.length; i++) {
                noisy[i] = open.get(i) ? noisy(i) : Double.NEGATIVE_INFINITY;
            }
            return ArgMax.of(noisy, random);
        }

        /** Returns the mean plus Gumbel noise, which is minus the logarithm of an exponential variate. */
        private double noisy(int action) {
            long n = means.count(action);
            return n == 0
                    ? Double.MAX_VALUE
                    : means.value(action) - scale / Math.sqrt(n) * Log.of(exponential.sample());
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            if (untried.any()) {
                untried.shares(out);
            } else {
                for (int i = 0; i < scales.length; i++) {
                    long n = means.count(i);
                    scales[i] = n == 0 ? Double.POSITIVE_INFINITY : scale / Math.sqrt(n);
                    noisy[i] = means.value(i);
                }
                GumbelRace.probabilities(noisy, scales, open, out);
            }
            return true;
        }

        @Override
        public boolean values(long step, double[] out) {
            return means.averages(out);
        }

        @Override
        public void observe(long step, int action, double reward) {
            untried.tried(action);
            means.update(action, reward);
        }

        @Override
        public void open(BitSet actions) {
            untried.open(actions);
            open.clear();
            open.or(actions);
        }

        @Override
        public void state(StateFields fields) {
            fields.part("untried", untried);
            fields.part("means", means);
            OpenActions.state(fields, open, noisy.length);
        }
    }
}
