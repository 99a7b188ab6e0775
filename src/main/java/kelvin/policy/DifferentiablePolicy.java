package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/**
 * A policy whose log-probabilities have exact derivatives, as policy gradients and maximum-likelihood fits need them.
 *
 * <p>Derivatives are taken at open actions only: a closed action has no logarithm to follow, and its value does not move
 * the others.
 */
@Stability(STABLE)
public interface DifferentiablePolicy extends Policy {
    /**
     * Writes the derivative of one action's log-probability by every value.
     *
     * <pre>
     *   out[i] = ∂ ln P(action)/∂q[i]
     * </pre>
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @param action an open action
     * @param out receives the derivatives, per reward unit, ±∞ beyond the doubles; 0 for closed actions; may be the same array
     *     as {@code values}
     * @throws IllegalArgumentException as {@link #probabilities(double[], double[])} does, or if the action is closed
     * @throws IndexOutOfBoundsException if there is no such action
     */
    void logGradient(double[] values, int action, double[] out);

    /**
     * Returns the derivative of one action's log-probability by the temperature.
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @param action an open action
     * @return ∂ ln P(action)/∂τ, per reward unit; ±∞ beyond the doubles
     * @throws IllegalArgumentException as {@link #probabilities(double[], double[])} does, or if the action is closed
     * @throws IndexOutOfBoundsException if there is no such action
     */
    double logGradientByTemperature(double[] values, int action);

    /**
     * Writes the derivative of every probability by every value.
     *
     * <pre>
     *   out[a][i] = ∂ P(a)/∂q[i]
     * </pre>
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}; not modified
     * @param out receives n rows of n derivatives, per reward unit; 0 in rows and columns of closed actions
     * @throws IllegalArgumentException as {@link #probabilities(double[], double[])} does, or if {@code out} is not n × n
     */
    void jacobian(double[] values, double[][] out);
}
