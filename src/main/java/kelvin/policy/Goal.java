package kelvin.policy;

import kelvin.contract.InvalidValue;

/** A temperature solved for: what is measured, and on which side of the target a temperature lies. */
non-sealed interface Goal extends TemperatureFor, WorkspacePolicy {
    double target();

    /** The property at a temperature, in the target's unit. */
    double measure(Heat heat);

    /**
     * How near is there: what remains is the rounding of the temperature, magnified where the property is steep.
     *
     * @return the largest difference between achieved and target that counts as reached
     */
    default double tolerance() {
        return 1e-9 * target();
    }

    /** Negative where it is too cold, positive where it is too hot; not falling with temperature. */
    double excess(Heat heat);

    /**
     * The temperature wanted, or the limit nearest to it.
     *
     * @param gaps how far the values lie below the best
     * @return softmax at that temperature
     */
    default Heat solve(Gaps gaps) {
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
        Gaps gaps = new Gaps().of(values);
        return SolvedTemperature.of(this, gaps, solve(gaps));
    }

    @Override
    default double temperatureAt(double... values) {
        return temperature(values).temperature();
    }

    @Override
    default void probabilities(double[] values, double[] out, Workspace work) {
        Values.best(values, out);
        solve(work.object(Gaps.class, Gaps::new).of(values)).probabilities(out);
    }

    @Override
    default void logProbabilities(double[] values, double[] out) {
        Values.best(values, out);
        solve(new Gaps().of(values)).logProbabilities(out);
    }
}
