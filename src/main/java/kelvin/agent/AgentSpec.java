package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.PlayerSpec;
import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/** The immutable description of an agent, as a file names it. */
@Stability(MAY_CHANGE)
public interface AgentSpec extends PlayerSpec {
    /**
     * Creates a fresh player for one run.
     *
     * @param task how many states and actions there are, and which are open; a {@link TransitionModel} if this agent {@linkplain #plans plans}
     * @param random the player's own stream of random numbers
     * @return a player that has seen nothing yet
     * @throws IllegalArgumentException if this agent cannot play that task
     */
    Agent create(Task task, UniformRandomProvider random);

    /**
     * Returns whether players need a {@link TransitionModel}: the transitions of the world, and not only samples of them.
     *
     * @return true if so
     */
    default boolean plans() {
        return false;
    }
}
