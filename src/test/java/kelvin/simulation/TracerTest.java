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
            public int recommendation() {
                return sums[1] > sums[0] ? 1 : 0;
            }
        }
    }

    @Test
    void whoSeesAllRewardsMayRecommendAndBeTraced() {
        Results results = new Simulation(
                        new FixedTestbed(List.of(new Bernoulli(0.1), new Bernoulli(0.9))),
                        Map.of("both", new Both()),
                        new long[] {50},
                        new ReplicationPlan.Fixed(3),
                        Seed.of(1),
                        new Tracing(new long[] {1, 50}, List.of(), 0))
                .play("traced?", 1, decisions -> {});
        assertThat(results.series(Metric.IDENTIFICATION_ERROR).get(0).mean()).containsExactly(0);
    }
}
