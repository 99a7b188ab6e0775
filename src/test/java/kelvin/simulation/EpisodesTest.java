package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import kelvin.agent.Agent;
import kelvin.agent.AgentSpec;
import kelvin.agent.QLearning;
import kelvin.agent.Sarsa;
import kelvin.agent.Task;
import kelvin.agent.TransitionModel;
import kelvin.agent.Uct;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.learner.index.Ucb1;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import kelvin.schedule.Constant;
import kelvin.world.Blackjack;
import kelvin.world.CliffWalking;
import kelvin.world.Dynamics;
import kelvin.world.RandomWalkChain;
import kelvin.world.World;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class EpisodesTest {
    private static final AgentSpec RANDOM = new Sarsa(new Uniform(), new Constant(0.1), 1, 0);
    private static final AgentSpec CURIOUS = new QLearning(new EpsilonGreedy(0.1), new Constant(0.5), 1, 0);
    private static final int REPETITIONS = 200;

    private static Results play(World world, Map<String, AgentSpec> agents, int repetitions) {
        long[] report = IntStream.rangeClosed(1, 20).mapToLong(i -> i).toArray();
        return new Simulation(world, agents, report, repetitions, Seed.of(1))
                .play("?", agents.keySet().iterator().next(), 2, episodes -> {});
    }

    private static MetricCurve series(Results results, Metric metric) {
        return results.series(metric).get(0);
    }

    /** A fair walk ends on the right every other time; every step to either side is as good as the best, which gets there always. */
    @Test
    void theMeanReturnIsThatOfDynamicProgramming() {
        MetricCurve reward =
                series(play(new RandomWalkChain(5, 0), Map.of("random", RANDOM), REPETITIONS), Metric.REWARD);
        double mean = IntStream.range(0, 20)
                .mapToDouble(i -> reward.mean()[i])
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.5, within(4.5 * 0.5 / Math.sqrt(20 * REPETITIONS)));
        assertThat(mean).isNotCloseTo(0.6, within(4.5 * 0.5 / Math.sqrt(20 * REPETITIONS)));
    }

    /** The losses of decisions against exact values add up, on average, to the shortfall of the return from the optimum. */
    @Test
    void regretIsWhatTheReturnsFallShortOfTheOptimum() {
        Results results = play(new CliffWalking(4, 12), Map.of("curious", CURIOUS), REPETITIONS);
        double[] reward = series(results, Metric.REWARD).mean();
        double shortfall =
                20 * -13 - IntStream.range(0, 20).mapToDouble(i -> reward[i]).sum();
        assertThat(series(results, Metric.REGRET).mean()[19]).isCloseTo(shortfall, within(1e-6 * shortfall));
    }

    @Test
    void selectionsCountFirstActionsByTheirRank() {
        double[] first = play(new CliffWalking(3, 4), Map.of("random", RANDOM), REPETITIONS)
                .selections()
                .get(0)
                .frequency()[0];
        assertThat(first).hasSize(4);
        assertThat(first[0]).isCloseTo(0.25, within(0.15));
        assertThat(IntStream.range(0, 4).mapToDouble(i -> first[i]).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void anotherAgentChangesNobodysNumbers() {
        Map<String, AgentSpec> two = new LinkedHashMap<>();
        two.put("curious", CURIOUS);
        two.put("random", RANDOM);
        double[] together = series(play(new Blackjack(), two, 8), Metric.REWARD).mean();
        double[] alone = series(play(new Blackjack(), Map.of("curious", CURIOUS), 8), Metric.REWARD)
                .mean();
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void onlyPlannersAreShownTheWorld() {
        Dynamics dynamics = Dynamics.of(new Blackjack());
        Task told = WorldModel.of(dynamics, RANDOM);
        assertThat(told).isNotInstanceOf(TransitionModel.class);
        assertThat(WorldModel.of(dynamics, new Uct(1, 0, new Greedy(), 1))).isInstanceOf(TransitionModel.class);
    }

    @Test
    void agentsAndBanditsDoNotFit() {
        Scenario world = Scenario.of(new Blackjack(), Map.of());
        assertThat(world.obstacle(new Ucb1())).contains("plays bandits, the testbed is a world and needs an agent");
        assertThat(world.obstacle(RANDOM)).isEmpty();
        Scenario bandit = Scenario.of(new GaussianTestbed(2, 0, 1, 1), Map.of());
        assertThat(bandit.obstacle(RANDOM)).contains("is an agent and needs a world, the testbed is a bandit");
        assertThat(bandit.obstacle(new Ucb1())).isEmpty();
    }

    @Test
    void aScenarioOfPlayersThatDoNotFitIsRefused() {
        assertThatThrownBy(() -> Scenario.of(new Blackjack(), Map.of("UCB1", new Ucb1())))
                .hasMessage("learners = 'UCB1', which plays bandits, the testbed is a world and needs an agent, must be"
                        + " an agent");
        assertThatThrownBy(() -> Scenario.of(new GaussianTestbed(2, 0, 1, 1), Map.of("Sarsa", RANDOM)))
                .hasMessage("learners = 'Sarsa', which is an agent and needs a world, the testbed is a bandit, must be"
                        + " a learner of bandits");
    }

    /** Goes up, into the wall, for ever. */
    private record Stubborn(AtomicLong decisions) implements AgentSpec {
        @Override
        public Agent create(Task task, UniformRandomProvider random) {
            return new Agent() {
                @Override
                public int begin(long episode, int state) {
                    return 0;
                }

                @Override
                public int step(double reward, int state) {
                    decisions.incrementAndGet();
                    return 0;
                }

                @Override
                public void end(double reward) {}
            };
        }
    }

    @Test
    void whoWalksInCirclesIsStopped() {
        AtomicLong decisions = new AtomicLong();
        assertThatThrownBy(() -> play(new CliffWalking(4, 12), Map.of("stubborn", new Stubborn(decisions)), 1))
                .isInstanceOf(FailedRun.class)
                .hasMessageContaining("learner 'stubborn', repetition 0: episode 1: not ended after 1000000 decisions");
    }

    /** Ctrl-C is heard in the midst of an episode that would not end. */
    @Test
    void anEpisodeInWhichSomebodyWalksInCirclesCanBeAbandoned() {
        AtomicLong decisions = new AtomicLong();
        Simulation simulation = new Simulation(
                new CliffWalking(4, 12), Map.of("stubborn", new Stubborn(decisions)), new long[] {1}, 1, Seed.of(1));
        AtomicBoolean asked = new AtomicBoolean();
        assertThatThrownBy(() -> new SimulationSession(simulation, new SimulationSessionTest.Memory())
                        .results("?", "stubborn", 1, episodes -> asked.set(true), asked::get))
                .isInstanceOf(RunCancelled.class);
        assertThat(decisions).hasValueLessThan(1000);
    }
}
