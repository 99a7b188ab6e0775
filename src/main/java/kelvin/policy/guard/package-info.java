/**
 * Guard rails: policies that bound what another policy may do, whatever it would do without them.
 *
 * <p>{@link kelvin.policy.guard.BaselineShare} reserves a share of the decisions for an action known to be safe. {@link
 * kelvin.policy.guard.ExplorationBudget} bounds the probability of any action but the best estimated, and {@link
 * kelvin.policy.guard.LossBudget} what that costs per decision. Each changes its policy just as much as the bound demands, and not at
 * all where the bound is kept anyway. They can be nested: the outermost bound holds for certain.
 *
 * <pre>
 * Policy policy = new LossBudget(new Softmax(0.1), 0.01); // gives away at most a hundredth of a reward per decision
 * </pre>
 *
 * <p>The probabilities they report are those they draw with, so logs of their decisions can be evaluated like any others.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.policy.guard;

import org.jspecify.annotations.NullMarked;
