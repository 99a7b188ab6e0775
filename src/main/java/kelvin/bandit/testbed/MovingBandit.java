package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.MovableArm;
import kelvin.contract.Stability;
import kelvin.random.Seed;

/** A bandit whose means move with the step. Cost per step: the motion's, and a look at each arm for the largest. */
@Stability(MAY_CHANGE)
public final class MovingBandit implements DelegatingBandit {
    /** The rule by which the means of a step follow from those of the step before. */
    @FunctionalInterface
    public interface Motion {
        /**
         * Writes the means of a step.
         *
         * @param step the step, one more than at the last call, from 1
         * @param means those of the step before; receives the means
         */
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

    /**
     * Creates a bandit of arms of one kind.
     *
     * @param kind what is random about rewards
     * @param means the mean of each arm before the first step; not copied
     * @param seed decides the rewards: what is random in the n-th of an arm depends on the arm and n alone
     * @param motion moves the means
     * @return the bandit
     */
    public static MovingBandit of(MovableArm kind, double[] means, Seed seed, Motion motion) {
        return new MovingBandit(StreamBandit.of(kind, means, seed), means, motion);
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
