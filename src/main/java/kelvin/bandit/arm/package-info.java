/**
 * Reward distributions of single arms.
 *
 * <p>Start with {@link kelvin.bandit.arm.Arm}; {@link kelvin.bandit.arm.MovableArm} is an arm whose mean can be set. A new arm is one record in this package that
 * implements one of them and carries a {@link kelvin.contract.Summary}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.bandit.arm;

import org.jspecify.annotations.NullMarked;
