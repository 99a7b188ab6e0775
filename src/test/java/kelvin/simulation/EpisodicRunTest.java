package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kelvin.agent.Agent;
import kelvin.agent.AgentSpec;
import kelvin.agent.QLearning;
import kelvin.agent.Uct;
import kelvin.metric.ContextResults;
import kelvin.metric.Metric;
import kelvin.metric.ProblemKind;
import kelvin.metric.StepUnit;
import kelvin.metric.TracedQuantity;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.Constant;
import kelvin.world.CliffWalking;
import kelvin.world.Transition;
import kelvin.world.World;
import org.junit.jupiter.api.Test;

/** Episodes by hand: at first 1 at once or a second decision, of which one pays 3 and the other takes 1. */
class EpisodicRunTest {
    /** Begins at the second decision with some probability. The end is the state 2; a third action is closed everywhere. */
    private record Fork(double spread, double later) implements World {
        @Override
        public int states() {
            return 3;
        }

        @Override
        public int actions() {
            return 3;
        }

        @Override
        public List<Transition> starts() {
            return List.of(new Transition(1 - later, 0, 0, 0), new Transition(later, 1, 0, 0));
        }

        @Override
        public List<Transition> outcomes(int state, int action) {
            if (state == 2 || action == 2) {
                return List.of();
            }
            return List.of(
                    state == 0
                            ? new Transition(1, action == 0 ? 2 : 1, action == 0 ? 1 : 0, spread)
                            : new Transition(1, 2, action == 0 ? 3 : -1, spread));
        }

        @Override
        public List<String> actionNames() {
            return List.of("one", "two", "three");
        }
    }

    /** Does what it is told, and keeps a diary. */
    private static final class Scripted implements Agent {
        private final List<String> diary = new ArrayList<>();
        private final int[] actions;
        private int next;

        Scripted(int... actions) {
            this.actions = actions;
        }

        @Override
        public int begin(long episode, int state) {
            diary.add("begin " + episode + " in " + state);
            return actions[next++];
        }

        @Override
        public int step(double reward, int state) {
            diary.add(reward + " to " + state);
            return actions[next++];
        }

        @Override
        public void end(double reward) {
            diary.add(reward + " at the end");
        }
    }

    private static PlayedRun play(Agent agent, double spread, long episodes) {
        return new PlayedRun(
                new EpisodicRun(agent, SolvedWorld.of(new Fork(spread, 0)), Seed.of(1), Tracer.none(), decisions -> {}),
                episodes,
                3);
    }

    /** Losses of 2, 0 and 4; of five decisions three are the best, and two episodes begin with the best. */
    @Test
    void decisionsAreJudgedByExactValues() {
        Scripted agent = new Scripted(0, 1, 0, 1, 1);
        PlayedRun run = play(agent, 0, 3);
        assertThat(agent.diary)
                .containsExactly(
                        "begin 1 in 0",
                        "1.0 at the end",
                        "begin 2 in 0",
                        "0.0 to 1",
                        "3.0 at the end",
                        "begin 3 in 0",
                        "0.0 to 1",
                        "-1.0 at the end");
        assertThat(run.overall(Metric.REGRET)).isEqualTo(6);
        assertThat(run.overall(Metric.REWARD)).isEqualTo(1);
        assertThat(run.overall(Metric.OPTIMAL_ACTION)).isCloseTo(0.6, within(1e-15));
        assertThat(run.selected()).containsExactly(2, 1, 0);
    }

    /** Rewards vary about their means, regret does not; the n-th outcome of an action is the same for every agent. */
    @Test
    void noiseIsInRewardsAlone() {
        int[] always = new int[400];
        Scripted agent = new Scripted(always);
        PlayedRun run = play(agent, 0.5, 400);
        assertThat(run.overall(Metric.REGRET)).isEqualTo(800);
        assertThat(run.overall(Metric.REWARD))
                .isCloseTo(1, within(5 * 0.5 / 20))
                .isNotEqualTo(1);
        assertThat(agent.diary).doesNotHaveDuplicates();
        Scripted other = new Scripted(1, 0, 0, 1, 1, 0);
        play(other, 0.5, 4);
        List<String> firsts = agent.diary.stream()
                .filter(line -> line.endsWith("end"))
                .limit(2)
                .toList();
        assertThat(other.diary).contains(firsts.get(0), firsts.get(1));
    }

    private static List<String> beginnings(int... actions) {
        Scripted agent = new Scripted(actions);
        SolvedWorld world = SolvedWorld.of(new Fork(0, 0.5));
        new PlayedRun(new EpisodicRun(agent, world, Seed.of(1), Tracer.none(), decisions -> {}), 40, 3);
        return agent.diary.stream().filter(line -> line.startsWith("begin")).toList();
    }

    /** A second agent decides twice in episodes that begin with the first state. */
    @Test
    void theFirstStateOfAnEpisodeIsTheSameForEveryAgent() {
        List<String> plain = beginnings(new int[40]);
        int[] actions = plain.stream()
                .flatMapToInt(line -> line.endsWith("0") ? IntStream.of(1, 0) : IntStream.of(0))
                .toArray();
        assertThat(beginnings(actions)).isEqualTo(plain);
        assertThat(plain.stream().filter(line -> line.endsWith("0")).count()).isBetween(8L, 32L);
    }

    @Test
    void actionsThatThereAreNotAreRefused() {
        assertThatThrownBy(() -> play(new Scripted(3), 0, 1))
                .hasMessageContaining("begin returned action 3, must be in [0, 3)");
        assertThatThrownBy(() -> play(new Scripted(1, -1), 0, 1))
                .hasMessageContaining("step returned action -1, must be in [0, 3)");
        assertThatThrownBy(() -> play(new Scripted(1, 2), 0, 1))
                .hasMessageContaining("chose action 2 in state 1, which is closed there");
    }

    @Test
    void aScenarioOfEpisodesSaysWhatItIs() {
        Map<String, AgentSpec> agents = new LinkedHashMap<>();
        agents.put("search", new Uct(1, 0, new Greedy(), 5));
        agents.put("warm", new QLearning(new Softmax(0.5), new Constant(0.5), 1, 0));
        EpisodeScenario scenario = (EpisodeScenario) Scenario.of(new CliffWalking(3, 5), agents);
        assertThat(scenario.without(TracedQuantity.PROBABILITY)).containsExactly("search");
        assertThat(scenario.without(TracedQuantity.TEMPERATURE)).containsExactly("search");
        assertThat(scenario.without(TracedQuantity.SCHEDULED)).containsExactly("search", "warm");
        assertThat(scenario.unit()).isEqualTo(StepUnit.EPISODE);
        assertThat(scenario.problem(10)).isEqualTo(ProblemKind.EPISODES);
        assertThat(scenario.contexts()).isEqualTo(ContextResults.NONE);
        assertThat(scenario.contextual() || scenario.drawable()).isFalse();
        assertThat(scenario.changes()).isEmpty();
        assertThat(scenario.arms(Seed.of(1), 10)).isEmpty();
    }
}
