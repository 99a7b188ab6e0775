package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Optional;
import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.MovableArm;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Pow;
import kelvin.random.Seed;

/**
 * Arms that wear out as they are pulled.
 *
 * <pre>
 *   μ[a](n) = μ[a]·(n + 1)^(−exponent),   n = how often a was pulled before
 * </pre>
 *
 * <p>The regret of a step is against the arm that is then the best, as this player has worn the arms: always taking
 * that arm is the best there is. Since other players meet other arms, their regrets are sums over different paths;
 * compare rewards too. The means are those before the pull of the step.
 *
 * @param arms the arms as they start, of means ≥ 0, at least one
 * @param exponent how fast they wear out; finite and ≥ 0
 * @see <a href="https://arxiv.org/abs/1702.07274">Levine, Crammer and Mannor (2017), Rotting bandits</a>
 */
@Summary("arms that wear out as they are pulled")
@Stability(MAY_CHANGE)
public record Rotting(List<MovableArm> arms, double exponent) implements Testbed {
    public Rotting {
        arms = List.copyOf(arms);
        Require.that(!arms.isEmpty(), "arms", arms, "at least one arm");
        arms.forEach(arm -> Require.that(arm.mean() >= 0, "arms", arm, "an arm of mean >= 0"));
        Require.notNegative("exponent", exponent);
    }

    @Override
    public int size() {
        return arms.size();
    }

    @Override
    public boolean meansVary() {
        return false;
    }

    @Override
    public Rewards rewards() {
        return arms.stream().map(Arm::rewards).reduce(Rewards::or).orElseThrow();
    }

    @Override
    public Optional<String> armOutside(Rewards kind) {
        return Arm.firstOutside(kind, arms);
    }

    @Override
    public boolean fullInformation() {
        return false;
    }

    @Override
    public double subGaussianScale() {
        return arms.stream().mapToDouble(Arm::subGaussianScale).max().orElseThrow();
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        double[] means = arms.stream().mapToDouble(Arm::mean).toArray();
        return new Wearing(StreamBandit.of(arms, means, seed), means, exponent);
    }

    private static final class Wearing implements DelegatingBandit {
        private final MovingBandit inner;
        private final double[] fresh;
        private final long[] pulls;
        private final double exponent;
        private int pulled;

        Wearing(StreamBandit arms, double[] means, double exponent) {
            this.inner = new MovingBandit(arms, means, (step, now) -> wear(now));
            this.fresh = means.clone();
            this.pulls = new long[means.length];
            this.exponent = exponent;
        }

        @Override
        public Bandit inner() {
            return inner;
        }

        @Override
        public double pull(int arm) {
            pulls[arm]++;
            pulled = arm;
            return inner.pull(arm);
        }

        private void wear(double[] now) {
            now[pulled] = fresh[pulled] * Pow.of(pulls[pulled] + 1, -exponent);
        }
    }
}
