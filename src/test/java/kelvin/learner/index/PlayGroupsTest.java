package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.ResumableContract.SideBySide;
import kelvin.learner.RewardFamily;
import kelvin.numeric.ArgMax;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The largest bound from heaps, against all bounds computed. */
class PlayGroupsTest {
    private static final int ACTIONS = 80;

    /** Draws the reward of an arm of mean μ. */
    private interface Payer {
        double pay(double mean, UniformRandomProvider random);
    }

    private static double toss(double mean, UniformRandomProvider random) {
        return random.nextDouble() < mean ? 1 : 0;
    }

    private static double noisy(double mean, UniformRandomProvider random) {
        return mean + 0.1 * ZigguratSampler.NormalizedGaussian.of(random).sample();
    }

    static Stream<LearnerSpec> bounds() {
        return Stream.of(
                new Ucb1(),
                new UcbAlpha(1.2),
                new Ucb(0.3),
                new Moss(),
                new MossAnytime(1),
                new KlUcb(RewardFamily.BERNOULLI, 1, 3),
                new KlUcb(RewardFamily.GAUSSIAN, 0.25, 0),
                new KlUcbPlus(RewardFamily.BERNOULLI, 1),
                new KlUcbPlusPlus(RewardFamily.BERNOULLI, 1));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void theSameActionsAreChosenAlsoAmongTies(LearnerSpec spec) {
        assertThat(differences(spec, PlayGroupsTest::toss, 3000, 0)).isZero();
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void theSameActionsAreChosenWhereNoTwoMeansAreEqual(LearnerSpec spec) {
        if (spec.rewards().contain(0.5) && spec.rewards().contain(-1)) {
            assertThat(differences(spec, PlayGroupsTest::noisy, 3000, 0)).isZero();
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("bounds")
    void theSameActionsAreChosenForAMillionSteps(LearnerSpec spec) {
        assertThat(differences(spec, PlayGroupsTest::toss, 1_000_000, 0)).isZero();
    }

    @Test
    void boundsOfAnotherStepAreNoticed() {
        assertThat(differences(new Ucb1(), PlayGroupsTest::noisy, 3000, 100)).isPositive();
    }

    /** Counts how often a player and one that looks at all bounds of a later step disagree; one reward in seven never comes. */
    private static int differences(LearnerSpec spec, Payer payer, int steps, int later) {
        BanditTask problem = new BanditTask(ACTIONS, steps);
        UniformRandomProvider grouped = Players.random(1);
        UniformRandomProvider plain = Players.random(1);
        UniformRandomProvider world = Players.random(2);
        Learner player = spec.create(problem, grouped);
        IndexPlayer other = (IndexPlayer) spec.create(problem, plain);
        int differences = 0;
        for (int step = 1; step <= steps; step++) {
            int action = player.select(step);
            int expected = step <= ACTIONS ? other.select(step) : ArgMax.of(other.indices(step + later), plain);
            differences += action == expected ? 0 : 1;
            if (step <= ACTIONS || step % 7 != 0) {
                double reward = payer.pay(0.3 + 0.005 * action, world);
                player.observe(step, action, reward);
                other.observe(step, action, reward);
            }
        }
        return differences;
    }

    @Test
    void closedActionsAreNotChosen() {
        Learner player = new Ucb1().create(new BanditTask(ACTIONS, 1000), Players.random(1));
        BitSet even = new BitSet();
        for (int action = 0; action < ACTIONS; action += 2) {
            even.set(action);
        }
        for (int step = 1; step <= 300; step++) {
            if (step == 200) {
                player.open(even);
            }
            int action = player.select(step);
            assertThat(step < 200 || action % 2 == 0).isTrue();
            player.observe(step, action, action / 100.0);
        }
    }

    /** Loaded after some actions were played twice, once and never, the groups are the same. */
    @Test
    void loadedGroupsChooseAsTheOthersDo() {
        new SideBySide(new Moss(), 70, state -> state).play(120, 30, 95);
    }
}
