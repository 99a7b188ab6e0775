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
import kelvin.random.Seed;

/**
 * Means that move along a straight line to new places, and stay there.
 *
 * <pre>
 *   μ[a](t) = μ[a] + (end[a] − μ[a])·min(1, (t − 1)/steps)
 * </pre>
 *
 * <p>Regret is against the best arm of each step. Cost per step: one product per arm.
 *
 * @param arms the arms as they start, at least one
 * @param end the mean of each arm in the end, in reward units; possible for that arm
 * @param steps how long they move, at least 1
 */
@Summary("arms whose means move slowly to new places")
@Stability(MAY_CHANGE)
public record SmoothDrift(List<MovableArm> arms, List<Double> end, long steps) implements Testbed {
    public SmoothDrift {
        arms = List.copyOf(arms);
        Require.that(!arms.isEmpty(), "arms", arms, "at least one arm");
        end = List.copyOf(end);
        Require.that(end.size() == arms.size(), "end", end, "one mean per arm (" + arms.size() + ")");
        for (int i = 0; i < end.size(); i++) {
            MovableArm arm = arms.get(i);
            boolean possible = Double.isFinite(end.get(i)) && end.get(i) >= arm.lowest() && end.get(i) <= arm.highest();
            Require.that(possible, "end", end.get(i), "a possible mean of " + arm);
        }
        Require.atLeast("steps", 1, steps);
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
        double[] from = arms.stream().mapToDouble(Arm::mean).toArray();
        double[] to = end.stream().mapToDouble(mean -> mean).toArray();
        return MovingBandit.of(arms, seed, (step, means) -> {
            double way = Math.min(1, (step - 1) / (double) steps);
            for (int arm = 0; arm < means.length; arm++) {
                means[arm] = (1 - way) * from[arm] + way * to[arm];
            }
        });
    }
}
