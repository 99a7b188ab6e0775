package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Optional;
import kelvin.contract.Default;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Estimates;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Anytime optimally confident UCB, for rewards whose noise is 1-subgaussian (of variance 1, say; rewards in [0, 1]
 * are).
 *
 * <pre>
 *   mean[a] + √(2η ln B[a]/n[a]),   B[a] = max(e, ln t, t ln t / Σⱼ min(n[a], n[j]^ρ n[a]^(1−ρ)))
 * </pre>
 *
 * <p>t = plays so far, n[a] = plays of a; the sum is over all actions, closed ones too. Untried actions come first, in
 * random order; ties are broken at random. Cost per step: per action a logarithm and a square root, and for each pair
 * of actions one square root (ρ = 1/2) or power, so quadratic in the number of actions.
 *
 * @param eta η; finite and &gt; 1
 * @param rho ρ, in [1/2, 1]
 * @see <a href="https://arxiv.org/abs/1603.08661">Lattimore (2016), Regret analysis of the anytime optimally confident
 *     UCB algorithm</a>
 */
@Summary("optimally confident UCB: bounds as narrow as the plays of all arms allow; needs no horizon")
@Stability(STABLE)
public record OcUcb(
        @Default("2") double eta, @Default("0.5") double rho) implements LearnerSpec {
    public OcUcb {
        Require.that(eta > 1 && eta < Double.POSITIVE_INFINITY, "eta", eta, "finite and > 1");
        Require.that(rho >= 0.5 && rho <= 1, "rho", rho, "in [0.5, 1]");
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
        return Optional.of(Guarantee.bound(1.0));
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        int actions = problem.actions();
        return new IndexPlayer(
                actions, (step, seen, open) -> step - 1, (a, seen, plays) -> index(a, seen, plays, actions), random);
    }

    private double index(int action, Estimates seen, double plays, int actions) {
        double n = seen.count(action);
        double effective = 0;
        for (int j = 0; j < actions; j++) {
            effective += n * Math.min(1, power(seen.count(j) / n));
        }
        double log = StrictMath.log(plays);
        double confidence = Math.max(Math.E, Math.max(log, plays * log / effective));
        return seen.value(action) + Math.sqrt(2 * eta * StrictMath.log(confidence) / n);
    }

    private double power(double ratio) {
        return rho == 0.5 ? Math.sqrt(ratio) : rho == 1 ? ratio : StrictMath.pow(ratio, rho);
    }
}
