package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Estimates;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.numeric.Exp;
import kelvin.numeric.GammaSampler;
import kelvin.numeric.Log1p;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Top-two Thompson sampling with normal posteriors: finds the best action by playing the two that may be it. For normal
 * rewards of a known standard deviation.
 *
 * <pre>
 *   θ[i] ~ Normal(μ[i], σ²/(n[i] + p)),   μ[i] = sum of rewards/(n[i] + p),   n[i] = rewards of i,   p = (σ/σ₀)²
 *   I = argmax θ;   with probability β choose I, else draw θ anew until J = argmax θ is another, and choose J
 * </pre>
 *
 * <p>Once the leader is all but certain another one hardly ever leads: after so many {@code attempts} the second best
 * of the last draw is chosen.  The action recommended is the one with the largest posterior mean. There is no closed
 * form of its choices. Cost per step: a draw per action, and where the leader is not
 * chosen a density or two per other action and a few more draws: draws that the leader is all but certain to lead are counted,
 * not made.
 *
 * @param rewardStdDev σ, in reward units; finite and &gt; 0
 * @param priorStdDev σ₀, of the normal prior around 0, in reward units; finite and &gt; 0
 * @param leading β, the probability of choosing the leader; in (0, 1)
 * @param attempts how often another leader is looked for; at least 1
 * @see <a href="https://proceedings.mlr.press/v49/russo16.html">Russo (2016), Simple Bayesian algorithms for best arm
 *     identification</a>
 */
@Summary("best arm by Thompson sampling that gives half of the plays to the second best; normal rewards")
@Stability(STABLE)
public record TopTwoGaussian(
        double rewardStdDev,
        double priorStdDev,
        @Default("0.5") double leading,
        @Default("100") int attempts) implements LearnerSpec {
    public TopTwoGaussian {
        Require.positive("rewardStdDev", rewardStdDev);
        Require.positive("priorStdDev", priorStdDev);
        Require.that(leading > 0 && leading < 1, "leading", leading, "in (0, 1)");
        Require.atLeast("attempts", 1, attempts);
    }

    @Override
    public boolean recommends() {
        return true;
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        double ratio = rewardStdDev / priorStdDev;
        Normal belief = new Normal(Estimates.sampleAverages(problem.actions()), rewardStdDev, ratio * ratio);
        return new TopTwo(problem.actions(), belief, leading, attempts, random);
    }

    private record Normal(Estimates seen, double stdDev, double prior) implements TopTwo.Belief {
        @Override
        public double draw(int action, GammaSampler gammas) {
            return mean(action) + stdDev / Math.sqrt(seen.count(action) + prior) * gammas.normal();
        }

        @Override
        public double mean(int action) {
            long n = seen.count(action);
            return seen.value(action) * n / (n + prior);
        }

        private double variance(int action) {
            return stdDev * stdDev / (seen.count(action) + prior);
        }

        /** Returns ∫ φ(d)·exp(−d·x)/s dx = φ(d)/d over x &gt; 0, d = (difference of means)/s: the normal density without its exp(−x²/2). */
        @Override
        public double envelope(int leader, int other) {
            double d = (mean(leader) - mean(other)) / Math.sqrt(variance(leader) + variance(other));
            return d > 0 ? Exp.of(-d * d / 2) / (d * Math.sqrt(2 * Math.PI)) : Double.POSITIVE_INFINITY;
        }

        @Override
        public boolean overtake(
                int leader, int other, GammaSampler gammas, UniformRandomProvider random, double[] drawn) {
            double variance = variance(leader);
            double both = variance + variance(other);
            double difference = mean(leader) - mean(other);
            double lead = -Log1p.of(-random.nextDouble()) * both / difference;
            if (-Log1p.of(-random.nextDouble()) < lead * lead / (2 * both)) {
                return false;
            }
            double share = variance / both;
            drawn[leader] =
                    mean(leader) - share * (lead + difference) + Math.sqrt(share * variance(other)) * gammas.normal();
            drawn[other] = drawn[leader] + lead;
            return drawn[other] > drawn[leader];
        }

        @Override
        public void learn(long step, int action, double reward) {
            seen.update(action, reward);
        }

        @Override
        public void state(StateFields fields) {
            seen.state(fields);
        }
    }
}
