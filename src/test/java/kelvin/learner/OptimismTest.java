package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.Stream;
import kelvin.learner.bayes.TopTwoBeta;
import kelvin.learner.bayes.TopTwoGaussian;
import kelvin.learner.identification.LilUcb;
import kelvin.learner.identification.Lucb;
import kelvin.learner.identification.SequentialHalving;
import kelvin.learner.identification.SuccessiveElimination;
import kelvin.learner.identification.SuccessiveRejects;
import kelvin.learner.index.Besa;
import kelvin.learner.index.Dmed;
import kelvin.learner.index.EpsilonDecreasing;
import kelvin.learner.index.EpsilonFirst;
import kelvin.learner.index.ExploreThenCommit;
import kelvin.learner.index.Imed;
import kelvin.learner.index.KlUcb;
import kelvin.learner.index.KlUcbPlus;
import kelvin.learner.index.KlUcbPlusPlus;
import kelvin.learner.index.Moss;
import kelvin.learner.index.MossAnytime;
import kelvin.learner.index.OcUcb;
import kelvin.learner.index.Ucb;
import kelvin.learner.index.Ucb1;
import kelvin.learner.index.Ucb1Tuned;
import kelvin.learner.index.UcbAlpha;
import kelvin.learner.index.UcbV;
import kelvin.learner.nonstationary.CusumUcb;
import kelvin.learner.nonstationary.DiscountedUcb;
import kelvin.learner.nonstationary.GlrKlUcb;
import kelvin.learner.nonstationary.SlidingWindowUcb;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Common tests of learners that follow bounds, elimination lists and contests. */
class OptimismTest {
    private static final int HORIZON = 2000;

    static Stream<LearnerSpec> everyLearner() {
        return Stream.of(
                new Ucb1(),
                new Ucb(2),
                new UcbAlpha(1),
                new Ucb1Tuned(),
                new UcbV(),
                new Moss(),
                new MossAnytime(1),
                new OcUcb(2, 0.5),
                new KlUcb(RewardFamily.BERNOULLI, 1, 3),
                new KlUcb(RewardFamily.GAUSSIAN, 0.25, 0),
                new KlUcbPlus(RewardFamily.POISSON, 1),
                new KlUcbPlusPlus(RewardFamily.BERNOULLI, 1),
                new Imed(RewardFamily.BERNOULLI, 1),
                new Dmed(RewardFamily.BERNOULLI, 1),
                new Besa(),
                new EpsilonFirst(0.1),
                new EpsilonDecreasing(1, 0.5),
                new ExploreThenCommit(10, false),
                new ExploreThenCommit(10, true),
                new DiscountedUcb(0.99, 0.1, 0.5),
                new SlidingWindowUcb(200, 0.6, 0.5),
                new CusumUcb(20, 0.1, 10, 0.05, 0.5),
                new GlrKlUcb(0.01, 0.05, false, 1),
                new GlrKlUcb(0.01, 0.05, true, 5),
                new SuccessiveElimination(0.05, 0.5),
                new SuccessiveRejects(),
                new SequentialHalving(),
                new Lucb(0.05, 0, 0.5),
                new LilUcb(0.05, 0.5, 1, 0.01),
                new TopTwoBeta(0.5, 20),
                new TopTwoGaussian(0.5, 1, 0.5, 20));
    }

    static Stream<LearnerSpec> closable() {
        return everyLearner().filter(LearnerSpec::closableArms);
    }

    @ParameterizedTest
    @MethodSource("everyLearner")
    void theBetterArmIsPlayedMost(LearnerSpec spec) {
        Learner player = spec.create(new BanditTask(3, HORIZON), Players.random(11));
        UniformRandomProvider world = Players.random(12);
        int best = 0;
        for (int step = 1; step <= HORIZON; step++) {
            int arm = player.select(step);
            best += arm == 2 ? 1 : 0;
            player.observe(step, arm, world.nextDouble() < 0.2 + 0.3 * arm ? 1 : 0);
        }
        assertThat(best).isGreaterThan((int) (0.36 * HORIZON));
    }

    @ParameterizedTest
    @MethodSource("everyLearner")
    void whatIsChosenHasTheReportedProbability(LearnerSpec spec) {
        Learner player = spec.create(new BanditTask(3, HORIZON), Players.random(11));
        UniformRandomProvider world = Players.random(12);
        double[] shares = new double[3];
        for (int step = 1; step <= 300; step++) {
            boolean closed = player.probabilities(step, shares);
            int arm = player.select(step);
            assertThat(closed ? shares[arm] : 1).isPositive();
            assertThat(closed ? shares[0] + shares[1] + shares[2] : 1).isCloseTo(1, within(1e-12));
            player.observe(step, arm, world.nextDouble() < 0.2 + 0.3 * arm ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("everyLearner")
    void askingForProbabilitiesChangesNothing(LearnerSpec spec) {
        Learner asked = spec.create(new BanditTask(3, HORIZON), Players.random(11));
        Learner other = spec.create(new BanditTask(3, HORIZON), Players.random(11));
        for (int step = 1; step <= 300; step++) {
            asked.probabilities(step, new double[3]);
            int arm = asked.select(step);
            assertThat(other.select(step)).isEqualTo(arm);
            asked.observe(step, arm, arm == step % 3 ? 1 : 0);
            other.observe(step, arm, arm == step % 3 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("everyLearner")
    void lateUnorderedAndLostRewardsBreakNothing(LearnerSpec spec) {
        Learner player = spec.create(new BanditTask(3, HORIZON), Players.random(11));
        UniformRandomProvider world = Players.random(12);
        int[] chosen = new int[HORIZON + 1];
        for (int step = 1; step <= HORIZON; step++) {
            chosen[step] = player.select(step);
            int old = step - world.nextInt(50);
            if (old > 0 && chosen[old] >= 0) {
                player.observe(old, chosen[old], chosen[old] == 2 ? 1 : 0);
                chosen[old] = -1;
            }
        }
        assertThat(player.select(HORIZON + 1)).isBetween(0, 2);
    }

    @ParameterizedTest
    @MethodSource("closable")
    void aClosedArmIsNeverChosen(LearnerSpec spec) {
        Learner player = spec.create(new BanditTask(3, HORIZON), Players.random(11));
        double[] shares = new double[3];
        for (int step = 1; step <= 600; step++) {
            int closed = step / 7 % 3;
            BitSet open = new BitSet();
            open.set(0, 3);
            open.clear(closed);
            player.open(open);
            assertThat(player.probabilities(step, shares) ? shares[closed] : 0).isZero();
            int arm = player.select(step);
            assertThat(arm).isNotEqualTo(closed);
            player.observe(step, arm, arm == 2 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("everyLearner")
    void oneArmIsEnough(LearnerSpec spec) {
        Learner player = spec.create(new BanditTask(1, HORIZON), Players.random(11));
        for (int step = 1; step <= 100; step++) {
            assertThat(player.select(step)).isZero();
            player.observe(step, 0, step % 2);
        }
    }
}
