package kelvin.learner.meta;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.List;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.slate.SlateSpec;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Corral: plays learners against each other, choosing one at each step with a probability that follows the rewards its
 * choices brought. For rewards in [0, 1]; the horizon must be known.
 *
 * <pre>
 *   at each step choose learner j with probability p̄[j], play what it chooses; it alone sees the reward
 *   losses ℓ[j] = (1 − r)/p̄[j], 0 for others:   1/p[i] ← 1/p[i] + η[i]·(ℓ[i] − λ),   λ such that Σ p = 1
 *   p̄ = (1 − 1/T)·p + 1/(T·M);   where 1/p̄[i] &gt; ρ[i]:   ρ[i] ← 2/p̄[i], η[i] ← η[i]·e^(1/ln T);   ρ starts at 2M
 * </pre>
 *
 * <p>The rates of learners that fall out of favour grow, which lets them come back. In the paper each learner sees its rewards divided
 * by p̄, which most are not made for; here, as in the stochastic variant of Pacchiano and others (2020), it sees them as they are.
 * {@code probabilities} exist where all learners have them. Cost per step: one step of the chosen learner, and some 25 divisions
 * per learner to find λ.
 *
 * @see <a href="https://arxiv.org/abs/1612.06246">Agarwal, Luo, Neyshabur and Schapire (2017), Corralling a band of bandit
 *     algorithms</a>
 * @param learners the learners, at least two; each must see only the reward of the action it chose
 * @param learningRate η at the start; finite and &gt; 0, of order √(M/T)
 */
@Summary("a learner over learners: trusts each as its rewards deserve, never giving any up quickly")
@Stability(STABLE)
public record Corral(List<LearnerSpec> learners, double learningRate) implements LearnerSpec {
    public Corral {
        learners = List.copyOf(learners);
        Require.that(learners.size() > 1, "learners", learners, "at least two learners");
        for (LearnerSpec each : learners) {
            Require.that(
                    !each.fullInformation() && !(each instanceof SlateSpec),
                    "learners",
                    each,
                    "ones that choose one action at a step and need no rewards of others");
        }
        Require.positive("learningRate", learningRate);
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public boolean contextual() {
        return learners.stream().anyMatch(LearnerSpec::contextual);
    }

    @Override
    public boolean closableArms() {
        return learners.stream().allMatch(LearnerSpec::closableArms);
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        List<Learner> players =
                learners.stream().map(each -> each.create(problem, random)).toList();
        CorralWeights trust = new CorralWeights(players.size(), learningRate, problem.knownHorizon());
        return new CorralPlayer(players, trust, problem.actions(), random);
    }
}
