package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.learner.BanditTask;
import kelvin.learner.FullInformation;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Recommender;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.TracedQuantity;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class TracerTest {
    /** Sees all rewards, and recommends the action of the largest sum. */
    private record Both() implements LearnerSpec {
        @Override
        public boolean fullInformation() {
            return true;
        }

        @Override
        public boolean recommends() {
            return true;
        }

        @Override
        public Learner create(BanditTask problem, UniformRandomProvider random) {
            return new Player(new double[problem.actions()]);
        }

        private record Player(double[] sums) implements FullInformation, Recommender {
            @Override
            public int select(long step) {
                return recommendation();
            }

            @Override
            public void observeAll(long step, double[] rewards) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += rewards[i];
                }
            }

            @Override
            public boolean probabilities(long step, double[] out) {
                out[0] = 1 - recommendation();
                out[1] = recommendation();
                return true;
            }

            @Override
            public int recommendation() {
                return sums[1] > sums[0] ? 1 : 0;
            }
        }
    }

    private static Results play(Tracing tracing) {
        return new Simulation(
                        new FixedTestbed(List.of(new Bernoulli(0.4), new Bernoulli(0.6))),
                        Map.of("both", new Both()),
                        new long[] {1, 7, 50},
                        new ReplicationPlan.Fixed(9),
                        Seed.of(1),
                        tracing)
                .play("traced?", 1, decisions -> {});
    }

    @Test
    void whoSeesAllRewardsAndRecommendsPlaysTracedAsUntraced() {
        Results traced = play(new Tracing(new long[] {1, 6, 50}, List.of(2), 0));
        assertThat(traced.series(Metric.IDENTIFICATION_ERROR)).hasSize(1);
        assertThat(traced)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .ignoringFields("traces")
                .isEqualTo(play(Tracing.NONE));
        assertThat(traced.means(TracedQuantity.PROBABILITY)).hasSize(1);
    }
}
