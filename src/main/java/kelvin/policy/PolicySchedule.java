package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import java.io.Serializable;
import kelvin.contract.Stability;

/** A policy for every step: annealing without a mutable temperature. A {@link Policy} is its own constant schedule. */
@FunctionalInterface
@Stability(STABLE)
public interface PolicySchedule extends Serializable {
    /**
     * Returns the policy in force at a step.
     *
     * @param step decisions made so far + 1, forced ones included
     * @return the policy
     * @throws IllegalArgumentException if a scheduled number leaves the policy's range at this step
     */
    Policy at(long step);
}
