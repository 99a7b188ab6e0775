package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Rewards;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.metric.Coefficient;
import kelvin.metric.ContextResults;
import kelvin.metric.GroupRegret;
import kelvin.metric.ReliabilityBin;
import kelvin.metric.Results;
import kelvin.metric.TracedQuantity;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Results about contexts: regret by group, reliability of predictions, coefficients. */
class ContextResultsTest {
    /** Every fourth step is hard: arm 0 pays 0.25 then and 0.75 else, arm 1 always 0.5. */
    record Fourth() implements Testbed {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public boolean meansVary() {
            return false;
        }

        @Override
        public Rewards rewards() {
            return Rewards.UNIT_INTERVAL;
        }

        @Override
        public Features features() {
            return new Features(1, 1);
        }

        @Override
        public List<String> groups() {
            return List.of("easy", "hard");
        }

        @Override
        public Bandit open(Seed seed, long horizon) {
            Context context = new Context(2, features());
            return new Bandit() {
                private long step;

                @Override
                public int arms() {
                    return 2;
                }

                @Override
                public double mean(int arm) {
                    return arm == 1 ? 0.5 : group() == 1 ? 0.25 : 0.75;
                }

                @Override
                public double pull(int arm) {
                    return mean(arm);
                }

                @Override
                public boolean stationary() {
                    return false;
                }

                @Override
                public boolean advance(long to) {
                    step = to;
                    context.set(0, group());
                    return false;
                }

                @Override
                public Context context() {
                    return context;
                }

                @Override
                public int group() {
                    return step % 4 == 0 ? 1 : 0;
                }
            };
        }
    }

    /** Always takes arm 0, says that arm 0 pays 0.7, or 0.3 if it sees the group, and arm 1 0.5. */
    private record First(boolean sees) implements LearnerSpec {
        @Override
        public Learner create(BanditTask task, UniformRandomProvider random) {
            return new Learner() {
                private double hard;

                @Override
                public void see(long step, Context context) {
                    hard = sees ? context.numbers()[0] : 0;
                }

                @Override
                public int select(long step) {
                    return 0;
                }

                @Override
                public boolean values(long step, double[] out) {
                    out[0] = 0.7 - 0.4 * hard;
                    out[1] = 0.5;
                    return true;
                }

                @Override
                public boolean coefficients(int action, double[] out) {
                    out[0] = action;
                    out[1] = 10;
                    return sees;
                }

                @Override
                public void observe(long step, int action, double reward) {}
            };
        }
    }

    private static Results play(boolean sees, Tracing tracing) {
        Map<String, PlayerSpec> players = Map.of("sees", new First(sees));
        Scenario scenario = Scenario.of(new Fourth(), players);
        return new Simulation(scenario, new long[] {100}, new ReplicationPlan.Fixed(16), Seed.of(1), tracing)
                .play("?", 2, decisions -> {});
    }

    private static ContextResults results(Tracing tracing) {
        return play(true, tracing).contexts();
    }

    @Test
    void regretIsToldByGroup() {
        assertThat(results(Tracing.NONE).groups())
                .containsExactly(
                        new GroupRegret("sees", "easy", 75, 0, 0), new GroupRegret("sees", "hard", 25, 6.25, 0));
        assertThat(results(Tracing.NONE).reliability()).isEmpty();
        assertThat(results(Tracing.NONE).coefficients()).isEmpty();
    }

    @Test
    void predictionsAreComparedWithTrueMeans() {
        List<ReliabilityBin> bins =
                results(new Tracing(new long[] {1, 2, 4, 100}, List.of(), 0)).reliability();
        assertThat(bins).hasSize(3);
        assertThat(bins.get(0).actual()).isCloseTo(0.25, within(1e-15));
        assertThat(bins.get(0).predicted()).isCloseTo(0.3, within(1e-15));
        assertThat(bins.get(1)).isEqualTo(new ReliabilityBin("sees", 0.5, 0.6, 0.5, 0.5, 0.5));
        assertThat(bins.get(2).actual()).isCloseTo(0.75, within(1e-15));
    }

    @Test
    void coefficientsAreThoseAtTheEnd() {
        assertThat(results(new Tracing(new long[] {1}, List.of(), 0)).coefficients())
                .containsExactly(
                        new Coefficient("sees", 0, "x1", 0, 0),
                        new Coefficient("sees", 0, "z1", 10, 0),
                        new Coefficient("sees", 1, "x1", 1, 0),
                        new Coefficient("sees", 1, "z1", 10, 0));
    }

    @Test
    void aPlayerThatTellsNoCoefficientsHasNone() {
        Results blind = play(false, new Tracing(new long[] {1}, List.of(), 0));
        assertThat(blind.contexts().coefficients()).isEmpty();
        assertThat(blind.contexts().groups()).hasSize(2);
    }

    /** Beside what is recorded of contexts. */
    @Test
    void tracesAreThoseOfTheirSteps() {
        double[][] values = play(true, new Tracing(new long[] {1, 4}, List.of(), 0))
                .means(TracedQuantity.VALUE)
                .get(0)
                .mean();
        assertThat(values[0]).containsExactlyInAnyOrder(0.7, 0.5);
        assertThat(values[1]).containsExactlyInAnyOrder(0.7 - 0.4, 0.5);
    }
}
