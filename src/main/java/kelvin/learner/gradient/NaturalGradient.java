package kelvin.learner.gradient;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.List;
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
 * A {@link GradientBandit} that ascends the natural gradient, damped: its steps do not vanish with the probabilities of a saturated
 * softmax until these are far below λ.
 *
 * <pre>
 *   π = softmax(H),   F = diag(π) − π·πᵀ,   H ← H + α·(r − b)·((1 − λ)·F + λ·I)⁻¹·∇ ln π[a]
 *   that is:   H[i] ← H[i] + α·(r − b)/d[a]·([i = a] − u[i]/Σu),   d[i] = λ + (1 − λ)·π[i],   u[i] = π[i]/d[i]
 * </pre>
 *
 * <p>F is the Fisher information of one choice. With λ = 1 the step is exactly that of a gradient bandit; as λ → 0 it is e[a]/π[a] up to
 * a constant added to all preferences, that of exponential weights with importance-weighted rewards. No preference moves by more than
 * α·|r − b|/λ, and that of a closed action moves by a late reward of its own only. The baseline b changes the variance, not the expected
 * step. With little damping a single reward of a rare action moves its preference far, and a few can settle the choice for long (Mei and
 * others, 2021). A reward that comes late moves the preferences from where they then are. Cost per step: one softmax, and one division
 * per action more than a gradient bandit.
 *
 * @see <a href="https://papers.nips.cc/paper/2073-a-natural-policy-gradient">Kakade (2001), A natural policy gradient</a>
 * @see <a href="https://arxiv.org/abs/2110.15572">Mei, Dai, Xiao, Szepesvári and Schuurmans (2021), Understanding the effect of
 *     stochasticity in policy optimization</a>
 * @param stepSize α, per reward unit; finite and &gt; 0
 * @param damping λ, the share of the plain gradient's metric in the step; in (0, 1]
 * @param baseline b: the average reward including or excluding the current one, or none
 * @param preferences H at the start, finite, one per action; none for 0 throughout
 */
@Summary("gradient bandit whose steps do not shrink with the probability of the chosen arm")
@Stability(STABLE)
public record NaturalGradient(
        double stepSize,
        @Default("0.01") double damping,
        @Default("including") Baseline baseline,
        @Default("[]") List<Double> preferences)
        implements LearnerSpec {
    public NaturalGradient {
        Require.positive("stepSize", stepSize);
        Require.that(damping > 0 && damping <= 1, "damping", damping, "in (0, 1]");
        preferences = List.copyOf(preferences);
        preferences.forEach(each -> Require.finite("preferences", each));
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
        return player(problem.actions(), random);
    }

    GradientBandit.Player player(int actions, UniformRandomProvider random) {
        Require.that(
                preferences.isEmpty() || preferences.size() == actions,
                "preferences",
                preferences,
                "one number for each of " + actions + " actions, or none");
        GradientBandit.Player player = new GradientBandit.Player(stepSize, baseline, 0, damping, actions, random);
        player.start(preferences);
        return player;
    }
}
