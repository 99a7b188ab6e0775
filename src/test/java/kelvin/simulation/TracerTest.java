package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
    private static final int[] BEST_FIRST = {2, 0, 1};

    private final TraceLayout layout = new TraceLayout(new Tracing(new long[] {1, 5}, List.of(), 0), 2);
    private final Tracer tracer = new Tracer(layout, 3);

    private double[] at(int point, TracedQuantity quantity, int count) {
        int place = layout.place(point, quantity);
        return Arrays.copyOfRange(tracer.row(), place, place + count);
    }

    private void numbers(double... numbers) {
        System.arraycopy(numbers, 0, tracer.numbers(), 0, numbers.length);
    }

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

    @Test
    void nothingIsKnownBeforehand() {
        assertThat(tracer.row()).hasSize(2 * (2 + 2 + 1 + 1)).containsOnly(Double.NaN);
        assertThat(Tracer.none().row()).isEmpty();
        assertThat(Tracer.none().nextStep()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void probabilitiesComeWithTheirEntropy() {
        assertThat(tracer.nextStep()).isEqualTo(1);
        numbers(0.25, 0, 0.75);
        tracer.probabilities(true, BEST_FIRST);
        assertThat(at(0, TracedQuantity.PROBABILITY, 2)).containsExactly(0.75, 0.25);
        double entropy = 0.25 * Math.log(4) + 0.75 * Math.log(4 / 3.0);
        assertThat(at(0, TracedQuantity.ENTROPY, 1)[0]).isCloseTo(entropy, within(1e-14));
        assertThat(tracer.nextStep()).isEqualTo(5);
        tracer.probabilities(false, BEST_FIRST);
        assertThat(at(1, TracedQuantity.PROBABILITY, 2)).containsOnly(Double.NaN);
        assertThat(at(1, TracedQuantity.ENTROPY, 1)).containsOnly(Double.NaN);
        assertThat(tracer.nextStep()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void inclusionsHaveNoEntropy() {
        tracer.nextStep();
        numbers(0.5, 0.5, 1);
        tracer.inclusions(true, BEST_FIRST);
        assertThat(at(0, TracedQuantity.PROBABILITY, 2)).containsExactly(1, 0.5);
        assertThat(at(0, TracedQuantity.ENTROPY, 1)).containsOnly(Double.NaN);
    }

    @Test
    void whatIsInfiniteIsNotRecorded() {
        tracer.nextStep();
        numbers(0.5, 1, Double.POSITIVE_INFINITY);
        tracer.values(true, BEST_FIRST);
        assertThat(at(0, TracedQuantity.VALUE, 2)).containsExactly(Double.NaN, 0.5);
        tracer.temperature(0.75);
        assertThat(at(0, TracedQuantity.TEMPERATURE, 1)).containsExactly(0.75);
        tracer.temperature(Double.POSITIVE_INFINITY);
        assertThat(at(0, TracedQuantity.TEMPERATURE, 1)).containsExactly(Double.NaN);
        tracer.nextStep();
        tracer.values(false, BEST_FIRST);
        assertThat(at(1, TracedQuantity.VALUE, 2)).containsOnly(Double.NaN);
    }
}
