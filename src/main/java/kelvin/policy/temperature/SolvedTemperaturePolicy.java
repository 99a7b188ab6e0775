package kelvin.policy.temperature;

import kelvin.contract.InvalidValue;
import kelvin.policy.Policy;
import kelvin.policy.ValueChecks;
import kelvin.policy.Workspace;
import kelvin.policy.WorkspacePolicy;

/** A temperature solved for: what is measured, and on which side of the target a temperature lies. */
non-sealed interface SolvedTemperaturePolicy extends TemperatureFor, WorkspacePolicy {
    double target();

    /** The property at a temperature, in the target's unit. */
    double measure(TemperedSoftmax heat);

    /**
     * How near is there: what remains is the rounding of the temperature, magnified where the property is steep.
     *
     * @return the largest difference between achieved and target that counts as reached
     */
    default double tolerance() {
        return 1e-9 * target();
    }

    /** Negative where it is too cold, positive where it is too hot; not falling with temperature. */
    double excess(TemperedSoftmax heat);

    /**
     * The temperature wanted, or the limit nearest to it.
     *
     * @param gaps how far the values lie below the best
     * @return softmax at that temperature
     */
    default TemperedSoftmax solve(ValueGaps gaps) {
        return gaps.solve(this);
    }

    /** The same goal with another target. */
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
