package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import kelvin.agent.Agent;
import kelvin.agent.AgentSpec;
import kelvin.bandit.LowerBounds;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Stability;
import kelvin.metric.ActionMap;
import kelvin.metric.ContextResults;
import kelvin.metric.ProblemKind;
import kelvin.metric.RewardHistogram;
import kelvin.metric.StepUnit;
import kelvin.metric.TracedQuantity;
import kelvin.random.Seed;
import kelvin.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Agents that walk through a world, one episode per step.
 *
 * <p>Metrics then mean: regret, the sum over all decisions so far of what each lost against optimal play from there, v*(s) −
 * q*(s, a), of exact values; reward, the mean return of an episode; optimal action, the fraction of decisions that lost nothing.
 * Selections count the first action of each episode, by rank of its exact value. The world is solved when it is first needed.
 */
@Stability(MAY_CHANGE)
public final class EpisodeScenario extends Scenario {
    private static final String OBSTACLE = "plays bandits, the testbed is a world and needs an agent";

    private final World world;
    private final Map<String, AgentSpec> agents;
    private @Nullable SolvedWorld solved;

    EpisodeScenario(World world, Map<String, ? extends PlayerSpec> players, Map<String, String> streams) {
        super(players, streams);
        this.world = world;
        this.agents = only(AgentSpec.class, players, OBSTACLE, "an agent");
    }

    /** Returns the world with its exact values; any thread may ask. */
    private synchronized SolvedWorld solved() {
        if (solved == null) {
            solved = SolvedWorld.of(world);
        }
        return solved;
    }

    /**
     * Returns the agents of which a quantity is not known at the first decision of their first episode.
     *
     * @param quantity the quantity
     * @return their labels, in the order of the results
     */
    public List<String> without(TracedQuantity quantity) {
        int state = solved().dynamics().start(0);
        double[] numbers = new double[actions()];
        List<String> labels = new ArrayList<>();
        agents.forEach((label, spec) -> {
            Agent agent = create(spec, Seed.of(0));
            agent.begin(1, state);
            boolean known = switch (quantity) {
                case PROBABILITY, ENTROPY -> agent.probabilities(state, numbers);
                case VALUE -> agent.values(state, numbers);
                case TEMPERATURE -> !Double.isNaN(agent.temperature(state));
                case SCHEDULED -> false;
            };
            if (!known) {
                labels.add(label);
            }
        });
        return labels;
    }

    @Override
    public StepUnit unit() {
        return StepUnit.EPISODE;
    }

    @Override
    public int actions() {
        return world.actions();
    }

    @Override
    public ProblemKind problem(long horizon) {
        return ProblemKind.EPISODES;
    }

    @Override
    public boolean contextual() {
        return false;
    }

    @Override
    public ContextResults contexts() {
        return ContextResults.NONE;
    }

    @Override
    public Optional<String> obstacle(PlayerSpec player) {
        return player instanceof AgentSpec ? Optional.empty() : Optional.of(OBSTACLE);
    }

    @Override
    public void check(Seed seed, long horizon) {
        solved();
    }

    @Override
    public void check(PlayerSpec player, long horizon) {
        if (player instanceof AgentSpec agent) {
            create(agent, Seed.of(0));
        }
    }

    @Override
    public List<Long> changes() {
        return List.of();
    }

    @Override
    public boolean drawable() {
        return false;
    }

    /** An action has another value in every state: only its rank means anything. */
    @Override
    int[] arms(Seed seed, long horizon) {
        return new int[0];
    }

    @Override
    LowerBounds lowerBounds() {
        return LowerBounds.NONE;
    }

    /** A single episode may take long. */
    @Override
    boolean interruptible(long horizon) {
        return true;
    }

    @Override
    Repetition begin(String label, Seed seed, long horizon, Tracer tracer, LongConsumer progress) {
        AgentSpec spec = Objects.requireNonNull(agents.get(label));
        Agent agent = create(spec, seed.child("learner").child(stream(label)));
        return new EpisodicRun(agent, solved(), seed.child("world"), tracer, progress);
    }

    private Agent create(AgentSpec spec, Seed seed) {
        return spec.create(WorldModel.of(solved().dynamics(), spec), seed.generator());
    }

    @Override
    Optional<ActionMap> map(String label, TraceMoments notes) {
        return solved().map(label, notes);
    }

    @Override
    ContextResults contexts(String label, TraceLayout layout, TraceMoments notes) {
        return ContextResults.NONE;
    }

    @Override
    List<RewardHistogram> histograms(Seed seed, long horizon, int draws) {
        return List.of();
    }
}
