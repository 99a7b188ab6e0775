package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kelvin.agent.AgentSpec;
import kelvin.agent.DoubleQLearning;
import kelvin.agent.QLearning;
import kelvin.metric.Results;
import kelvin.metric.TracedQuantity;
import kelvin.policy.Annealed;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.Constant;
import kelvin.schedule.InverseSqrt;
import kelvin.world.CliffWalking;
import org.junit.jupiter.api.Test;

class AgentTraceTest {
    @Test
    void anAgentIsTracedAtTheFirstDecisionOfAnEpisode() {
        AgentSpec walker = new QLearning(new EpsilonGreedy(0.2), new Constant(0.5), 1, 0);
        Tracing tracing = new Tracing(new long[] {1, 300}, List.of(), 0);
        Results results = new Simulation(
                        new CliffWalking(3, 5),
                        Map.of("q", walker),
                        new long[] {300},
                        new ReplicationPlan.Fixed(4),
                        Seed.of(1),
                        tracing)
                .play("?", 1, decisions -> {});
        double[][] probability =
                results.means(TracedQuantity.PROBABILITY).get(0).mean();
        assertThat(Arrays.stream(probability[0]).sum()).isCloseTo(1, within(1e-12));
        assertThat(probability[1][0]).isCloseTo(0.85, within(1e-12));
        double[][] value = results.means(TracedQuantity.VALUE).get(0).mean();
        assertThat(value[0]).containsOnly(0);
        assertThat(value[1][0]).isCloseTo(-6, within(0.1));
        assertThat(value[1][3]).isLessThan(value[1][0]);
        assertThat(results.means(TracedQuantity.TEMPERATURE)).isEmpty();
        assertThat(results.maps()).hasSize(1);
    }

    @Test
    void theTemperatureOfAnAgentIsThatOfTheEpisode() {
        PolicySchedule cooling = new Annealed(new Softmax(1), "temperature", new InverseSqrt(4));
        AgentSpec walker = new DoubleQLearning(cooling, new Constant(0.5), 1, 0);
        Results results = new Simulation(
                        new CliffWalking(3, 5),
                        Map.of("q", walker),
                        new long[] {16},
                        new ReplicationPlan.Fixed(3),
                        Seed.of(1),
                        new Tracing(
                                new long[] {1, 16},
                                List.of(),
                                0,
                                Map.of("q", Map.of("policy.temperature", new double[] {4, 1}))))
                .play("?", 1, decisions -> {});
        assertThat(results.means(TracedQuantity.TEMPERATURE).get(0).mean()[0]).containsExactly(4);
        assertThat(results.means(TracedQuantity.TEMPERATURE).get(0).mean()[1]).containsExactly(1);
        assertThat(results.means(TracedQuantity.SCHEDULED)).isEmpty();
    }
}
