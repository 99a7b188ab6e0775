/**
 * Plays learners on testbeds: in parallel, repeatably, in bounded memory.
 *
 * <p>Start with {@link kelvin.simulation.Simulation}. The unit of work is a cell, one learner on one block of repetitions;
 * playing it yields a part, and parts are merged in one canonical order, so that the results have the same bits for any
 * number of threads; {@link kelvin.simulation.SimulationSession} goes on from what was saved. Agents in worlds are played the same way:
 * {@link kelvin.simulation.Episodes} stand for a testbed and {@link kelvin.simulation.Walker}s for learners. What learners are about
 * to do can be traced besides ({@link kelvin.simulation.Tracing}). Imports
 * {@code learner}, {@code bandit}, {@code agent}, {@code world}, {@code metric}, {@code random} and {@code contract}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.simulation;

import org.jspecify.annotations.NullMarked;
