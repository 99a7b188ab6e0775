package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.MovableArm;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Trigonometric;
import kelvin.random.Seed;

/**
 * Means that swing about those of the arms, each arm at another time.
 *
 * <pre>
 *   μ[a](t) = μ[a] + amplitude·sin 2π((t − 1)/period + a/K),   K arms
 * </pre>
 *
 * <p>Regret is against the best arm of each step. Cost per step: one sine per arm.
 *
 * @param arms the arms, at least one
 * @param amplitude how far a mean swings, in reward units; finite and ≥ 0, so small that every mean is possible
 * @param period after how many steps everything comes back, at least 2
 */
@Summary("arms whose means swing, each at another time")
@Stability(MAY_CHANGE)
public record Seasonal(List<MovableArm> arms, double amplitude, long period) implements Testbed {
    public Seasonal {
        arms = List.copyOf(arms);
        Require.that(!arms.isEmpty(), "arms", arms, "at least one arm");
        Require.notNegative("amplitude", amplitude);
        Require.atLeast("period", 2, period);
        for (MovableArm arm : arms) {
            boolean possible = arm.mean() - amplitude >= arm.lowest() && arm.mean() + amplitude <= arm.highest();
            Require.that(possible, "amplitude", amplitude, "such that every mean of " + arm + " is possible");
        }
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
    public double subGaussianScale() {
        return arms.stream().mapToDouble(Arm::subGaussianScale).max().orElseThrow();
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        double[] centres = arms.stream().mapToDouble(Arm::mean).toArray();
        return MovingBandit.of(arms, seed, (step, means) -> {
            double season = (double) ((step - 1) % period) / period;
            for (int arm = 0; arm < means.length; arm++) {
                double phase = season + (double) arm / means.length;
                means[arm] = centres[arm] + amplitude * Trigonometric.sin(2 * Math.PI * phase);
            }
        });
    }
}
