package kelvin.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

/** Tests the promises of every testbed. A testbed's test implements this and supplies a testbed whose rewards have a finite variance. */
public interface TestbedContract {
    int STEPS = 400;

    /** The testbed under test, which can be played for {@link #STEPS} steps and has two arms or more. */
    Testbed testbed();

    /** Returns whether rewards are fixed in advance: the same for every seed. */
    default boolean scripted() {
        return false;
    }

    /** Returns whether rewards are read from a log in its order, so that an arm's next one depends on the pulls of others. */
    default boolean readsALog() {
        return false;
    }

    /** Returns whether regret is measured against the best fixed arm in hindsight, or the best slate, which may be less or more than the best arm now. */
    default boolean otherBenchmark() {
        return false;
    }

    private Bandit open(long seed) {
        return testbed().open(Seed.of(seed), STEPS);
    }

    /** Pulls one open arm a step, in turn, and answers the rewards. */
    private static double[] rewards(Bandit bandit, boolean asking) {
        double[] rewards = new double[STEPS];
        for (int step = 1; step <= STEPS; step++) {
            bandit.advance(step);
            if (asking) {
                IntStream.range(0, bandit.arms()).forEach(bandit::mean);
                IntStream.range(0, bandit.arms()).forEach(bandit::optimal);
                bandit.benchmark();
                bandit.open();
            }
            rewards[step - 1] = bandit.pull(turn(bandit, step));
        }
        return rewards;
    }

    private static int turn(Bandit bandit, int step) {
        int arm = bandit.open().nextSetBit(step % bandit.arms());
        return arm >= 0 ? arm : bandit.open().nextSetBit(0);
    }

    @Test
    default void banditsHaveTheArmsPromised() {
        assertThat(testbed().size()).isGreaterThanOrEqualTo(2);
        assertThat(open(1).arms()).isEqualTo(testbed().size());
    }

    @Test
    default void equalSeedsPayEquallyWhateverIsAskedBetween() {
        double[] rewards = rewards(open(1), false);
        assertThat(rewards(open(1), true)).isEqualTo(rewards);
        if (!scripted()) {
            assertThat(rewards(open(2), false)).isNotEqualTo(rewards);
        }
    }

    @Test
    default void meansVaryIfTheySaySo() {
        double[] means = meansOf(open(1));
        if (testbed().meansVary()) {
            assertThat(meansOf(open(2))).isNotEqualTo(means);
        } else {
            assertThat(meansOf(open(2))).containsExactly(means, within(1e-12));
        }
    }

    /** Returns the means of all steps; where they depend on contexts, their averages over those. */
    private double[] meansOf(Bandit bandit) {
        return testbed().features().any() ? Worlds.means(bandit) : meansOfAllSteps(bandit);
    }

    private static double[] meansOfAllSteps(Bandit bandit) {
        return IntStream.rangeClosed(1, STEPS)
                .peek(bandit::advance)
                .mapToObj(step -> Worlds.means(bandit))
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }

    @Test
    default void rewardsAreOfTheirKind() {
        assertThat(DoubleStream.of(rewards(open(3), false))).allMatch(testbed().rewards()::contain);
    }

    /** The sum of what rewards exceed their means by, in its standard errors; twins whose means are half a deviation off are caught. */
    @Test
    default void rewardsAreOnAverageTheirMeans() {
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < 5; seed++) {
            Bandit bandit = open(seed);
            for (int step = 1; step <= STEPS; step++) {
                bandit.advance(step);
                int arm = turn(bandit, step);
                double mean = bandit.mean(arm);
                double excess = bandit.pull(arm) - mean;
                sum += excess;
                squares += excess * excess;
            }
        }
        double standardError = Math.sqrt(squares);
        double halfADeviation = 0.5 * Math.sqrt(squares * 5 * STEPS);
        assertThat(Math.abs(sum)).isLessThanOrEqualTo(4.5 * standardError);
        if (squares > 0) {
            assertThat(Math.abs(sum + halfADeviation)).isGreaterThan(4.5 * standardError);
        }
    }

    @Test
    default void theNthRewardOfAnArmDoesNotDependOnPullsOfOthers() {
        Bandit alone = open(4);
        Bandit among = open(4);
        for (int step = 1; step <= STEPS && !readsALog(); step++) {
            alone.advance(step);
            among.advance(step);
            if (step % 3 == 0 && alone.open().get(0)) {
                assertThat(among.pull(0)).isEqualTo(alone.pull(0));
            } else if (among.open().get(1)) {
                among.pull(1);
            }
        }
    }

    @Test
    default void someArmIsOpenAndChangesAreTold() {
        Bandit bandit = open(5);
        BitSet before = new BitSet();
        before.set(0, bandit.arms());
        BitSet all = (BitSet) before.clone();
        for (int step = 1; step <= STEPS; step++) {
            boolean told = bandit.advance(step);
            BitSet open = (BitSet) bandit.open().clone();
            assertThat(open.isEmpty()).isFalse();
            assertThat(open.length()).isLessThanOrEqualTo(bandit.arms());
            assertThat(told).as("step %s", step).isEqualTo(!open.equals(before));
            assertThat(testbed().closesArms() || open.equals(all)).isTrue();
            before = open;
        }
    }

    @Test
    default void aStationaryBanditKeepsItsMeans() {
        Bandit bandit = open(6);
        double[] means = Worlds.means(bandit);
        for (int step = 1; step <= STEPS && bandit.stationary(); step++) {
            bandit.advance(step);
            assertThat(Worlds.means(bandit)).isEqualTo(means);
        }
    }

    @Test
    default void regretIsAgainstTheBestOpenArm() {
        Bandit bandit = open(7);
        for (int step = 1; step <= STEPS && !otherBenchmark(); step++) {
            bandit.advance(step);
            BitSet open = bandit.open();
            double best = open.stream().mapToDouble(bandit::mean).max().orElseThrow();
            assertThat(bandit.benchmark()).isEqualTo(best);
            assertThat(open.stream()).allMatch(arm -> bandit.optimal(arm) == (bandit.mean(arm) == best));
        }
    }

    @Test
    default void contextsHaveTheFeaturesPromisedAndAreFinite() {
        Bandit bandit = open(8);
        assertThat(testbed().featureNames()).hasSize(testbed().features().total());
        assertThat(bandit.stationary() && testbed().features().any()).isFalse();
        for (int step = 0; step <= STEPS; step++) {
            if (step > 0) {
                bandit.advance(step);
            }
            assertThat(bandit.group())
                    .isBetween(0, Math.max(0, testbed().groups().size() - 1));
            bandit.context().check(testbed().size(), testbed().features());
            assertThat(bandit.context().numbers()).matches(TestbedContract::finite);
        }
    }

    private static boolean finite(double[] numbers) {
        return DoubleStream.of(numbers).allMatch(Double::isFinite);
    }

    @Test
    default void contextsAreTheSameWhoeverPlaysAndOthersForOtherSeeds() {
        double[] contexts = contexts(open(9), !readsALog());
        assertThat(contexts(open(9), false)).isEqualTo(contexts);
        if (testbed().features().any()) {
            assertThat(contexts(open(10), !readsALog())).isNotEqualTo(contexts);
        }
    }

    private static double[] contexts(Bandit bandit, boolean pulling) {
        return IntStream.rangeClosed(1, STEPS)
                .peek(bandit::advance)
                .peek(step -> {
                    if (pulling) {
                        bandit.pull(turn(bandit, step));
                    }
                })
                .mapToObj(step -> bandit.context().numbers().clone())
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }

    /** Returns whether means before the first step are averages over the contexts of all steps. */
    default boolean averagesOfAllSteps() {
        return testbed().features().any();
    }

    /** The sum of what the means of steps exceed those before the first by, in its standard errors, arm by arm; twins that are half a deviation off are caught. */
    @Test
    default void beforeTheFirstStepMeansAreAveragesOverContexts() {
        for (int arm = 0; arm < testbed().size() && averagesOfAllSteps(); arm++) {
            double sum = 0;
            double squares = 0;
            for (int seed = 0; seed < 5; seed++) {
                Bandit bandit = open(seed);
                double average = bandit.mean(arm);
                for (int step = 1; step <= STEPS; step++) {
                    bandit.advance(step);
                    double excess = bandit.mean(arm) - average;
                    sum += excess;
                    squares += excess * excess;
                }
            }
            double standardError = Math.sqrt(squares);
            double halfADeviation = 0.5 * Math.sqrt(squares * 5 * STEPS);
            assertThat(Math.abs(sum)).isLessThanOrEqualTo(4.5 * standardError);
            assertThat(squares == 0 || Math.abs(sum + halfADeviation) > 4.5 * standardError)
                    .isTrue();
        }
    }
}
