package kelvin.bandit.testbed;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.MovableArm;
import kelvin.random.Seed;

/** Means that move with the step. Cost per step: the motion's, and a look at each arm for the largest. */
final class MovingBandit implements DelegatingBandit {
    /** The rule by which the means of a step follow from those of the step before. */
    @FunctionalInterface
    interface Motion {
        void move(long step, double[] means);
    }

    private final StreamBandit inner;
    private final double[] means;
    private final Motion motion;
    private double best;

    /** Creates a bandit that looks at these means when it pays. */
    MovingBandit(StreamBandit inner, double[] means, Motion motion) {
        this.inner = inner;
        this.means = means;
        this.motion = motion;
    }

    /** Creates a bandit of arms that start at their means. */
    static MovingBandit of(List<MovableArm> arms, Seed seed, Motion motion) {
        double[] means = arms.stream().mapToDouble(Arm::mean).toArray();
        return new MovingBandit(StreamBandit.of(arms, means, seed), means, motion);
    }

    @Override
    public Bandit inner() {
        return inner;
    }

    @Override
    public boolean stationary() {
        return false;
    }

    @Override
    public boolean advance(long step) {
        motion.move(step, means);
        best = Double.NEGATIVE_INFINITY;
        for (double mean : means) {
            best = Math.max(best, mean);
        }
        return false;
    }

    @Override
    public double benchmark() {
        return best;
    }

    @Override
    public boolean optimal(int arm) {
        return means[arm] == best;
    }
}
