package kelvin.agent;

import java.util.Arrays;
import kelvin.numeric.Weights;
import kelvin.policy.Policy;
import kelvin.policy.Workspace;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/** A table of action values: a number for every state and action, −∞ where an action is closed. */
final class ActionValues {
    private final double[][] values;
    private final long[][] updates;
    private final double[] scratch;
    private final Workspace work = new Workspace();

    ActionValues(Task task, double initial) {
        values = new double[task.states()][task.actions()];
        updates = new long[task.states()][task.actions()];
        scratch = new double[task.actions()];
        for (int state = 0; state < values.length; state++) {
            for (int action = 0; action < scratch.length; action++) {
                values[state][action] = task.open(state, action) ? initial : Double.NEGATIVE_INFINITY;
            }
        }
    }

    /** Returns the values of the actions in a state; shared, not copied. */
    double[] of(int state) {
        return values[state];
    }

    double of(int state, int action) {
        return values[state][action];
    }

    /** Draws an action with the probabilities of a policy. */
    int draw(Policy policy, int state, UniformRandomProvider random) {
        work.probabilities(policy, values[state], scratch);
        return Weights.draw(scratch, random);
    }

    double best(int state) {
        return Arrays.stream(values[state]).max().orElseThrow();
    }

    /** Returns Σ p·q over the open actions, with the exact probabilities of a policy. */
    double expected(Policy policy, int state) {
        work.probabilities(policy, values[state], scratch);
        double sum = 0;
        for (int action = 0; action < scratch.length; action++) {
            if (scratch[action] > 0) {
                sum += scratch[action] * values[state][action];
            }
        }
        return sum;
    }

    /** Draws one of the best actions, each equally likely. */
    int bestAction(int state, UniformRandomProvider random) {
        double best = best(state);
        for (int action = 0; action < scratch.length; action++) {
            scratch[action] = values[state][action] == best ? 1 : 0;
        }
        return Weights.draw(scratch, random);
    }

    /** Moves a value towards a target, by a share that depends on how often it has been moved, this time included. */
    void learn(int state, int action, double target, Schedule stepSize) {
        updates[state][action]++;
        values[state][action] += stepSize.at(updates[state][action]) * (target - values[state][action]);
    }
}
