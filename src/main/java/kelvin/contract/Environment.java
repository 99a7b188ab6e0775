package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.io.Serializable;

/**
 * The description of what is played, as the key {@code testbed} of an experiment names it: a testbed of bandits or a world of
 * episodes. The simulation decides by the interface below this one how it is played.
 */
@Stability(STABLE)
public interface Environment extends Serializable {}
