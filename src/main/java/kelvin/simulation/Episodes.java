package kelvin.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Rewards;
import kelvin.learner.LearnerSpec;
import kelvin.metric.ActionMap;
import kelvin.random.Seed;
import kelvin.world.Dynamics;
import kelvin.world.Solution;
import kelvin.world.World;

/**
 * A world in place of a testbed: what is a step elsewhere is here an episode, played by a {@link Walker}.
 *
 * <p>Metrics then mean: regret, the sum over all decisions so far of what each lost against optimal play from there, v*(s) −
 * q*(s, a), of exact values; reward, the mean return of an episode; optimal action, the fraction of decisions that lost nothing.
 * Selections count the first action of each episode, by rank of its exact value.
 */
public final class Episodes implements Testbed {
    /** How many repetitions a map is the mean of, at most. */
    public static final int MAPPED = 8;

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
     * The world itself.
     *
     * @return as it was given
     */
    public World world() {
        return world;
    }

    /**
     * What agents do where at the end, in a world that is a grid.
     *
     * @param learners the agents by label
     * @param episodes how many episodes they play first, at least 1
     * @param repetitions how often the experiment is repeated; the first {@value #MAPPED} at most are played here, once more
     * @param seed the root of all random streams
     * @return a map of each agent whose probabilities have a closed form; none where the world is no grid
     */
    public List<ActionMap> maps(Map<String, LearnerSpec> learners, long episodes, int repetitions, Seed seed) {
        List<ActionMap> maps = new ArrayList<>();
        if (world.columns() > 0) {
            learners.forEach((label, learner) -> {
                if (learner instanceof Walker walker) {
                    map(label, walker, episodes, Math.min(repetitions, MAPPED), seed)
                            .ifPresent(maps::add);
                }
            });
        }
        return maps;
    }

    private Optional<ActionMap> map(String label, Walker walker, long episodes, int repetitions, Seed seed) {
        double[][] sums = new double[world.states()][world.actions()];
        for (int repetition = 0; repetition < repetitions; repetition++) {
            EpisodicRun run = EpisodicRun.of(this, walker, label, seed.child(repetition), played -> {});
            run.playTo(episodes, new long[world.actions()]);
            if (!run.addProbabilities(sums)) {
                return Optional.empty();
            }
        }
        for (int state = 0; state < sums.length; state++) {
            sums[state] = dynamics.ends(state)
                    ? new double[0]
                    : Arrays.stream(sums[state]).map(sum -> sum / repetitions).toArray();
        }
        return Optional.of(new ActionMap(label, world.columns(), world.actionNames(), sums));
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
    public boolean redrawn() {
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
