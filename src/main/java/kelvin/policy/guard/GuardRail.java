package kelvin.policy.guard;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;
import kelvin.policy.Policy;
import kelvin.policy.WorkspacePolicy;

/** A policy that bounds the probabilities of another, and leaves them as they are where they are within the bound. */
@Stability(STABLE)
public interface GuardRail extends WorkspacePolicy {
    /**
     * Returns the policy that is bounded.
     *
     * @return the policy inside
     */
    Policy policy();

    @Override
    default double temperatureAt(double... values) {
        return policy().temperatureAt(values);
    }
}
