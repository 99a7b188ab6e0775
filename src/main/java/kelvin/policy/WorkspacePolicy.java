package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/** A policy that needs memory besides its output: sorted values, the probabilities of a component, an equation. */
@Stability(STABLE)
public interface WorkspacePolicy extends Policy {
    /**
     * Writes the probabilities as {@link Policy#probabilities(double[], double[])} does, in a workspace that may be
     * used again.
     *
     * @param work used by one thread at a time, and for policies of this kind only
     */
    void probabilities(double[] values, double[] out, Workspace work);

    @Override
    default void probabilities(double[] values, double[] out) {
        probabilities(values, out, new Workspace());
    }
}
