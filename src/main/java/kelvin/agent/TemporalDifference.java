package kelvin.agent;

import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of temporal-difference learners: it moves a value towards the reward plus the value of the next state;
 * learners differ in the latter.
 *
 * <pre>
 *   q(s, a) ← q(s, a) + α·(r + γ·worth(s′) − q(s, a)),   worth = 0 where the episode ends
 * </pre>
 */
final class TemporalDifference implements Agent {
    /** The value of the next state, as a temporal-difference target has it. */
    @FunctionalInterface
    interface Worth {
        /** Returns the value of {@code state} if {@code action} is taken there next. */
        double of(ActionValues values, Policy policy, int state, int action);
    }

    private final PolicySchedule schedule;
    private final Schedule stepSize;
    private final double discount;
    private final boolean drawsFirst;
    private final Worth worth;
    private final UniformRandomProvider random;
    private final ActionValues values;
    private Policy policy;
    private int state;
    private int action;

    /** Creates a player; with {@code drawsFirst}, the next action is drawn before the values change, else after. */
    TemporalDifference(
            Task task, TemporalDifferenceSpec spec, boolean drawsFirst, Worth worth, UniformRandomProvider random) {
        this.schedule = spec.policy();
        this.stepSize = spec.stepSize();
        this.discount = spec.discount();
        this.drawsFirst = drawsFirst;
        this.worth = worth;
        this.random = random;
        this.values = new ActionValues(task, spec.initialValue());
        this.policy = schedule.at(1);
    }

    @Override
    public int begin(long episode, int first) {
        policy = schedule.at(episode);
        state = first;
        action = values.draw(policy, state, random);
        return action;
    }

    @Override
    public int step(double reward, int next) {
        int drawn = drawsFirst ? values.draw(policy, next, random) : -1;
        values.learn(state, action, reward + discount * worth.of(values, policy, next, drawn), stepSize);
        state = next;
        action = drawsFirst ? drawn : values.draw(policy, next, random);
        return action;
    }

    @Override
    public void end(double reward) {
        values.learn(state, action, reward, stepSize);
    }

    @Override
    public boolean probabilities(int state, double[] out) {
        policy.probabilities(values.of(state), out);
        return true;
    }

    @Override
    public boolean values(int state, double[] out) {
        System.arraycopy(values.of(state), 0, out, 0, out.length);
        return true;
    }

    @Override
    public double temperature(int state) {
        return policy.temperatureAt(values.of(state));
    }

    double value(int state, int action) {
        return values.of(state, action);
    }
}
