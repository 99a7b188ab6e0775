package kelvin.bandit.contextual;

import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;
import kelvin.bandit.arm.MovableArm;
import kelvin.bandit.testbed.MovingBandit;
import kelvin.model.Context;
import kelvin.random.Seed;

/** A bandit whose every step writes a context, and from it the means of the arms. Allocates nothing per step. */
record ContextBandit(Bandit inner, Context context) implements DelegatingBandit {
    /**
     * Creates a bandit of arms of one kind.
     *
     * @param kind the kind of arms: what is random about rewards
     * @param means their means averaged over contexts; then those of the step, written by the scene
     * @param context what is seen, written by the scene
     * @param scene writes the context and the means of a step
     */
    static ContextBandit of(MovableArm kind, double[] means, Context context, Seed seed, MovingBandit.Motion scene) {
        return new ContextBandit(MovingBandit.of(kind, means, seed, scene), context);
    }
}
