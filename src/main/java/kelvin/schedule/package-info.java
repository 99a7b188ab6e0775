/**
 * Schedules, numbers that change with the step: temperatures that cool, ε that decays, step sizes that shrink.
 *
 * <p>Start with {@link kelvin.schedule.Schedule}, one method from a count to a number; the records are its shapes, and
 * {@link kelvin.schedule.Constant} is what a plain number means. Imports {@code numeric} and {@code contract} only.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.schedule;

import org.jspecify.annotations.NullMarked;
