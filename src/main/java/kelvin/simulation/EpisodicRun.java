package kelvin.simulation;

import java.util.Arrays;
import java.util.function.LongConsumer;
import kelvin.agent.Agent;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import kelvin.world.Dynamics;
import kelvin.world.Solution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * One agent walking through a world, episode by episode; a step of the report is an episode.
 *
 * <p>What the n-th try of an action in a state leads to depends on the repetition, the state, the action and n alone, and where an
 * episode begins on its number, whoever plays.
 */
final class EpisodicRun implements Repetition {
    /** An agent that goes on for longer walks in circles. */
    private static final int LONGEST = 1_000_000;

    /** What exact values may differ by without a decision being worse. */
    private static final double ROUNDING = 1e-9;

    private static final long STARTS = -1;

    /** Progress is told of after so many episodes, or decisions of a long one. */
    private static final int PROGRESS = 256;

    private static final class Sums {
        double gaps;
        double rewards;
        long optimal;
        long decisions;
        long episodes;

        void add(Sums more) {
            gaps += more.gaps;
            rewards += more.rewards;
            optimal += more.optimal;
            decisions += more.decisions;
            episodes += more.episodes;
        }

        void write(double[] out) {
            out[0] = gaps;
            out[1] = rewards / episodes;
            out[2] = (double) optimal / decisions;
        }
    }

    private final Agent agent;
    private final Tracer tracer;
    private final boolean grid;
    private final Dynamics dynamics;
    private final Solution truth;
    private final NumberedStreams streams;
    private final ContinuousSampler noise;
    private final int[] tries;
    private final LongConsumer progress;
    private final Sums total = new Sums();
    private Sums stretch = new Sums();
    private long episode;
    private long untold;

    private EpisodicRun(Agent agent, Episodes world, TraceLayout rows, Seed seed, LongConsumer progress) {
        this.tracer = new Tracer(rows, world.size(), new int[0]);
        this.agent = tracer.watch(agent, this::order);
        this.grid = world.world().columns() > 0;
        this.dynamics = world.dynamics();
        this.truth = world.optimal();
        this.streams = seed.streams();
        this.noise = ZigguratSampler.NormalizedGaussian.of(streams);
        this.tries = new int[dynamics.states() * dynamics.actions()];
        this.progress = progress;
    }

    /** An agent at the start of a repetition, with its own stream of choices. */
    static EpisodicRun of(
            Episodes world, Walker walker, String label, TraceLayout rows, Seed branch, LongConsumer progress) {
        UniformRandomProvider random = branch.child("learner").child(label).generator();
        Agent agent = walker.agent().create(WorldModel.of(world.dynamics(), walker.agent()), random);
        return new EpisodicRun(agent, world, rows, branch.child("world"), progress);
    }

    /** What was traced, and in a grid what the agent now does in each state: {@code NaN} where nothing is decided or known. */
    double[] notes() {
        int actions = dynamics.actions();
        double[] traced = tracer.row();
        double[] all = Arrays.copyOf(traced, traced.length + (grid ? dynamics.states() * actions : 0));
        double[] p = new double[actions];
        for (int state = 0; grid && state < dynamics.states(); state++) {
            if (dynamics.ends(state) || !agent.probabilities(state, p)) {
                Arrays.fill(p, Double.NaN);
            }
            System.arraycopy(p, 0, all, traced.length + state * actions, actions);
        }
        return all;
    }

    /** The actions in a state from the best down. */
    private int[] order(int state) {
        int[] order = new int[dynamics.actions()];
        for (int action = 0; action < order.length; action++) {
            order[rank(state, action)] = action;
        }
        return order;
    }

    /** Plays up to and including an episode; what is counted are first actions, by rank of their exact values. */
    @Override
    public void playTo(long end, RankCounts selected) {
        while (episode < end) {
            episode++;
            try {
                playOne(selected);
            } catch (RuntimeException e) {
                throw new IllegalStateException("episode " + episode + ": " + e.getMessage(), e);
            }
            if (untold == PROGRESS) {
                finish();
            }
        }
        finish();
    }

    @Override
    public void finish() {
        progress.accept(untold);
        untold = 0;
    }

    private void playOne(RankCounts selected) {
        streams.place(STARTS, episode);
        int state = dynamics.start(streams.nextDouble());
        int action = agent.begin(episode, state);
        selected.count(rank(state, action));
        for (int decisions = 1; ; decisions++) {
            if (!dynamics.open(state, action)) {
                throw new IllegalStateException(
                        "chose action " + action + " in state " + state + ", which is closed there");
            } else if (decisions > LONGEST) {
                throw new IllegalStateException(
                        "not ended after " + LONGEST + " decisions, the agent walks in circles");
            }
            if (decisions % PROGRESS == 0) {
                progress.accept(0);
            }
            double gap = truth.value(state) - truth.value(state, action);
            int outcome = outcome(state, action);
            double reward = dynamics.reward(outcome);
            double spread = dynamics.spread(outcome);
            reward += spread == 0 ? 0 : spread * noise.sample();
            stretch.gaps += Math.max(gap, 0);
            stretch.optimal += gap <= ROUNDING ? 1 : 0;
            stretch.decisions++;
            stretch.rewards += reward;
            state = dynamics.next(outcome);
            if (dynamics.ends(state)) {
                agent.end(reward);
                break;
            }
            action = agent.step(reward, state);
        }
        stretch.episodes++;
        untold++;
    }

    private int outcome(int state, int action) {
        int pair = state * dynamics.actions() + action;
        streams.place(pair, tries[pair]++);
        return dynamics.outcome(state, action, streams.nextDouble());
    }

    /** How many actions are better, or as good and numbered lower. */
    private int rank(int state, int action) {
        double value = truth.value(state, action);
        int rank = 0;
        for (int other = 0; other < dynamics.actions(); other++) {
            double ahead = truth.value(state, other) - value;
            rank += ahead > ROUNDING || (Math.abs(ahead) <= ROUNDING && other < action) ? 1 : 0;
        }
        return rank;
    }

    @Override
    public double regret() {
        return total.gaps + stretch.gaps;
    }

    @Override
    public double uniformRegret() {
        return Double.NaN;
    }

    @Override
    public void report(double[] out) {
        total.add(stretch);
        stretch.write(out);
        out[0] = total.gaps;
        stretch = new Sums();
    }

    @Override
    public void overall(double[] out) {
        total.write(out);
    }
}
