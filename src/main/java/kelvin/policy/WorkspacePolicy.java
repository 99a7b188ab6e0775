package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/** A policy that needs more than its output to work in: sorted values, the probabilities of a component, an equation. */
@Stability(STABLE)
public interface WorkspacePolicy extends Policy {
    /**
     * As {@link Policy#probabilities(double[], double[])}, in a workspace that may be used again.
     *
     * @param work used by one thread at a time, and for policies of this kind only
     */
    void probabilities(double[] values, double[] out, Workspace work);

    @Override
    default void probabilities(double[] values, double[] out) {
        probabilities(values, out, new Workspace());
    }
}
