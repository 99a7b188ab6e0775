package kelvin.policy.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.SlateSizes;
import kelvin.json.Json;
import kelvin.json.JsonState;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubsetSelectorTest {
    private static final double[] VALUES = {0.3, -0.2, Double.NEGATIVE_INFINITY, 0.9, 0.5, 0.5};

    static Stream<SubsetPolicy> policies() {
        return Stream.of(
                new IndependentGates(0.4, 0.3),
                new IndependentGates(new MeanThreshold(), 0.3),
                new IndependentGates(new ExpectedOpen(2), 0.3),
                new ExactlyM(3, 0.3),
                new PlackettLuce(3, 0.3),
                new MaxExpectedF1());
    }

    private static UniformRandomProvider random() {
        return Seed.of(1).generator();
    }

    private static int[] draw(SubsetSelector selector) {
        int[] out = new int[VALUES.length];
        return Arrays.copyOf(out, selector.select(out));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void actionsAreShownAsOftenAsThePolicySays(SubsetPolicy policy) {
        SubsetSelector selector = new SubsetSelector(policy, VALUES, random());
        double[] share = new double[VALUES.length];
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            IntStream.of(draw(selector)).forEach(action -> share[action] += 1.0 / draws);
        }
        double[] inclusion = new double[VALUES.length];
        selector.inclusion(inclusion);
        assertThat(share).containsExactly(inclusion, within(4 * Math.sqrt(0.25 / draws)));
        inclusion[0] += 0.04;
        assertThat(Math.abs(share[0] - inclusion[0])).isGreaterThan(4 * Math.sqrt(0.25 / draws));
    }

    @Test
    void theLargerValueIsShownFirstAndTiesInRandomOrder() {
        SubsetSelector selector = new SubsetSelector(new ExactlyM(4, 0.05), VALUES, random());
        int tiesByIndex = 0;
        for (int i = 0; i < 1000; i++) {
            int[] drawn = draw(selector);
            for (int place = 1; place < drawn.length; place++) {
                assertThat(VALUES[drawn[place]]).isLessThanOrEqualTo(VALUES[drawn[place - 1]]);
            }
            tiesByIndex += IntStream.of(drawn).boxed().toList().indexOf(4)
                            < IntStream.of(drawn).boxed().toList().indexOf(5)
                    ? 1
                    : 0;
        }
        assertThat(tiesByIndex).isBetween(430, 570);
    }

    @Test
    void plackettAndLuceShowInTheOrderOfTheirDraw() {
        PlackettLuce policy = new PlackettLuce(3, 0.3);
        SubsetSelector selector = new SubsetSelector(policy, VALUES, random());
        UniformRandomProvider same = random();
        for (int i = 0; i < 100; i++) {
            assertThat(draw(selector)).containsExactly(policy.order(VALUES, same));
        }
    }

    @Test
    void aChangedValueCounts() {
        SubsetSelector selector = new SubsetSelector(new ExactlyM(1, 0.01), VALUES, random());
        selector.set(1, 5);
        assertThat(draw(selector)).containsExactly(1);
        assertThatIllegalArgumentException().isThrownBy(() -> selector.set(1, Double.NaN));
    }

    /** A rule of a caller's own: the best action alone. */
    private record BestAlone() implements SubsetPolicy {
        @Override
        public void inclusion(double[] values, double[] out) {
            int best = IntStream.range(0, values.length).reduce(0, (i, j) -> values[j] > values[i] ? j : i);
            Arrays.fill(out, 0);
            out[best] = 1;
        }

        @Override
        public void select(double[] values, UniformRandomProvider random, boolean[] out) {
            double[] inclusion = inclusion(values);
            IntStream.range(0, out.length).forEach(i -> out[i] = inclusion[i] == 1);
        }

        @Override
        public double logProbability(double[] values, boolean[] subset) {
            return Arrays.equals(subset, select(values, random())) ? 0 : Double.NEGATIVE_INFINITY;
        }
    }

    @Test
    void aPolicyOfTheCallersOwnIsDrawnFrom() {
        SubsetPolicy policy = new BestAlone();
        assertThat(draw(new SubsetSelector(policy, VALUES, random()))).containsExactly(3);
        assertThat(policy.sizes(6)).isEqualTo(new SlateSizes(0, 6));
        assertThat(policy.expectedSize(VALUES)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aLoadedSelectorHasTheValuesThatWereSaved(SubsetPolicy policy) {
        SubsetSelector selector = new SubsetSelector(policy, VALUES, random());
        selector.set(2, 0.8);
        SubsetSelector loaded = new SubsetSelector(policy, new double[VALUES.length], random());
        JsonState.load("selector", Json.parse(Json.canonical(JsonState.save(selector))), loaded);
        assertThat(loaded.actions()).isEqualTo(6);
        assertThat(loaded.temperature()).isEqualTo(Double.valueOf(policy instanceof MaxExpectedF1 ? Double.NaN : 0.3));
        for (int i = 0; i < 50; i++) {
            assertThat(draw(loaded)).containsExactly(draw(selector));
        }
    }

    @Test
    void aStateWithABadValueIsRefused() {
        SubsetSelector selector = new SubsetSelector(new ExactlyM(1, 1), new double[] {1, 2}, random());
        Object state = Json.parse(Json.canonical(JsonState.save(selector)).replace("2.0", "\"Infinity\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonState.load("selector", state, selector))
                .withMessage("selector.values[1]: found Infinity, must be finite or -Infinity (a closed action)");
    }

    @Test
    void mistakesAreNamed() {
        SubsetPolicy policy = new ExactlyM(1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubsetSelector(policy, new double[0], random()))
                .withMessage("values is empty, must hold at least one action");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubsetSelector(policy, new double[] {0, Double.NaN}, random()))
                .withMessageContaining("values[1] = NaN");
    }

    @Tag("allocation")
    @ParameterizedTest
    @MethodSource("policies")
    void aDrawAllocatesNothing(SubsetPolicy policy) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
        SubsetSelector selector = new SubsetSelector(policy, VALUES, random());
        int[] out = new int[VALUES.length];
        bytes(threads, () -> selector.select(out), 20_000);
        assertThat(bytes(threads, () -> selector.select(out), 5_000)).isLessThan(1);
        assertThat(bytes(threads, () -> policy.select(VALUES, random()), 500)).isGreaterThan(50);
    }

    private static double bytes(ThreadMXBean threads, Runnable draw, int draws) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < draws; i++) {
            draw.run();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) draws;
    }
}
