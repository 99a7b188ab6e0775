package kelvin.bandit.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.testbed.MovingBandit;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The wheel bandit: a safe arm, and in the rim of a disc, one arm per quadrant that pays much more; the thinner the rim, the more
 * exploration it needs.
 *
 * <pre>
 *   context (1, x₁, x₂), with (x₁, x₂) uniform on the unit disc;   r ~ N(μ[a], 0.01²)
 *   μ[0] = 1.2;   μ[a] = 50 for the arm of the quadrant where x₁² + x₂² &gt; δ², else 1   (arms 1 to 4)
 * </pre>
 *
 * <p>The quadrants of the arms 1 to 4 are (+, +), (+, −), (−, +) and (−, −), by the signs of x₁ and x₂. Regret is against the best arm
 * of each context. Cost per step: two uniform numbers or a few more.
 *
 * @param delta δ, the radius within which the safe arm is best; in [0, 1]
 * @see <a href="https://arxiv.org/abs/1802.09127">Riquelme, Tucker and Snoek (2018), Deep Bayesian bandits showdown</a>
 */
@Summary("the wheel bandit: a rim of contexts in which one arm per quadrant pays much more than the safe one")
@Stability(MAY_CHANGE)
public record Wheel(double delta) implements Testbed {
    private static final int ARMS = 5;
    private static final double SAFE = 1.2;
    private static final double LOW = 1;
    private static final double HIGH = 50;
    private static final double NOISE = 0.01;

    public Wheel {
        Require.probability("delta", delta);
    }

    @Override
    public int size() {
        return ARMS;
    }

    @Override
    public boolean meansVary() {
        return false;
    }

    @Override
    public Rewards rewards() {
        return Rewards.REAL;
    }

    @Override
    public double subGaussianScale() {
        return NOISE;
    }

    @Override
    public Features features() {
        return new Features(3, 0);
    }

    @Override
    public List<String> featureNames() {
        return List.of("1", "x1", "x2");
    }

    @Override
    public List<String> groups() {
        return List.of("hub", "rim");
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        double rim = (1 - delta) * (1 + delta);
        double[] means = new double[ARMS];
        Arrays.fill(means, LOW + rim / 4 * (HIGH - LOW));
        means[0] = SAFE;
        UniformRandomProvider random = seed.child("contexts").generator();
        Context context = new Context(ARMS, features());
        return new Spun(
                MovingBandit.of(new Gaussian(0, NOISE), means, seed, (step, now) -> turn(random, context, now)),
                context);
    }

    private void turn(UniformRandomProvider random, Context context, double[] means) {
        double x;
        double y;
        do {
            x = 2 * random.nextDouble() - 1;
            y = 2 * random.nextDouble() - 1;
        } while (x * x + y * y > 1);
        context.set(0, 1);
        context.set(1, x);
        context.set(2, y);
        Arrays.fill(means, 1, ARMS, LOW);
        if (x * x + y * y > delta * delta) {
            means[1 + (x > 0 ? 0 : 2) + (y > 0 ? 0 : 1)] = HIGH;
        }
    }

    private record Spun(Bandit inner, Context context) implements DelegatingBandit {
        @Override
        public int group() {
            return inner.benchmark() > SAFE ? 1 : 0;
        }
    }
}
