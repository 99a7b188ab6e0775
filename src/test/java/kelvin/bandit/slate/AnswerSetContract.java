package kelvin.bandit.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Slates;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.contextual.LogisticContexts;
import kelvin.bandit.contextual.MultiLabel;
import kelvin.bandit.contextual.RightAnswer;
import kelvin.bandit.contextual.RowOrder;
import kelvin.bandit.testbed.Delayed;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.Sleeping;
import kelvin.contract.Rewards;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.model.Layout;
import kelvin.model.feature.DataTable;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Numeric;
import kelvin.policy.AllSubsets;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

/** The promises of testbeds that measure a slate against the set of right answers, whatever the measure. */
interface AnswerSetContract extends TestbedContract {
    /** The testbed under test around another one. */
    Testbed around(Testbed testbed, int least, int most);

    /** Returns the payoff of a set where others are right, by definition. */
    double payoff(boolean[] shown, boolean[] right);

    private static double[] means() {
        return new double[] {0.8, 0.3, 0.7, 0.05, 0.7};
    }

    static Testbed five() {
        return new FixedTestbed(Arrays.stream(means())
                .mapToObj(mean -> (Arm) new Bernoulli(mean))
                .toList());
    }

    static LogisticContexts logistic() {
        return new LogisticContexts(
                4,
                2,
                0,
                Layout.DISJOINT,
                List.of(List.of(-1.0, 3.0), List.of(0.0, 2.0), List.of(-2.0, 0.0), List.of(0.5, -1.0)),
                0,
                true);
    }

    @Override
    default Testbed testbed() {
        return around(five(), 0, 4);
    }

    @Override
    default boolean otherBenchmark() {
        return true;
    }

    private SlateBandit open(Testbed testbed, int least, int most) {
        return (SlateBandit) around(testbed, least, most).open(Seed.of(1), 100);
    }

    private static Slate slate(boolean[] shown) {
        return Slates.of(
                shown.length,
                IntStream.range(0, shown.length).filter(i -> shown[i]).toArray());
    }

    /** The mean of a set over all outcomes of independent answers. */
    private double enumerated(double[] p, boolean[] shown) {
        return AllSubsets.of(p.length)
                .mapToDouble(right -> IntStream.range(0, p.length)
                                .mapToDouble(i -> right[i] ? p[i] : 1 - p[i])
                                .reduce(1, (a, b) -> a * b)
                        * payoff(shown, right))
                .sum();
    }

    private double best(double[] p, int least, int most) {
        return AllSubsets.of(p.length)
                .filter(set -> AllSubsets.size(set) >= least && AllSubsets.size(set) <= most)
                .mapToDouble(set -> enumerated(p, set))
                .max()
                .orElseThrow();
    }

    @Test
    default void theMeanOfASlateIsItsMeanOverAllOutcomes() {
        SlateBandit bandit = open(five(), 0, 5);
        AllSubsets.of(5)
                .forEach(shown ->
                        assertThat(bandit.mean(slate(shown))).isCloseTo(enumerated(means(), shown), within(1e-14)));
    }

    @Test
    default void noSlateOfAnAllowedSizeIsBetterThanTheBenchmark() {
        for (int least = 0; least <= 4; least++) {
            for (int most = Math.max(1, least); most <= 5; most++) {
                double best = best(means(), least, most);
                assertThat(open(five(), least, most).benchmark()).isCloseTo(best, within(1e-14));
            }
        }
    }

    /** Where the context is seen, both are those of the probabilities given the context, sigmoids of sums written out here. */
    @Test
    default void inTheLogisticWorldRegretIsExactGivenTheContext() {
        SlateBandit bandit = open(logistic(), 0, 3);
        for (int step = 1; step <= 40; step++) {
            bandit.advance(step);
            double x = bandit.context().numbers()[1];
            DoubleUnaryOperator sigmoid = h -> 1 / (1 + Math.exp(-h));
            double[] p = Arrays.stream(new double[] {-1 + 3 * x, 2 * x, -2, 0.5 - x})
                    .map(sigmoid)
                    .toArray();
            assertThat(bandit.benchmark()).isCloseTo(best(p, 0, 3), within(1e-14));
            AllSubsets.of(4)
                    .forEach(shown ->
                            assertThat(bandit.mean(slate(shown))).isCloseTo(enumerated(p, shown), within(1e-14)));
        }
    }

    @Test
    default void whatASlatePaysIsItsMeanOnAverage() {
        for (int[] shown : new int[][] {{0, 2, 1}, {3}, {}}) {
            SlateBandit bandit = open(five(), 0, 5);
            double mean = bandit.mean(Slates.of(5, shown));
            assertThat(Slates.deviation(bandit, mean, shown)).isLessThan(4);
            assertThat(Slates.deviation(bandit, mean + 0.03, shown)).isGreaterThan(4);
        }
    }

    @Test
    default void whatIsRightDependsOnTheStepAloneAndIsTold() {
        SlateBandit some = open(logistic(), 0, 4);
        SlateBandit all = open(logistic(), 0, 4);
        for (int step = 1; step <= 50; step++) {
            some.advance(step);
            all.advance(step);
            Slate every = Slates.of(4, 3, 2, 1, 0);
            Slate one = Slates.of(4, step % 4);
            some.show(one);
            all.show(every);
            assertThat(one.seen()).isEqualTo(1);
            assertThat(every.seen()).isEqualTo(4);
            assertThat(one.reward(0)).isIn(0.0, 1.0).isEqualTo(every.reward(3 - step % 4));
            boolean[] right = {every.reward(3) == 1, every.reward(2) == 1, every.reward(1) == 1, every.reward(0) == 1};
            boolean[] shown = new boolean[4];
            shown[step % 4] = true;
            assertThat(one.payoff()).isEqualTo(payoff(shown, right));
            assertThat(some.pull(step % 4)).isEqualTo(one.payoff());
            assertThat(some.mean(step % 4)).isEqualTo(some.mean(one));
        }
    }

    @Test
    default void inATableTheRightAnswersMakeTheBestSlate() {
        Map<String, RightAnswer> answers = new LinkedHashMap<>();
        answers.put("even", new RightAnswer("n", List.of("0", "2")));
        answers.put("small", new RightAnswer("n", List.of("0", "1")));
        DataTable table = new DataTable(List.of("x,n", "5,0", "6,1", "7,2", "8,3"));
        FeatureMap x = new FeatureMap(new Numeric("x"));
        SlateBandit bandit = open(new MultiLabel(table, answers, x, RowOrder.CYCLED), 0, 2);
        int none = 0;
        for (int step = 1; step <= 8; step++) {
            bandit.advance(step);
            assertThat(bandit.benchmark()).isEqualTo(1);
            Slate best = AllSubsets.of(2)
                    .map(AnswerSetContract::slate)
                    .filter(bandit::optimal)
                    .reduce((a, b) -> {
                        throw new AssertionError("two best slates");
                    })
                    .orElseThrow();
            bandit.show(best);
            assertThat(best.payoff()).isEqualTo(1);
            none += best.size() == 0 ? 1 : 0;
        }
        assertThat(none).isEqualTo(2);
    }

    @Test
    default void rewardsAndSizesAreDeclared() {
        Testbed testbed = around(five(), 1, 3);
        assertThat(testbed.rewards()).isEqualTo(Rewards.UNIT_INTERVAL);
        assertThat(testbed.subGaussianScale()).isEqualTo(0.5);
        assertThat(testbed.slates()).isEqualTo(new SlateSizes(1, 3));
        assertThat(testbed.fullInformation()).isFalse();
        Bandit bandit = Worlds.open(testbed, 10);
        assertThat(bandit.benchmark()).isGreaterThan(bandit.mean(0));
        assertThat(bandit.optimal(0)).isFalse();
    }

    @Test
    default void testbedsThatDoNotSayWhatIsRightAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> around(new FixedTestbed(List.of(new Gaussian(0, 1), new Gaussian(1, 1))), 0, 2))
                .withMessageEndingWith("must be one with rewards of 0 or 1");
        for (Testbed testbed : List.of(new Delayed(five(), new Constant(1), 0), new Sleeping(five(), 0.5, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> around(testbed, 0, 2))
                    .withMessageEndingWith("must be one whose rewards exist for every arm at every step");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> around(five(), 0, 6))
                .withMessage("most = 6, must be from 1 to the number of arms (5)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> around(five(), 4, 3))
                .withMessage("least = 4, must be in [0, most], which is [0, 3]");
    }
}
