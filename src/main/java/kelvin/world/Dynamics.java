package kelvin.world;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.contract.Stability;

/**
 * The transition model of a world in flat arrays: all outcomes of every action in every state that can be reached.
 * Immutable.
 *
 * <p>Outcomes are numbered; those of one state and action lie side by side. Memory: 28 bytes per outcome, 4 per state and action.
 */
@Stability(MAY_CHANGE)
public final class Dynamics {
    private static final double ROUNDING = 1e-9;

    private final World world;
    private final List<Transition> starts;
    /** By state and action, the first of its outcomes; they end where those of the next begin. */
    private final int[] first;

    private double[] probability = new double[64];
    private double[] reward = new double[64];
    private double[] spread = new double[64];
    private int[] next = new int[64];
    private int count;

    private Dynamics(World world) {
        this.world = world;
        this.starts = world.starts();
        this.first = new int[world.states() * world.actions() + 1];
        check(starts, "the starts");
    }

    /**
     * Builds the transition model of a world.
     *
     * @param world the world
     * @return the world in arrays
     * @throws IllegalArgumentException if probabilities do not sum to 1
     */
    public static Dynamics of(World world) {
        Dynamics dynamics = new Dynamics(world);
        Map<Integer, List<Transition>> found = dynamics.explore();
        for (int pair = 0; pair < dynamics.first.length - 1; pair++) {
            dynamics.first[pair] = dynamics.count;
            found.getOrDefault(pair, List.of()).forEach(dynamics::add);
        }
        dynamics.first[dynamics.first.length - 1] = dynamics.count;
        return dynamics;
    }

    /** Finds the outcomes of each action of every state that can be reached, by the number of the pair. */
    private Map<Integer, List<Transition>> explore() {
        Map<Integer, List<Transition>> found = new HashMap<>();
        boolean[] reached = new boolean[states()];
        Deque<Integer> left = new ArrayDeque<>();
        reach(starts, reached, left);
        while (!left.isEmpty()) {
            int state = left.remove();
            for (int action = 0; action < actions(); action++) {
                List<Transition> outcomes = world.outcomes(state, action);
                if (!outcomes.isEmpty()) {
                    check(outcomes, "state " + state + ", action " + action);
                    reach(outcomes, reached, left);
                    found.put(state * actions() + action, outcomes);
                }
            }
        }
        return found;
    }

    private static void reach(List<Transition> outcomes, boolean[] reached, Deque<Integer> left) {
        for (Transition outcome : outcomes) {
            if (!reached[outcome.state()]) {
                reached[outcome.state()] = true;
                left.add(outcome.state());
            }
        }
    }

    private static void check(List<Transition> outcomes, String where) {
        double sum = outcomes.stream().mapToDouble(Transition::probability).sum();
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(where + ": probabilities sum to " + sum + ", must sum to 1");
        }
    }

    private void add(Transition outcome) {
        if (count == next.length) {
            probability = Arrays.copyOf(probability, 2 * count);
            reward = Arrays.copyOf(reward, 2 * count);
            spread = Arrays.copyOf(spread, 2 * count);
            next = Arrays.copyOf(next, 2 * count);
        }
        probability[count] = outcome.probability();
        reward[count] = outcome.reward();
        spread[count] = outcome.spread();
        next[count++] = outcome.state();
    }

    /**
     * Returns the number of states.
     *
     * @return as {@link World#states} has it
     */
    public int states() {
        return world.states();
    }

    /**
     * Returns the number of actions.
     *
     * @return as {@link World#actions} has it
     */
    public int actions() {
        return world.actions();
    }

    /**
     * Returns whether an action may be taken.
     *
     * @param state a state
     * @param action an action
     * @return false if it is closed in this state, or the state cannot be reached
     */
    public boolean open(int state, int action) {
        int pair = state * actions() + action;
        return first[pair] < first[pair + 1];
    }

    /**
     * Returns whether an episode is over.
     *
     * @param state a state
     * @return true if every action is closed, also of a state that cannot be reached
     */
    public boolean ends(int state) {
        return first[state * actions()] == first[(state + 1) * actions()];
    }

    /**
     * Draws the state in which an episode begins.
     *
     * @param uniform decides it, in [0, 1)
     * @return the first state
     */
    public int start(double uniform) {
        double left = uniform;
        for (Transition start : starts) {
            left -= start.probability();
            if (left < 0) {
                return start.state();
            }
        }
        return starts.get(starts.size() - 1).state();
    }

    /**
     * Draws an outcome of an action.
     *
     * @param state a state
     * @param action an action open there
     * @param uniform decides it, in [0, 1)
     * @return the number of the outcome
     */
    public int outcome(int state, int action, double uniform) {
        int pair = state * actions() + action;
        int last = first[pair + 1] - 1;
        double left = uniform;
        for (int i = first[pair]; i < last; i++) {
            left -= probability[i];
            if (left < 0) {
                return i;
            }
        }
        return last;
    }

    /**
     * Returns the state that an outcome leads to.
     *
     * @param outcome the number of an outcome
     * @return the next state
     */
    public int next(int outcome) {
        return next[outcome];
    }

    /**
     * Returns the reward of an outcome.
     *
     * @param outcome the number of an outcome
     * @return its mean
     */
    public double reward(int outcome) {
        return reward[outcome];
    }

    /**
     * Returns the standard deviation of the reward of an outcome.
     *
     * @param outcome the number of an outcome
     * @return its standard deviation
     */
    public double spread(int outcome) {
        return spread[outcome];
    }

    List<Transition> starts() {
        return starts;
    }

    /** Returns the number of the first outcome of an action. */
    int first(int state, int action) {
        return first[state * actions() + action];
    }

    /** Returns one more than the number of its last outcome; equal to {@link #first} where it is closed. */
    int last(int state, int action) {
        return first[state * actions() + action + 1];
    }

    double probability(int outcome) {
        return probability[outcome];
    }

    /** Returns the expected return of an action, given the values of the states that follow. */
    double worth(int state, int action, double[] values) {
        int pair = state * actions() + action;
        double sum = 0;
        for (int i = first[pair]; i < first[pair + 1]; i++) {
            sum += probability[i] * (reward[i] + values[next[i]]);
        }
        return sum;
    }

    /** Returns the expected return of an episode, given the values of the first states. */
    double worth(double[] values) {
        return starts.stream()
                .mapToDouble(start -> start.probability() * values[start.state()])
                .sum();
    }
}
