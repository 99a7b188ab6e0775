/**
 * Bandit problems: arms that pay, bandits that hold arms, testbeds that are families of bandits.
 *
 * <p>Start with {@link kelvin.bandit.Testbed}, the immutable description named in YAML, and {@link
 * kelvin.bandit.Bandit}, one realised problem that it opens from a seed. A new arm or testbed is one record in this
 * package that implements {@link kelvin.bandit.arm.Arm} (or {@link kelvin.bandit.arm.MovableArm}) or {@code Testbed} and
 * carries a {@link kelvin.contract.Summary}.
 *
 * <ul>
 *   <li>What stands still: {@link kelvin.bandit.testbed.FixedTestbed}, {@link kelvin.bandit.testbed.OneGoodArm},
 *       {@link kelvin.bandit.testbed.LinearGaps}, {@link kelvin.bandit.testbed.GeometricGaps}; drawn anew in every repetition:
 *       {@link kelvin.bandit.testbed.GaussianTestbed}, {@link kelvin.bandit.testbed.BernoulliTestbed}.
 *   <li>What changes: {@link kelvin.bandit.testbed.Switching}, {@link kelvin.bandit.testbed.RandomSwitching},
 *       {@link kelvin.bandit.testbed.RandomWalk}, {@link kelvin.bandit.testbed.SmoothDrift}, {@link kelvin.bandit.testbed.Seasonal},
 *       {@link kelvin.bandit.testbed.Rotting}, {@link kelvin.bandit.testbed.Restless}; regret is against the best arm of each step.
 *   <li>What was written down before: {@link kelvin.bandit.testbed.RewardTable}, {@link kelvin.bandit.testbed.Alternating},
 *       {@link kelvin.bandit.testbed.EmpiricalTestbed}, {@link kelvin.bandit.testbed.Replay}.
 *   <li>What shows a context before each decision: {@link kelvin.bandit.contextual.LinearContexts},
 *       {@link kelvin.bandit.contextual.LogisticContexts}, {@link kelvin.bandit.contextual.Wheel}; regret is against the best arm of
 *       each context.
 *   <li>What takes several arms at a step: {@link kelvin.bandit.slate.SemiBandit}, {@link kelvin.bandit.slate.Cascade},
 *       {@link kelvin.bandit.slate.PositionBased}; against the set of right answers: {@link kelvin.bandit.slate.F1Score},
 *       {@link kelvin.bandit.slate.WeightedHamming}. They open {@link kelvin.bandit.slate.SlateBandit}s, and go around a testbed of arms.
 *   <li>What goes around a testbed: {@link kelvin.bandit.testbed.Delayed}, {@link kelvin.bandit.testbed.Sleeping},
 *       {@link kelvin.bandit.testbed.Shifts}, {@link kelvin.bandit.testbed.Scaled}, {@link kelvin.bandit.testbed.Hindsight}.
 * </ul>
 *
 * <p>Common random numbers: the n-th reward of arm a depends on the bandit's seed, a and n alone, so every learner that
 * meets the same bandit meets the same rewards. Imports {@code model}, {@code numeric}, {@code random} and {@code contract}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.bandit;

import org.jspecify.annotations.NullMarked;
