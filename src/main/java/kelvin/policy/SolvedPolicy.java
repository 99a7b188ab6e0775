package kelvin.policy;

import kelvin.numeric.Exp;
import kelvin.numeric.NeumaierSum;
import kelvin.numeric.Weights;

/** Policies with a number that all values decide together: once it is solved for, p ∝ exp(score). */
interface SolvedPolicy extends WorkspacePolicy {
    /**
     * Solves for the number that all values decide together.
     *
     * @param sorted the values, ascending, so that the solution does not depend on their order; may be overwritten
     * @param first the place of the first open one: those before are closed and do not matter
     * @param equation finds the root of {@link #excess}
     */
    double solve(double[] sorted, int first, Equation equation);

    /**
     * Returns the residual of the equation, which is 0 at the solution and does not fall with x.
     *
     * @param logits what {@link #solve} makes of the values
     * @param first the place of the first open one
     * @param x a candidate
     * @param sum to add in
     */
    double excess(double[] logits, int first, double x, NeumaierSum sum);

    /** Returns the score as {@link ScoredPolicy#score} does, once the number is known. */
    double score(double value, double best, double solution);

    @Override
    default void probabilities(double[] values, double[] out, Workspace work) {
        double best = ValueChecks.best(values, out);
        double solution = solution(values, work);
        for (int i = 0; i < values.length; i++) {
            out[i] = score(values[i], best, solution);
        }
        Exp.all(out);
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
        return solve(work.sorted(0, values), closed, work.object(Equation.class, Equation::new));
    }
}
