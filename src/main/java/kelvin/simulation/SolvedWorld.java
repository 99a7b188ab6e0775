package kelvin.simulation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.metric.ActionMap;
import kelvin.world.Dynamics;
import kelvin.world.Solution;
import kelvin.world.Transition;
import kelvin.world.World;

/**
 * A world with its dynamics as arrays and its exact optimal values: what regret in episodes is measured against.
 *
 * @param world the world as it was described
 * @param dynamics all that its actions may lead to
 * @param optimal the exact optimal values
 */
record SolvedWorld(World world, Dynamics dynamics, Solution optimal) {
    /**
     * Solves a world.
     *
     * @throws IllegalArgumentException if its probabilities do not sum to 1 or its optimal values do not converge
     */
    static SolvedWorld of(World world) {
        Dynamics dynamics = Dynamics.of(world);
        return new SolvedWorld(world, dynamics, Solution.optimal(dynamics));
    }

    /**
     * Returns the mean probabilities of an agent's actions by state at the end, in a world that is a grid.
     *
     * @param notes one row per repetition, the last numbers of which are probabilities by state and action
     * @return the means over repetitions; nothing where the world is no grid, or the probabilities have no closed form
     */
    Optional<ActionMap> map(String label, TraceMoments notes) {
        double[] means = notes.rows().means();
        int all = world.states() * world.actions();
        int first = means.length - all;
        double[][] probabilities = new double[world.states()][];
        for (int state = 0; state < probabilities.length && world.columns() > 0; state++) {
            int from = first + state * world.actions();
            probabilities[state] =
                    dynamics.ends(state) ? new double[0] : Arrays.copyOfRange(means, from, from + world.actions());
        }
        boolean known = world.columns() > 0
                && Arrays.stream(probabilities).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
        return known
                ? Optional.of(
                        new ActionMap(label, world.columns(), world.actionNames(), probabilities, starts(), goals()))
                : Optional.empty();
    }

    private Set<Integer> starts() {
        return world.starts().stream().map(Transition::state).collect(Collectors.toSet());
    }

    /** Returns the states that an action leads to and in which nothing is left to decide. */
    private Set<Integer> goals() {
        return IntStream.range(0, world.states())
                .filter(state -> !dynamics.ends(state))
                .boxed()
                .flatMap(state -> IntStream.range(0, world.actions())
                        .boxed()
                        .flatMap(action -> world.outcomes(state, action).stream()))
                .map(Transition::state)
                .filter(dynamics::ends)
                .collect(Collectors.toSet());
    }
}
