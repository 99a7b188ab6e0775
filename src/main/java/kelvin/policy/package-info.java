/**
 * Action values in, action probabilities out: what Kelvin exists for. Pure, immutable, thread-safe.
 *
 * <p>Start with {@link kelvin.policy.Policy} and {@link kelvin.policy.Softmax}. A policy with a number that changes over
 * time is an {@link kelvin.policy.Annealed}; an agent that decides step by step holds an
 * {@link kelvin.policy.ActionSelector}. A new policy is one record in this package that implements {@code Policy} and
 * carries a {@link kelvin.contract.Summary}; it can then be named in YAML. Its test implements {@code PolicyContract}.
 *
 * <p>What else can be asked: {@link kelvin.policy.Policy#distribution} gives one decision as a
 * {@link kelvin.policy.Distribution}, with its entropy and its divergence from others; a
 * {@link kelvin.policy.DifferentiablePolicy} has gradients; {@link kelvin.policy.TemperatureFor} solves a temperature from what it
 * is to mean, and {@link kelvin.policy.Diagnosis} warns of one that means nothing.
 *
 * <p>Where several answers may be right, start with {@link kelvin.policy.SubsetPolicy}: {@link kelvin.policy.IndependentGates}
 * judge each action on its own, {@link kelvin.policy.ExactlyM} takes m at once, {@link kelvin.policy.PlackettLuce} one after
 * the other. Its test implements {@code SubsetPolicyContract}.
 *
 * <p>Some policies are made of others: {@link kelvin.policy.Mixture}, {@link kelvin.policy.Floor},
 * {@link kelvin.policy.UniformMix}, {@link kelvin.policy.Top}, {@link kelvin.policy.Nucleus} and {@link kelvin.policy.Gated}.
 * A number inside a component is named by its path, such as {@code policy.temperature}.
 *
 * <p>Conventions: a larger value is preferred; a value of −∞ closes an action under every policy; ties among the best are
 * shared equally; inputs are never written. Imports {@code schedule} and {@code contract}.
 */
@NullMarked
package kelvin.policy;

import org.jspecify.annotations.NullMarked;
