package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.agent.AgentSpec;
import kelvin.contract.Stability;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import org.apache.commons.rng.UniformRandomProvider;

/** An agent in place of a learner: it walks through the world of {@link Episodes}. */
@Stability(MAY_CHANGE)
public final class Walker implements LearnerSpec {
    private final AgentSpec agent;

    /**
     * An agent that is to play.
     *
     * @param agent the agent
     */
    public Walker(AgentSpec agent) {
        this.agent = agent;
    }

    /**
     * The agent itself.
     *
     * @return as it was given
     */
    public AgentSpec agent() {
        return agent;
    }

    /**
     * Not to be asked: an agent is created for a world.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        throw new UnsupportedOperationException("an agent plays in worlds, not bandits");
    }
}
