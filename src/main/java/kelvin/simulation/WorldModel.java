package kelvin.simulation;

import kelvin.agent.AgentSpec;
import kelvin.agent.Task;
import kelvin.agent.TransitionModel;
import kelvin.world.Dynamics;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The model of a world, for agents that plan.
 *
 * @param dynamics the world
 */
record WorldModel(Dynamics dynamics) implements TransitionModel {
    /** Returns the whole model for an agent that plans, and for others a task that hides it. */
    static Task of(Dynamics dynamics, AgentSpec agent) {
        WorldModel model = new WorldModel(dynamics);
        return agent.plans() ? model : new Blind(model);
    }

    @Override
    public int states() {
        return dynamics.states();
    }

    @Override
    public int actions() {
        return dynamics.actions();
    }

    @Override
    public boolean open(int state, int action) {
        return dynamics.open(state, action);
    }

    @Override
    public boolean ends(int state) {
        return dynamics.ends(state);
    }

    @Override
    public Transition sample(int state, int action, UniformRandomProvider random) {
        int outcome = dynamics.outcome(state, action, random.nextDouble());
        double spread = dynamics.spread(outcome);
        double noise = spread == 0
                ? 0
                : spread * ZigguratSampler.NormalizedGaussian.of(random).sample();
        return new Transition(dynamics.next(outcome), dynamics.reward(outcome) + noise);
    }

    private record Blind(Task task) implements Task {
        @Override
        public int states() {
            return task.states();
        }

        @Override
        public int actions() {
            return task.actions();
        }

        @Override
        public boolean open(int state, int action) {
            return task.open(state, action);
        }
    }
}
