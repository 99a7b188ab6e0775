/**
 * Families of bandits: stationary, changing, recorded, and decorators around other testbeds.
 *
 * <p>Start with {@link kelvin.bandit.testbed.FixedTestbed} and {@link kelvin.bandit.testbed.GaussianTestbed}. A new testbed is one record in this package that implements
 * {@link kelvin.bandit.Testbed} and carries a {@link kelvin.contract.Summary}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.bandit.testbed;

import org.jspecify.annotations.NullMarked;
