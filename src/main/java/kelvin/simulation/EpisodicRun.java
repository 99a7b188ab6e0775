package kelvin.simulation;

import java.util.Arrays;
import java.util.function.LongConsumer;
import kelvin.agent.Agent;
import kelvin.contract.ContractViolation;
import kelvin.metric.StepUnit;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import kelvin.world.Dynamics;
import kelvin.world.Solution;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The run of an agent that walks through a world, one episode per step.
 *
 * <p>What the n-th try of an action in a state leads to depends on the repetition, the state, the action and n alone, and where an
 * episode begins on its number, whoever plays.
 */
final class EpisodicRun extends Repetition {
    /** Progress is reported after so many episodes; a long one may be abandoned after so many decisions. */
    private static final int EPISODES_PER_REPORT = 256;

    /** An agent that goes on for longer walks in circles. */
    private static final int MAX_DECISIONS_PER_EPISODE = 1_000_000;

    /** Exact values may differ by so much, in reward units, without a decision being worse. */
    private static final double VALUE_TOLERANCE = 1e-9;

    /** The number of the stream of first states; those of state-action pairs count from 0. */
    private static final long STREAM_OF_STARTS = -1;

    private final Agent agent;
    private final boolean grid;
    private final Dynamics dynamics;
    private final Solution truth;
    private final NumberedStreams streams;
    private final ZigguratSampler.NormalizedGaussian noise;
    private final int[] tries;
    private int state;
    private int action;

    /**
     * A run of an agent that has seen nothing yet.
     *
     * @param agent who acts
     * @param world the world it walks through
     * @param seed decides what its actions lead to
     * @param tracer records the traced episodes
     * @param progress told of episodes just played
     */
    EpisodicRun(Agent agent, SolvedWorld world, Seed seed, Tracer tracer, LongConsumer progress) {
        super(StepUnit.EPISODE, EPISODES_PER_REPORT, tracer, progress);
        this.agent = agent;
        this.grid = world.world().columns() > 0;
        this.dynamics = world.dynamics();
        this.truth = world.optimal();
        this.streams = seed.streams();
        this.noise = ZigguratSampler.NormalizedGaussian.of(streams);
        this.tries = new int[dynamics.states() * dynamics.actions()];
    }

    @Override
    void prepare(long episode) {
        streams.place(STREAM_OF_STARTS, episode);
        state = dynamics.start(streams.nextDouble());
        action = inRange("begin", agent.begin(episode, state));
    }

    /** Records the first decision of an episode. It has been made already, but nothing has been learnt since. */
    @Override
    void trace(long episode, Tracer tracer) {
        int[] order = order(state);
        tracer.probabilities(agent.probabilities(state, tracer.numbers()), order);
        tracer.values(agent.values(state, tracer.numbers()), order);
        tracer.temperature(agent.temperature(state));
    }

    /** Walks to the end of the episode. Counts its first action, by rank of exact values. */
    @Override
    void decide(long episode, StepLog log, int place) {
        int first = rank(state, action);
        double gaps = 0;
        double rewards = 0;
        int optimal = 0;
        for (int decisions = 1; ; decisions++) {
            if (!dynamics.open(state, action)) {
                throw new IllegalStateException(
                        "chose action " + action + " in state " + state + ", which is closed there");
            } else if (decisions > MAX_DECISIONS_PER_EPISODE) {
                throw new IllegalStateException(
                        "not ended after " + MAX_DECISIONS_PER_EPISODE + " decisions, the agent walks in circles");
            }
            if (decisions % EPISODES_PER_REPORT == 0) {
                poll();
            }
            double gap = truth.value(state) - truth.value(state, action);
            int outcome = outcome();
            double reward = dynamics.reward(outcome);
            double spread = dynamics.spread(outcome);
            reward += spread == 0 ? 0 : spread * noise.sample();
            gaps += Math.max(gap, 0);
            optimal += gap <= VALUE_TOLERANCE ? 1 : 0;
            rewards += reward;
            state = dynamics.next(outcome);
            if (dynamics.ends(state)) {
                agent.end(reward);
                log.decisions(place, gaps, optimal, rewards, decisions, first);
                return;
            }
            action = inRange("step", agent.step(reward, state));
        }
    }

    private int inRange(String method, int chosen) {
        if (chosen < 0 || chosen >= dynamics.actions()) {
            throw new ContractViolation(agent, method, "action " + chosen, "be in [0, " + dynamics.actions() + ")");
        }
        return chosen;
    }

    private int outcome() {
        int pair = state * dynamics.actions() + action;
        streams.place(pair, tries[pair]++);
        return dynamics.outcome(state, action, streams.nextDouble());
    }

    /** Returns how many actions are better, or as good and numbered lower. */
    private int rank(int where, int which) {
        double value = truth.value(where, which);
        int rank = 0;
        for (int other = 0; other < dynamics.actions(); other++) {
            double ahead = truth.value(where, other) - value;
            rank += ahead > VALUE_TOLERANCE || (Math.abs(ahead) <= VALUE_TOLERANCE && other < which) ? 1 : 0;
        }
        return rank;
    }

    /** Returns the actions in a state from the best down. */
    private int[] order(int where) {
        int[] order = new int[dynamics.actions()];
        for (int each = 0; each < order.length; each++) {
            order[rank(where, each)] = each;
        }
        return order;
    }

    /** In a grid, appends what the agent now does in each state: {@code NaN} where nothing is decided or known. */
    @Override
    double[] notes() {
        double[] traced = super.notes();
        if (!grid) {
            return traced;
        }
        int actions = dynamics.actions();
        double[] all = Arrays.copyOf(traced, traced.length + dynamics.states() * actions);
        double[] p = new double[actions];
        for (int where = 0; where < dynamics.states(); where++) {
            if (dynamics.ends(where) || !agent.probabilities(where, p)) {
                Arrays.fill(p, Double.NaN);
            }
            System.arraycopy(p, 0, all, traced.length + where * actions, actions);
        }
        return all;
    }
}
