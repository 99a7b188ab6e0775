package kelvin.learner.gradient;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A {@link GradientBandit} that ascends the expected reward plus τ times the entropy of its own choices. It settles at the softmax of
 * the true means at temperature τ, and so never stops exploring.
 *
 * <pre>
 *   π = softmax(H),   H[i] ← H[i] + α·(r − b − τ·ln π[a])·([i = a] − π[i]),   H starts at 0
 * </pre>
 *
 * <p>In expectation this is the exact gradient of Σ π·μ + τ·H(π), whatever the baseline b. Cost per step: one softmax and one
 * logarithm.
 *
 * @see <a href="https://arxiv.org/abs/2005.06392">Mei, Xiao, Szepesvári and Schuurmans (2020), On the global convergence rates of softmax
 *     policy gradient methods</a>
 * @param stepSize α, per reward unit; finite and &gt; 0
 * @param temperature τ, in reward units; finite and &gt; 0
 * @param baseline b: the average reward including or excluding the current one, or none
 */
@Summary("gradient bandit that also values its own entropy: settles at the softmax of the means")
@Stability(STABLE)
public record EntropyGradient(
        double stepSize,
        double temperature,
        @Default("including") Baseline baseline) implements LearnerSpec {
    public EntropyGradient {
        Require.positive("stepSize", stepSize);
        Require.positive("temperature", temperature);
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
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new GradientBandit.Player(
                stepSize, baseline, temperature, GradientBandit.PLAIN, problem.actions(), random);
    }
}
