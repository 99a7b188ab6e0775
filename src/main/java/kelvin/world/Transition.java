package kelvin.world;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * A transition: one of the outcomes that may follow an action.
 *
 * @param probability how likely it is, in [0, 1]
 * @param state the state it leads to
 * @param reward its mean reward, finite
 * @param spread the standard deviation of its reward, which is Gaussian; 0 for a reward that is always the same
 */
@Stability(MAY_CHANGE)
public record Transition(double probability, int state, double reward, double spread) {
    public Transition {
        Require.probability("probability", probability);
        Require.atLeast("state", 0, state);
        Require.finite("reward", reward);
        Require.notNegative("spread", spread);
    }

    /** Creates a transition that happens with certainty. */
    static Transition certain(int state, double reward) {
        return new Transition(1, state, reward, 0);
    }
}
