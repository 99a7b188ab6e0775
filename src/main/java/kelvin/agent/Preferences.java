package kelvin.agent;

import kelvin.contract.Require;
import kelvin.policy.DifferentiablePolicy;
import kelvin.policy.PolicySchedule;
import org.apache.commons.rng.UniformRandomProvider;

/** Action preferences: a number per state and action that is moved along the exact gradient of a policy. */
final class Preferences {
    private final PolicySchedule schedule;
    private final ActionValues table;
    private DifferentiablePolicy policy;

    Preferences(Task task, PolicySchedule schedule) {
        this.schedule = schedule;
        this.table = new ActionValues(task, 0);
        this.policy = differentiable(schedule, 1);
    }

    /** Returns the policy of an episode; an error says which policies will do where it has no gradient. */
    static DifferentiablePolicy differentiable(PolicySchedule schedule, long episode) {
        Require.that(
                schedule.at(episode) instanceof DifferentiablePolicy,
                "policy",
                schedule.at(episode),
                "a policy with gradients: Softmax or SigmoidGate");
        return (DifferentiablePolicy) schedule.at(episode);
    }

    void begin(long episode) {
        policy = differentiable(schedule, episode);
    }

    int draw(int state, UniformRandomProvider random) {
        return table.draw(policy, state, random);
    }

    void probabilities(int state, double[] out) {
        policy.probabilities(table.of(state), out);
    }

    /** Returns ∂ ln π(action|state) by the preferences of that state. */
    double[] gradient(int state, int action) {
        double[] gradient = new double[table.of(state).length];
        policy.logGradient(table.of(state), action, gradient);
        return gradient;
    }

    /** Moves the preferences of a state by some length along a direction. */
    void move(int state, double length, double[] direction) {
        double[] preferences = table.of(state);
        for (int action = 0; action < preferences.length; action++) {
            preferences[action] += length * direction[action];
        }
    }
}
