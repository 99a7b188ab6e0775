package kelvin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kelvin.world.RandomWalkChain;

/** A random walk of five states with its exact values. */
final class Chain {
    private static final int STATES = 5;

    private Chain() {}

    /** The largest error of the learnt value of going right, which leads to the next state's exact value i/6. */
    static double error(AgentSpec spec, int episodes, long seed) {
        Walks world = new Walks(new RandomWalkChain(STATES, 0), seed);
        TemporalDifference agent = (TemporalDifference) spec.create(world, Walks.choices(seed));
        world.episodes(agent, episodes);
        double largest = 0;
        for (int i = 1; i <= STATES; i++) {
            largest = Math.max(largest, Math.abs(agent.value(i, 1) - (i + 1) / 6.0));
            largest = Math.max(largest, Math.abs(agent.value(i, 0) - (i - 1) / 6.0));
        }
        return largest;
    }

    static void assertLearnt(AgentSpec spec, double tolerance) {
        assertThat(error(spec, 20_000, 1)).isCloseTo(0, within(tolerance));
    }
}
