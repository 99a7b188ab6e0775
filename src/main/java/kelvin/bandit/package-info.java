/**
 * The worlds: arms that pay, bandits that hold arms, testbeds that are families of bandits.
 *
 * <p>Start with {@link kelvin.bandit.Testbed}, the immutable description named in YAML, and {@link kelvin.bandit.Bandit},
 * one realised problem that it opens from a seed. A new arm or testbed is one record in this package that implements
 * {@link kelvin.bandit.Arm} or {@code Testbed} and carries a {@link kelvin.contract.Summary}.
 *
 * <p>Common random numbers: the n-th reward of arm a depends on the bandit's seed, a and n alone, so every learner that
 * meets the same bandit meets the same rewards. Imports {@code random} and {@code contract}.
 */
@NullMarked
package kelvin.bandit;

import org.jspecify.annotations.NullMarked;
