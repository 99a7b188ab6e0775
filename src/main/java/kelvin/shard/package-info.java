/**
 * Plays an experiment in shares, on as many machines as there are, and merges them to the bytes of one machine's results.
 *
 * <p>Start at {@link kelvin.shard.ShardRun}, which plays one {@link kelvin.shard.Shard}, and {@link kelvin.shard.ShardMerge},
 * which writes the results folder. A share writes {@link kelvin.shard.ShardFolder part files}: nodes of the tree along which
 * {@link kelvin.simulation.Simulation} merges blocks of repetitions. An {@link kelvin.shard.Engine} plays the nodes elsewhere, such as
 * on a cluster.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.shard;

import org.jspecify.annotations.NullMarked;
