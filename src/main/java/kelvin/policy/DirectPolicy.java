package kelvin.policy;

import org.apache.commons.rng.UniformRandomProvider;

/** A policy that is drawn from by its definition: a draw costs less than the probabilities would. */
interface DirectPolicy extends WorkspacePolicy {
    /** Draws an action as {@link Policy#select} does, in a workspace that may be used again. */
    int select(double[] values, UniformRandomProvider random, Workspace work);

    @Override
    default int select(double[] values, UniformRandomProvider random) {
        return select(values, random, new Workspace());
    }
}
