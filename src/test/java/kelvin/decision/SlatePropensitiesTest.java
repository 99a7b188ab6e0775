package kelvin.decision;

import static kelvin.decision.SlatesTest.MASK;
import static kelvin.decision.SlatesTest.ORDER;
import static kelvin.decision.SlatesTest.SCORES;
import static kelvin.decision.SlatesTest.TEMPERATURE;
import static kelvin.decision.SlatesTest.settings;
import static kelvin.decision.SlatesTest.slate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kelvin.decision.Decision.Slate;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.IndependentGates;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

/** A slate is drawn with the propensities that it reports, which are those of enumeration. */
class SlatePropensitiesTest {
    /** The weights exp(score/τ) of the open actions, and 0 for the others. */
    private static double[] weights() {
        return IntStream.range(0, SCORES.length)
                .mapToDouble(i -> MASK.get(i) ? Math.exp(SCORES[i] / TEMPERATURE) : 0)
                .toArray();
    }

    private static List<List<Integer>> orders() {
        return MASK.stream()
                .boxed()
                .flatMap(a -> MASK.stream().filter(b -> b != a).mapToObj(b -> List.of(a, b)))
                .toList();
    }

    /** The probability of an order of two: the second among those left. */
    private static double order(List<Integer> two) {
        double[] w = weights();
        double all = Arrays.stream(w).sum();
        return w[two.get(0)] / all * w[two.get(1)] / (all - w[two.get(0)]);
    }

    private static double product(List<Integer> set) {
        double[] w = weights();
        return set.stream().mapToDouble(i -> w[i]).reduce(1, (a, b) -> a * b);
    }

    @Test
    void anOrderHasTheProbabilityOfItsSoftmaxChoicesAndEachActionThatOfAllItsOrders() {
        DecisionMaker maker = new DecisionMaker(settings(ORDER));
        for (int i = 0; i < 30; i++) {
            Slate slate = slate(maker, new Request("id " + i, MASK, SCORES, null));
            assertThat(slate.ordered()).isTrue();
            assertThat(slate.propensity()).isCloseTo(order(slate.actions()), within(1e-14));
            for (int place = 0; place < 2; place++) {
                int action = slate.actions().get(place);
                double in = orders().stream()
                        .filter(each -> each.contains(action))
                        .mapToDouble(SlatePropensitiesTest::order)
                        .sum();
                assertThat(slate.inclusion().get(place)).isCloseTo(in, within(1e-13));
            }
        }
    }

    @Test
    void aSetOfExactlyTwoHasTheProbabilityOfBothItsOrders() {
        DecisionMaker maker = new DecisionMaker(settings(new ExactlyM(2, TEMPERATURE)));
        double all =
                orders().stream().mapToDouble(SlatePropensitiesTest::product).sum() / 2;
        for (int i = 0; i < 30; i++) {
            Slate slate = slate(maker, new Request("id " + i, MASK, SCORES, null));
            assertThat(slate.ordered()).isFalse();
            assertThat(SCORES[slate.actions().get(0)])
                    .isGreaterThan(SCORES[slate.actions().get(1)]);
            assertThat(slate.propensity()).isCloseTo(product(slate.actions()) / all, within(1e-14));
            int first = slate.actions().get(0);
            double with = orders().stream()
                    .filter(each -> each.contains(first))
                    .mapToDouble(SlatePropensitiesTest::product)
                    .sum();
            assertThat(slate.inclusion().get(0)).isCloseTo(with / 2 / all, within(1e-14));
        }
    }

    @Test
    void aSetOfGatesHasTheProductOfTheirProbabilitiesAndMayBeEmpty() {
        DecisionMaker maker = new DecisionMaker(settings(new IndependentGates(0.5, TEMPERATURE)));
        double[] open = IntStream.range(0, 4)
                .mapToDouble(i -> MASK.get(i) ? 1 / (1 + Math.exp((0.5 - SCORES[i]) / TEMPERATURE)) : 0)
                .toArray();
        boolean empty = false;
        for (int i = 0; i < 60; i++) {
            Slate slate = slate(maker, new Request("id " + i, MASK, SCORES, null));
            double p = IntStream.range(0, 4)
                    .mapToDouble(a -> slate.actions().contains(a) ? open[a] : 1 - open[a])
                    .reduce(1, (a, b) -> a * b);
            assertThat(slate.propensity()).isCloseTo(p, within(1e-14));
            assertThat(slate.inclusion())
                    .isEqualTo(slate.actions().stream()
                            .map(a -> slateShare(open[a], slate, a))
                            .toList());
            empty |= slate.actions().isEmpty();
        }
        assertThat(empty).isTrue();
        assertThat(maker.state().remembered())
                .filteredOn(each -> slate(each.decision()).actions().isEmpty())
                .isNotEmpty()
                .noneMatch(RewardedDecision::pending);
    }

    /** The reported share, which must be that of the gate. */
    private static double slateShare(double gate, Slate slate, int action) {
        double share = slate.inclusion().get(slate.actions().indexOf(action));
        assertThat(share).isCloseTo(gate, within(1e-15));
        return share;
    }

    @Test
    void slatesAreDrawnWithThePropensitiesTheyReport() {
        DecisionMaker maker = new DecisionMaker(settings(ORDER));
        maker.warmStart(Arrays.stream(SCORES)
                .mapToObj(score -> new ActionEstimate(score, score, 1, true))
                .toList());
        maker.setOpen(1, false);
        Map<List<Integer>, Long> drawn = new HashMap<>();
        Map<List<Integer>, Double> reported = new HashMap<>();
        int n = 12_000;
        for (int i = 0; i < n; i++) {
            Slate slate = slate(maker, Request.of("id " + i));
            drawn.merge(slate.actions(), 1L, Long::sum);
            reported.put(slate.actions(), slate.propensity());
        }
        List<List<Integer>> orders = orders();
        long[] observed = orders.stream().mapToLong(drawn::get).toArray();
        double[] expected = orders.stream()
                .mapToDouble(each -> n * reported.getOrDefault(each, 0.0))
                .toArray();
        assertThat(Arrays.stream(expected).sum()).isCloseTo(n, within(1e-9));
        assertThat(pValue(expected, observed)).isGreaterThan(1e-3);
        double[] asASet = orders.stream()
                .mapToDouble(each -> n * (order(each) + order(List.of(each.get(1), each.get(0)))) / 2)
                .toArray();
        assertThat(pValue(asASet, observed)).isLessThan(1e-6);
    }

    private static double pValue(double[] expected, long[] observed) {
        return ChiSquareTest.withDefaults().test(expected, observed).getPValue();
    }
}
