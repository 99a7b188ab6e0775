package kelvin.bandit;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
import kelvin.contract.Stability;
import kelvin.model.Context;
import kelvin.model.Features;

/**
 * A bandit: one realised problem, played by one learner on one thread.
 *
 * <p>The world is moved on by {@link #advance} once a step, in order; all other questions are about the step it
 * stands at. Worlds that stand still answer them at once. Before the first step only means are asked for: arms are
 * ranked by them.
 */
@Stability(MAY_CHANGE)
public interface Bandit {
    /**
     * Returns the number of arms.
     *
     * @return the number of arms, at least 1
     */
    int arms();

    /**
     * Returns an arm's true expected reward, now.
     *
     * @param arm the arm, in [0, arms)
     * @return μ of that arm
     */
    double mean(int arm);

    /**
     * Pulls an arm.
     *
     * @param arm the arm, in [0, arms)
     * @return the arm's next reward. What is random in the n-th call for one arm depends on the arm and n alone,
     *     whatever happened to the others; only a log is read in its own order
     */
    double pull(int arm);

    /**
     * Returns whether means and open arms are the same at every step.
     *
     * @return true if {@link #advance} changes nothing
     */
    default boolean stationary() {
        return true;
    }

    /**
     * Moves the world to a step.
     *
     * @param step the step, one more than at the last call, from 1
     * @return whether the set of open arms is not what it was; at step 1, whether any arm is closed
     */
    default boolean advance(long step) {
        return false;
    }

    /**
     * Returns the arms that may be pulled now.
     *
     * @return the open arms, at least one; not to be changed
     */
    default BitSet open() {
        BitSet all = new BitSet();
        all.set(0, arms());
        return all;
    }

    /**
     * Returns the context that is seen before the decision of this step. Where there is one, means are those of actions in this
     * context, and before the first step their averages over contexts.
     *
     * @return what is seen now, without features where nothing is; good until the next {@link #advance}, not to be changed
     */
    default Context context() {
        return new Context(arms(), Features.NONE);
    }

    /**
     * Returns the group of contexts that the present one belongs to.
     *
     * @return a number of {@link Testbed#groups}; 0 where there are none
     */
    default int group() {
        return 0;
    }

    /**
     * Returns the expected reward against which regret is measured at this step, usually that of the best open arm.
     *
     * @return the largest mean of an open arm, now; in a world with a best fixed arm in hindsight, that arm's mean
     */
    default double benchmark() {
        BitSet open = open();
        double best = Double.NEGATIVE_INFINITY;
        for (int arm = open.nextSetBit(0); arm >= 0; arm = open.nextSetBit(arm + 1)) {
            best = Math.max(best, mean(arm));
        }
        return best;
    }

    /**
     * Returns whether pulling an arm now is an optimal action.
     *
     * @param arm the arm, in [0, arms)
     * @return true if no open arm is better
     */
    default boolean optimal(int arm) {
        return mean(arm) == benchmark();
    }

    /**
     * Offers a choice to the world. Only a log refuses: where it tells nothing of that arm it moves on to another context, for which the
     * choice is to be made again.
     *
     * @param arm the arm, in [0, arms)
     * @return true if the arm may be pulled now; false if {@link #context} has changed
     */
    default boolean accepts(int arm) {
        return true;
    }

    /**
     * Returns the delay of the reward of the pull just made: it is seen after the decision of so many steps later.
     *
     * @return 0 for at once, more for later, negative for never
     */
    default long delay() {
        return 0;
    }
}
