/**
 * Simulations of learners in bandits and agents in worlds: parallel, reproducible, in bounded memory.
 *
 * <p>Start with {@link kelvin.simulation.Simulation}. The unit of work is a block, some repetitions of one
 * learner; playing it yields statistics, which are merged along a fixed binary tree, so that the results have the same bits for any
 * number of threads; {@link kelvin.simulation.SimulationSession} resumes from checkpoints. What is
 * played is a {@link kelvin.simulation.Scenario}: learners that pull the arms of bandits, or agents that walk through a world. All
 * kinds of runs share one loop over steps, {@code Repetition}, which logs them in a {@code StepLog} that {@code RunMetrics} sums up. What players are about to do can be traced besides ({@link kelvin.simulation.Tracing}). Imports
 * {@code learner}, {@code bandit}, {@code agent}, {@code world}, {@code metric}, {@code numeric},
 * {@code random} and {@code contract}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.simulation;

import org.jspecify.annotations.NullMarked;
