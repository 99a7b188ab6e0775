/**
 * The worlds: arms that pay, bandits that hold arms, testbeds that are families of bandits.
 *
 * <p>Start with {@link kelvin.bandit.Testbed}, the immutable description named in YAML, and {@link
 * kelvin.bandit.Bandit}, one realised problem that it opens from a seed. A new arm or testbed is one record in this
 * package that implements {@link kelvin.bandit.Arm} (or {@link kelvin.bandit.MovableArm}) or {@code Testbed} and
 * carries a {@link kelvin.contract.Summary}.
 *
 * <ul>
 *   <li>What stands still: {@link kelvin.bandit.FixedTestbed}, {@link kelvin.bandit.OneGoodArm},
 *       {@link kelvin.bandit.LinearGaps}, {@link kelvin.bandit.GeometricGaps}; drawn anew in every repetition:
 *       {@link kelvin.bandit.GaussianTestbed}, {@link kelvin.bandit.BernoulliTestbed}.
 *   <li>What changes: {@link kelvin.bandit.Switching}, {@link kelvin.bandit.RandomSwitching},
 *       {@link kelvin.bandit.RandomWalk}, {@link kelvin.bandit.SmoothDrift}, {@link kelvin.bandit.Seasonal},
 *       {@link kelvin.bandit.Rotting}, {@link kelvin.bandit.Restless}; regret is against the best arm of each step.
 *   <li>What was written down before: {@link kelvin.bandit.RewardTable}, {@link kelvin.bandit.Alternating},
 *       {@link kelvin.bandit.EmpiricalTestbed}, {@link kelvin.bandit.Replay}.
 *   <li>What takes several arms at a step: {@link kelvin.bandit.SemiBandit}, {@link kelvin.bandit.Cascade},
 *       {@link kelvin.bandit.PositionBased}. They open {@link kelvin.bandit.SlateBandit}s, and go around a testbed of arms.
 *   <li>What goes around a testbed: {@link kelvin.bandit.Delayed}, {@link kelvin.bandit.Sleeping},
 *       {@link kelvin.bandit.Shifts}, {@link kelvin.bandit.Scaled}, {@link kelvin.bandit.Hindsight}.
 * </ul>
 *
 * <p>Common random numbers: the n-th reward of arm a depends on the bandit's seed, a and n alone, so every learner that
 * meets the same bandit meets the same rewards. Imports {@code random} and {@code contract}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.bandit;

import org.jspecify.annotations.NullMarked;
