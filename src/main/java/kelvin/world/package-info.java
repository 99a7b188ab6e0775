/**
 * Worlds: episodic Markov decision processes with finitely many states, exactly known.
 *
 * <p>Start with {@link kelvin.world.World}, the immutable description named in YAML: it says what may follow an action, with which
 * probability and which reward. {@link kelvin.world.Dynamics} is a world worked out, ready to be walked through and to be solved:
 * {@link kelvin.world.Solution} holds its exact values by dynamic programming, the truth that agents are measured against. A new world is one record in this
 * package that implements {@code World} and carries a {@link kelvin.contract.Summary}.
 *
 * <p>Worlds know nothing of agents. Common random numbers: what the n-th try of an action in a state leads to depends on the seed,
 * the state, the action and n alone. Imports {@code random} and {@code contract}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.world;

import org.jspecify.annotations.NullMarked;
