package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.metric.ActionMap;
import kelvin.metric.StepUnit;
import kelvin.random.Seed;
import kelvin.world.Dynamics;
import kelvin.world.Solution;
import kelvin.world.Transition;
import kelvin.world.World;

/**
 * A world in place of a testbed: what is a step elsewhere is here an episode, played by a {@link Walker}.
 *
 * <p>Metrics then mean: regret, the sum over all decisions so far of what each lost against optimal play from there, v*(s) −
 * q*(s, a), of exact values; reward, the mean return of an episode; optimal action, the fraction of decisions that lost nothing.
 * Selections count the first action of each episode, by rank of its exact value.
 */
@Stability(MAY_CHANGE)
public final class Episodes implements Testbed {
    private final World world;
    private final Dynamics dynamics;
    private final Solution optimal;

    /**
     * Works a world out and solves it.
     *
     * @param world the world
     * @throws IllegalArgumentException if its probabilities do not sum to 1 or its optimal values do not settle
     */
    public Episodes(World world) {
        this.world = world;
        this.dynamics = Dynamics.of(world);
        this.optimal = Solution.optimal(dynamics);
    }

    /**
     * What the steps of a testbed are.
     *
     * @param testbed what is played
     * @return an episode where agents walk through a world
     */
    public static StepUnit unit(Testbed testbed) {
        return testbed instanceof Episodes ? StepUnit.EPISODE : StepUnit.STEP;
    }

    /**
     * The world itself.
     *
     * @return as it was given
     */
    public World world() {
        return world;
    }

    /**
     * What an agent does where at the end, in a world that is a grid.
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

    /** The states that an action leads to and in which nothing is left to decide. */
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

    Dynamics dynamics() {
        return dynamics;
    }

    Solution optimal() {
        return optimal;
    }

    @Override
    public int size() {
        return world.actions();
    }

    /** An action has another value in every state: only its rank means anything. */
    @Override
    public boolean meansVary() {
        return true;
    }

    @Override
    public Rewards rewards() {
        return Rewards.REAL;
    }

    /**
     * The first decision of an episode, as far as it can be asked about: nobody can pull in a world.
     *
     * @return a bandit whose means are the exact optimal values of the actions in the first state
     */
    @Override
    public Bandit open(Seed seed, long horizon) {
        int start = dynamics.start(seed.streams().nextDouble());
        return new Bandit() {
            @Override
            public int arms() {
                return size();
            }

            @Override
            public double mean(int arm) {
                return optimal.value(start, arm);
            }

            @Override
            public double pull(int arm) {
                throw new UnsupportedOperationException("a world is walked through, not pulled");
            }
        };
    }
}
