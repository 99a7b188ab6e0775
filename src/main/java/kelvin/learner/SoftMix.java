package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Optional;
import kelvin.contract.Default;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log;
import kelvin.policy.Annealed;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Lagged;
import kelvin.schedule.LogOverCount;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * SoftMix: softmax over mean rewards at a temperature that falls as ln t/t, fast enough for logarithmic regret where the gaps are not
 * small beside it. For rewards of unit size.
 *
 * <pre>
 *   p[i] ∝ exp(mean[i]/τ),   τ = scale·√(ln K/K)·ln t/t,   t = plays so far
 * </pre>
 *
 * <p>Each action is chosen once first, in random order. The temperature is that of {@link LogOverCount}. The algorithm of the paper
 * mixes in uniform exploration besides; this is the form in which it is compared since. Cost per step: one softmax.
 *
 * @see <a href="https://dl.acm.org/doi/10.5555/645527.657464">Cesa-Bianchi and Fischer (1998), Finite-time regret bounds for the
 *     multiarmed bandit problem</a>
 * @param scale a factor on the temperature, in reward units; finite and &gt; 0
 */
@Summary("softmax over mean rewards whose temperature falls as ln t/t; each arm once first")
@Stability(STABLE)
public record SoftMix(@Default("1") double scale) implements LearnerSpec {
    public SoftMix {
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
        return Optional.of(Guarantee.bound(Rewards.UNIT_INTERVAL));
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        int actions = Math.max(problem.actions(), 2);
        double start = scale * Math.sqrt(Log.of(actions) / actions);
        Schedule temperature = new Lagged(new LogOverCount(start), 1);
        PolicySchedule policy = new Annealed(new Softmax(1), "temperature", temperature);
        return new ValueLearner(policy, 0, new InverseCount(1), true).create(problem, random);
    }
}
