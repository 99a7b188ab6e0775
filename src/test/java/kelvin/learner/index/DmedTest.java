package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.RewardFamily;
import org.junit.jupiter.api.Test;

class DmedTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Dmed(RewardFamily.BERNOULLI, 1));
    }

    /** The probability of the second arm, which paid 0 twice, where the first paid 0.95 twice. */
    private static double shareOfTheWorse(long step) {
        Learner player = new Dmed(RewardFamily.BERNOULLI, 1).create(new BanditTask(2, 1000), Players.random(4));
        for (int i = 1; i <= 4; i++) {
            int arm = player.select(i);
            player.observe(i, arm, arm == 0 ? 0.95 : 0);
        }
        double[] shares = new double[2];
        assertThat(player.probabilities(step, shares)).isTrue();
        return shares[1];
    }

    @Test
    void anArmIsLeftOutWhileItIsUnlikelyToBeTheBest() {
        // 2·kl(0, 0.95) = 2·ln 20 = ln 400 against ln(t/2)
        assertThat(shareOfTheWorse(800)).isZero();
    }

    @Test
    void anArmComesBackWhenItsFewPlaysAreTooFew() {
        assertThat(shareOfTheWorse(802)).isEqualTo(0.5);
    }

    @Test
    void theFirstListHoldsAllArms() {
        double[] shares = new double[4];
        Learner player = new Dmed(RewardFamily.BERNOULLI, 1).create(new BanditTask(4, 1000), Players.random(4));
        player.probabilities(1, shares);
        assertThat(shares).containsOnly(0.25);
        shares[player.select(1)] = 0;
        double[] next = new double[4];
        player.probabilities(2, next);
        assertThat(next)
                .containsExactly(Arrays.stream(shares).map(p -> p * 4 / 3).toArray(), within(1e-15));
    }

    /** Dispersion 2 halves the evidence: at step 30 it is ln 20 against ln(29/2) and at step 42 against ln(41/2). */
    @Test
    void theEvidenceIsDividedByTheDispersion() {
        for (long step : new long[] {30, 42}) {
            Learner player = new Dmed(RewardFamily.BERNOULLI, 2).create(new BanditTask(2, 1000), Players.random(4));
            for (int i = 1; i <= 4; i++) {
                int arm = player.select(i);
                player.observe(i, arm, arm == 0 ? 0.95 : 0);
            }
            double[] shares = new double[2];
            player.probabilities(step, shares);
            assertThat(shares[1]).isEqualTo(step == 30 ? 0 : 0.5);
        }
    }
}
