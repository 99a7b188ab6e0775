package kelvin.choice;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Where a function of a few numbers is largest.
 *
 * @param function what is maximised
 * @param point where
 * @param value what it is there
 */
record Optimum(ToDoubleFunction<double[]> function, double[] point, double value) {
    private static final double RELATIVE = 1e-12;
    private static final double ABSOLUTE = 1e-9;
    private static final int EVALUATIONS = 20_000;
    private static final double SIDE = 0.7;
    private static final double STEP = 1e-3;

    static Optimum from(ToDoubleFunction<double[]> function, double[] start) {
        PointValuePair found = new SimplexOptimizer(RELATIVE, ABSOLUTE)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        new ObjectiveFunction(function::applyAsDouble),
                        GoalType.MAXIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(start.length, SIDE));
        return new Optimum(function, found.getPoint(), found.getValue());
    }

    /** Square roots of the diagonal of the inverse of minus the second derivatives; {@code NaN} if those are not positive. */
    double[] standardErrors() {
        int n = point.length;
        double[] errors = new double[n];
        try {
            RealMatrix covariance =
                    new CholeskyDecomposition(information()).getSolver().getInverse();
            for (int i = 0; i < n; i++) {
                errors[i] = Math.sqrt(covariance.getEntry(i, i));
            }
        } catch (MathRuntimeException e) {
            Arrays.fill(errors, Double.NaN);
        }
        return errors;
    }

    /** Minus the second derivatives, by central differences; their error is of the order of {@value #STEP}². */
    private RealMatrix information() {
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
