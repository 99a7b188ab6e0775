package kelvin.choice;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * A local maximum of a function of a few variables.
 *
 * @param function the function
 * @param point where it is largest
 * @param value its value there
 */
record Optimum(ToDoubleFunction<double[]> function, double[] point, double value) {
    private static final double ROUGH_TOLERANCE = 1e-2;
    private static final double FINE_TOLERANCE = 1e-9;
    private static final int MAX_EVALUATIONS = 4_000;
    private static final int MAX_RESTARTS = 8;
    private static final double RELATIVE_SIDE = 0.1;
    private static final double STEP = 1e-3;

    /** Climbs from a point with the Nelder–Mead simplex until its values differ by less than a hundredth. */
    static Optimum rough(ToDoubleFunction<double[]> function, double[] start) {
        return new Optimum(function, start, function.applyAsDouble(start)).climb(0.7, ROUGH_TOLERANCE);
    }

    /** Climbs from a point to convergence. */
    static Optimum fine(ToDoubleFunction<double[]> function, double[] start) {
        return new Optimum(function, start, function.applyAsDouble(start)).fine(0.2);
    }

    /** Restarts with a fresh simplex for as long as that helps, since a simplex may collapse before it converges. */
    Optimum fine(double side) {
        Optimum best = this;
        for (int i = 0; i < MAX_RESTARTS; i++) {
            Optimum next = best.climb(side, FINE_TOLERANCE);
            if (next.value <= best.value + 100 * FINE_TOLERANCE) {
                return next;
            }
            best = next;
        }
        return best;
    }

    /** Returns the best of all points evaluated, even where the simplex does not converge. */
    private Optimum climb(double side, double tolerance) {
        Optimum[] best = {this};
        ToDoubleFunction<double[]> remembered = x -> {
            double y = function.applyAsDouble(x);
            if (y > best[0].value) {
                best[0] = new Optimum(function, x.clone(), y);
            }
            return y;
        };
        try {
            new SimplexOptimizer(0, tolerance)
                    .optimize(
                            new MaxEval(MAX_EVALUATIONS),
                            new ObjectiveFunction(remembered::applyAsDouble),
                            GoalType.MAXIMIZE,
                            new InitialGuess(point),
                            new NelderMeadSimplex(sides(side)));
        } catch (MathRuntimeException e) {
            return best[0]; // a plateau without a peak: the best that was seen
        }
        return best[0];
    }

    /** Returns the initial sides of the simplex, which are longer for large coordinates. */
    private double[] sides(double side) {
        return Arrays.stream(point)
                .map(x -> Math.max(side, RELATIVE_SIDE * Math.abs(x)))
                .toArray();
    }

    /**
     * Returns the observed information, minus the Hessian by central differences; their error is of the order of
     * {@value #STEP}².
     */
    RealMatrix information() {
        int n = point.length;
        RealMatrix information = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double second = at(i, 1, j, 1) - at(i, 1, j, -1) - at(i, -1, j, 1) + at(i, -1, j, -1);
                information.setEntry(i, j, -second / (4 * STEP * STEP));
                information.setEntry(j, i, -second / (4 * STEP * STEP));
            }
        }
        return information;
    }

    private double at(int i, int iSteps, int j, int jSteps) {
        double[] x = point.clone();
        x[i] += iSteps * STEP;
        x[j] += jSteps * STEP;
        return function.applyAsDouble(x);
    }
}
