package kelvin.policy.temperature;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;

/**
 * The temperature at which softmax has some property for some values.
 *
 * @param temperature τ in reward units; 0 for the limit {@link Greedy}, +∞ for the limit {@link Uniform}
 * @param achieved what the property is at that temperature, in the target's unit
 * @param reached whether that is the target, to nine digits. It is not where ties or the number of actions bound what is
 *     reachable, or where the temperature lies beyond the doubles
 */
@Stability(STABLE)
public record SolvedTemperature(double temperature, double achieved, boolean reached) {
    static SolvedTemperature of(SolvedTemperaturePolicy goal, ValueGaps gaps, TemperedSoftmax heat) {
        boolean cold = heat.exponent == gaps.coldest();
        boolean hot = heat.exponent == gaps.hottest();
        double temperature = hot ? Double.POSITIVE_INFINITY : cold ? 0 : heat.temperature();
        double achieved = goal.measure(gaps.at(temperature));
        boolean reached = Math.abs(achieved - goal.target()) <= goal.tolerance();
        return new SolvedTemperature(temperature, achieved, reached);
    }

    /**
     * Returns the policy with this temperature.
     *
     * @return a {@link Softmax}, or {@link Greedy} or {@link Uniform} at the limits
     */
    public Policy policy() {
        if (temperature == 0) {
            return new Greedy();
        }
        return temperature == Double.POSITIVE_INFINITY ? new Uniform() : new Softmax(temperature);
    }
}
