package kelvin.policy;

import org.apache.commons.rng.UniformRandomProvider;

/** Policies with a number that all values decide together: solve for it, and what is left is a {@link ScoredPolicy}. */
interface SolvedPolicy extends Policy {
    /**
     * What this policy is at some values.
     *
     * @param sorted the open values, ascending; so the solution depends on neither their order nor on closed actions
     */
    ScoredPolicy solved(double[] sorted);

    @Override
    default void probabilities(double[] values, double[] out) {
        Values.best(values, out);
        solved(Values.sorted(values)).probabilities(values, out);
    }

    @Override
    default int select(double[] values, UniformRandomProvider random) {
        Values.best(values);
        return solved(Values.sorted(values)).select(values, random);
    }

    @Override
    default void logProbabilities(double[] values, double[] out) {
        Values.best(values, out);
        solved(Values.sorted(values)).logProbabilities(values, out);
    }
}
