package kelvin.world;

import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.data.Offset;

/** Policies as tables, for dynamic programming. */
final class Policies {
    private static final Map<World, Dynamics> WORKED_OUT = new ConcurrentHashMap<>();

    private Policies() {}

    /** A world worked out, once for all tests of one process. */
    static Dynamics of(World world) {
        return WORKED_OUT.computeIfAbsent(world, Dynamics::of);
    }

    static Offset<Double> exact() {
        return within(1e-9);
    }

    static double[][] uniform(Dynamics dynamics) {
        return mixed(dynamics, Solution.optimal(dynamics), 1);
    }

    /** The last of the best actions: in a random walk, where all are as good, that is the way to the end that pays. */
    static double[][] greedy(Dynamics dynamics, Solution values) {
        return mixed(dynamics, values, 0);
    }

    private static double[][] mixed(Dynamics dynamics, Solution values, double random) {
        double[][] policy = new double[dynamics.states()][dynamics.actions()];
        for (int state = 0; state < policy.length; state++) {
            int best = -1;
            int open = 0;
            for (int action = 0; action < policy[state].length; action++) {
                if (dynamics.open(state, action)) {
                    open++;
                    boolean better = best < 0 || values.value(state, action) >= values.value(state, best) - 1e-9;
                    best = better ? action : best;
                }
            }
            for (int action = 0; action < policy[state].length; action++) {
                double greedy = action == best ? 1 - random : 0;
                policy[state][action] = dynamics.open(state, action) ? random / open + greedy : 0;
            }
        }
        return policy;
    }
}
