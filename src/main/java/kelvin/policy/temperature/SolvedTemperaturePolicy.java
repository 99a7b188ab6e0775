package kelvin.policy.temperature;

import kelvin.contract.InvalidValue;
import kelvin.numeric.InverseTemperature;
import kelvin.policy.Policy;
import kelvin.policy.ValueChecks;
import kelvin.policy.Workspace;
import kelvin.policy.WorkspacePolicy;

/**
 * Implements the policies of {@link TemperatureFor}, which give the property that is measured and the side of the target on which a
 * temperature lies.
 */
non-sealed interface SolvedTemperaturePolicy extends TemperatureFor, WorkspacePolicy {
    double target();

    /** Returns the property at a temperature, in the target's unit. */
    double measure(TemperedSoftmax heat);

    /**
     * Returns the tolerance of the property: what remains is the rounding of the temperature, magnified where the
     * property is steep.
     *
     * @return the largest difference between achieved and target that counts as reached
     */
    default double tolerance() {
        return 1e-9 * target();
    }

    /**
     * Returns the residual: negative where it is too cold, positive where it is too hot; not falling with temperature.
     */
    double excess(TemperedSoftmax heat);

    /**
     * Returns the inverse temperature by a method that is quick where the values are of one scale.
     *
     * @param gaps the gaps in ascending order, not all of them 0
     * @param unit the exponent of the unit in which these gaps are reward units
     * @return as {@link InverseTemperature} says; {@code NaN} where the root has to be bracketed
     */
    default double inverse(InverseTemperature gaps, int unit) {
        return Double.NaN;
    }

    /**
     * Returns the softmax at the temperature wanted, or at the limit nearest to it.
     *
     * @param gaps how far the values lie below the best
     * @return softmax at that temperature
     */
    default TemperedSoftmax solve(ValueGaps gaps) {
        return gaps.solve(this);
    }

    /** Returns the same goal with another target. */
    Policy withTarget(double target);

    @Override
    default Policy with(String parameter, double value) {
        if (!parameter.equals("target")) {
            throw new InvalidValue("parameter", parameter, "target");
        }
        return withTarget(value);
    }

    @Override
    default SolvedTemperature temperature(double... values) {
        ValueGaps gaps = new ValueGaps().of(values);
        return SolvedTemperature.of(this, gaps, solve(gaps));
    }

    @Override
    default double temperatureAt(double... values) {
        return temperature(values).temperature();
    }

    @Override
    default void probabilities(double[] values, double[] out, Workspace work) {
        ValueChecks.best(values, out);
        solve(work.object(ValueGaps.class, ValueGaps::new).of(values)).probabilities(out);
    }

    @Override
    default void logProbabilities(double[] values, double[] out) {
        ValueChecks.best(values, out);
        solve(new ValueGaps().of(values)).logProbabilities(out);
    }
}
