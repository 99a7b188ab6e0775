package kelvin.policy;

import kelvin.numeric.Exp;
import kelvin.numeric.Weights;

/** Policies with a number that all values decide together: once it is solved for, p ∝ exp(score). */
interface SolvedPolicy extends WorkspacePolicy {
    /**
     * Solves for the number that all values decide together.
     *
     * @param sorted the values, ascending, so that the solution does not depend on their order; may be overwritten
     * @param first the place of the first open one: those before are closed and do not matter
     * @param work memory to solve in
     */
    double solve(double[] sorted, int first, Workspace work);

    /** Returns the score as {@link ScoredPolicy#score} does, once the number is known. */
    double score(double value, double best, double solution);

    /** Writes exp(score) of each value. */
    default void weights(double[] values, double best, double solution, double[] out) {
        for (int i = 0; i < values.length; i++) {
            out[i] = score(values[i], best, solution);
        }
        Exp.all(out);
    }

    /** Writes numbers in proportion to the probabilities, which do not depend on the order of the values. */
    default void weights(double[] values, double[] out, Workspace work) {
        double best = ValueChecks.best(values, out);
        weights(values, best, solution(values, work), out);
    }

    @Override
    default void probabilities(double[] values, double[] out, Workspace work) {
        weights(values, out, work);
        Weights.normalise(out);
    }

    @Override
    default void logProbabilities(double[] values, double[] out) {
        ValueChecks.best(values, out);
        double solution = solution(values, new Workspace());
        ScoredPolicy solved = (value, best) -> score(value, best, solution);
        solved.logProbabilities(values, out);
    }

    private double solution(double[] values, Workspace work) {
        int closed = values.length - ValueChecks.open(values);
        return solve(work.sorted(0, values), closed, work);
    }
}
