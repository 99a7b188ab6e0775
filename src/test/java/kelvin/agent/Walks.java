package kelvin.agent;

import java.util.function.LongConsumer;
import kelvin.random.Seed;
import kelvin.world.Dynamics;
import kelvin.world.World;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** A world for agents to walk through in tests. */
final class Walks implements TransitionModel {
    private final Dynamics dynamics;
    private final UniformRandomProvider random;

    Walks(World world, long seed) {
        this(Dynamics.of(world), seed);
    }

    Walks(Dynamics dynamics, long seed) {
        this.dynamics = dynamics;
        this.random = Seed.of(seed).child("world").generator();
    }

    static UniformRandomProvider choices(long seed) {
        return Seed.of(seed).child("agent").generator();
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
    public Transition sample(int state, int action, UniformRandomProvider source) {
        int outcome = dynamics.outcome(state, action, source.nextDouble());
        double noise = ZigguratSampler.NormalizedGaussian.of(source).sample();
        return new Transition(dynamics.next(outcome), dynamics.reward(outcome) + noise * dynamics.spread(outcome));
    }

    /** Plays an episode and answers its return; every decision, as state × actions + action, is told. */
    double episode(Agent agent, long number, LongConsumer decisions) {
        int state = dynamics.start(random.nextDouble());
        int action = agent.begin(number, state);
        double gained = 0;
        while (true) {
            decisions.accept((long) state * actions() + action);
            Transition to = sample(state, action, random);
            gained += to.reward();
            state = to.state();
            if (dynamics.ends(state)) {
                agent.end(to.reward());
                return gained;
            }
            action = agent.step(to.reward(), state);
        }
    }

    /** Plays some episodes and answers their mean return. */
    double episodes(Agent agent, int count) {
        double sum = 0;
        for (int episode = 1; episode <= count; episode++) {
            sum += episode(agent, episode, decision -> {});
        }
        return sum / count;
    }
}
