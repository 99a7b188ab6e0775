/**
 * Policies that turn action values into action probabilities: the core of Kelvin. Pure, immutable, thread-safe.
 *
 * <h2>One decision</h2>
 *
 * <p>An agent holds an estimate q[i] of what each action is worth. It could always take the best, but estimates err, and what
 * is never tried is never learnt. A <em>policy</em> says with which probability p[i] to take each. The Boltzmann policy,
 * {@link kelvin.policy.Softmax}, prefers higher values exponentially:
 *
 * <pre>
 *   p[i] = exp(q[i]/τ) / Σⱼ exp(q[j]/τ)
 * </pre>
 *
 * <pre>{@code
 * double[] p = new Softmax(1.0).probabilities(-0.5, 1.2, -0.1, 2.4); // 0.0383, 0.2094, 0.0571, 0.6953
 * }</pre>
 *
 * <p>Start with it and with {@link kelvin.policy.Policy}, which says what every policy promises: a larger value is never less
 * likely, ties among the best are shared equally, inputs are never written, and the probability reported is the probability used.
 *
 * <h2>What a temperature means</h2>
 *
 * <p>τ is in reward units: a gap of τ between two values makes the better one e ≈ 2.718 times as likely. Near 0 only the best
 * actions are taken, far above the range of the values all are alike. {@link kelvin.policy.temperature.Diagnosis} warns of a temperature
 * that does nothing. Who would rather say what the temperature should achieve writes that, and has it solved for every set of
 * values ({@link kelvin.policy.temperature.TemperatureFor}):
 *
 * <pre>{@code
 * SolvedTemperature solved = new EffectiveActions(3).temperature(values);
 * double[] same = new EffectiveActions(3).probabilities(tenfold); // values ten times as large, the same probabilities
 * }</pre>
 *
 * <p>{@link kelvin.policy.gap.InverseGap} needs no exponential: a probability falls with the inverse of the gap to the best value.
 *
 * <p>Explore early, exploit late: a number that changes over time makes a policy {@linkplain kelvin.policy.Annealed annealed}.
 *
 * <pre>{@code
 * Policy later = new Annealed(new Softmax(1), "temperature", new InverseSqrt(1)).at(4); // Softmax[temperature=0.5]
 * }</pre>
 *
 * <h2>Actions that must not be taken</h2>
 *
 * <p>A value of −∞ closes an action under every policy; its probability is exactly 0, and the others share as if it were not
 * there.
 *
 * <pre>{@code
 * double[] masked = new Softmax(1.0).probabilities(1.0, Double.NEGATIVE_INFINITY, 0.5); // 0.6225, 0, 0.3775
 * }</pre>
 *
 * <h2>Deciding step by step</h2>
 *
 * <p>{@link kelvin.policy.ActionSelector} keeps values and what follows from them between decisions. With the probability of what was
 * taken, its propensity, a decision can be accounted for later and its reward reweighted:
 *
 * <pre>{@code
 * ActionSelector selector = new ActionSelector(new Softmax(0.2), new double[10], random);
 * double[] propensities = selector.probabilities(step);
 * int action = selector.select(step);
 * selector.set(action, estimate);
 * }</pre>
 *
 * <h2>What else can be asked</h2>
 *
 * <p>{@link kelvin.policy.Policy#distribution} gives one decision as a {@link kelvin.policy.Distribution}, with its entropy and
 * its divergence from others; logarithms keep their digits where probabilities are too small for a double. A
 * {@link kelvin.policy.DifferentiablePolicy} has exact gradients, which learners of preferences follow:
 *
 * <pre>{@code
 * double[] gradient = new double[values.length];
 * new Softmax(1.0).logGradient(values, 3, gradient); // ∂ ln p[3]/∂q[i] = ([i = 3] − p[i])/τ
 * }</pre>
 *
 * <h2>Several right answers</h2>
 *
 * <p>Softmax probabilities share one decision. Where several answers may be right, start with
 * {@link kelvin.policy.subset.SubsetPolicy}: {@link kelvin.policy.subset.IndependentGates} judge each action on its own,
 * {@link kelvin.policy.subset.ExactlyM} takes m at once, {@link kelvin.policy.subset.PlackettLuce} one after the other.
 *
 * <pre>{@code
 * SubsetPolicy policy = new ExactlyM(2, 1);
 * boolean[] set = policy.select(values, random);
 * double p = policy.probability(values, set); // of this very set
 * double[] inclusion = policy.inclusion(values); // 0.1572, 0.7075, 0.2300, 0.9054; sums to 2
 * }</pre>
 *
 * <h2>Policies made of policies</h2>
 *
 * <p>{@link kelvin.policy.Mixture}, {@link kelvin.policy.Floor}, {@link kelvin.policy.UniformMix}, {@link kelvin.policy.Top},
 * {@link kelvin.policy.Nucleus}, {@link kelvin.policy.MinP} and {@link kelvin.policy.Gated} change other policies; those of
 * {@code kelvin.policy.guard} bound what they may do. A number inside a component is named by its path, such as {@code policy.temperature}.
 *
 * <pre>{@code
 * Policy policy = new Floor(new Softmax(1), 0.05); // no action below five percent
 * }</pre>
 *
 * <h2>A policy of your own</h2>
 *
 * <p>A new policy is one record that implements {@code Policy} and carries a {@link kelvin.contract.Summary}; it can then be
 * named in YAML. Its test implements {@code PolicyContract}, that of a subset policy {@code SubsetPolicyContract}. Imports
 * {@code schedule}, {@code numeric} and {@code contract}.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.policy;

import org.jspecify.annotations.NullMarked;
