/**
 * Softmax policies whose temperature is solved for, so that the distribution has a stated property.
 *
 * <p>Start with {@link kelvin.policy.temperature.TemperatureFor} and {@link kelvin.policy.temperature.EffectiveActions}; {@link kelvin.policy.temperature.Diagnosis} warns of a temperature that does
 * nothing.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.policy.temperature;

import org.jspecify.annotations.NullMarked;
